import type { AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { alreadyExists, failedPrecondition, invalid } from '../cloud/cloud-error';
import { isoInstant } from '../cloud/iso-instant';
import type { Operation } from '../provider/operation';
import { textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import {
  CERTIFICATE_API,
  certificateName,
  certificateResource,
  checkCertificateName,
} from './certificate-manager-name';
import { expectExactlyOne, expectOneOf } from './config-checks';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { projectOf } from './place-attributes';
import { notThere } from './resource-in-use';

const mapName = certificateName('certificateMaps');

const mapOf = (attributes: Attributes, provider: Attributes): AssetName =>
  certificateResource(
    textAt(attributes, 'map') ?? '',
    'certificateMaps',
    projectOf(attributes, provider),
    'global',
  );

const entryName = (attributes: Attributes, provider: Attributes): AssetName =>
  `${mapOf(attributes, provider)}/certificateMapEntries/${textAt(attributes, 'name') ?? ''}`;

/** When a resource was made and last changed. */
const times = (attributes: Attributes, { cloud }: Operation): Attributes => ({
  create_time: textAt(attributes, 'create_time') ?? isoInstant(cloud.now),
  update_time: isoInstant(cloud.now),
});

/** The certificates that a load balancer chooses from by host name. */
export const certificateMapKind = labelledKind({
  type: 'google_certificate_manager_certificate_map',
  assetType: 'certificatemanager.googleapis.com/CertificateMap',
  api: CERTIFICATE_API,
  forceNew: ['name', 'project'],
  latency: LATENCY.certificate,
  checks: ['It cannot be deleted while it has entries.'],
  ignores: ['Load balancers that use it.'],
  name: mapName,
  importIds: importPatterns(
    'projects/{project}/locations/global/certificateMaps/{name}',
    '{project}/{name}',
    '{name}',
  ),
  check: (attributes) => checkCertificateName(attributes),
  computed: (attributes, operation) => ({
    id: resourcePath(mapName(attributes, operation.provider)),
    gclb_targets: [],
    ...times(attributes, operation),
  }),
  beforeDelete: (state, { cloud, provider }) => {
    const name = mapName(state, provider);
    const entry = cloud.childrenOf(name)[0];
    if (entry === undefined) return;
    throw failedPrecondition(
      `can't delete "${resourcePath(name)}": it still has the entry "${resourcePath(entry.name)}"`,
    );
  },
});

/** Certificates of one entry. @see https://cloud.google.com/certificate-manager/docs/quotas (2026-11) */
const MOST_CERTIFICATES = 4;

/** Which certificates a map gives for a host name. */
export const certificateMapEntryKind = labelledKind({
  type: 'google_certificate_manager_certificate_map_entry',
  assetType: 'certificatemanager.googleapis.com/CertificateMapEntry',
  api: CERTIFICATE_API,
  forceNew: ['name', 'project', 'map', 'hostname', 'matcher'],
  latency: LATENCY.certificate,
  checks: [
    'Its map and its certificates stand, at most four; it has a host name or a matcher, not both.',
    'A map has one entry for a host name.',
  ],
  ignores: ['Whether the certificates are for the host name.'],
  name: entryName,
  parent: mapOf,
  importIds: importPatterns(
    'projects/{project}/locations/global/certificateMaps/{map}/certificateMapEntries/{name}',
    '{project}/{map}/{name}',
    '{map}/{name}',
  ),
  validate: (config) => [
    ...expectExactlyOne(config, ['hostname', 'matcher']),
    ...expectOneOf(config, 'matcher', ['PRIMARY']),
  ],
  check: checkEntry,
  computed: (attributes, operation) => ({
    id: resourcePath(entryName(attributes, operation.provider)),
    state: 'ACTIVE',
    ...times(attributes, operation),
  }),
});

function checkEntry(attributes: Attributes, operation: Operation): void {
  checkCertificateName(attributes);
  const { provider, cloud } = operation;
  const map = mapOf(attributes, provider);
  operation.need(map, notThere(map));
  const certificates = textsAt(attributes, 'certificates');
  if (certificates.length === 0 || certificates.length > MOST_CERTIFICATES) {
    throw invalid(`${certificates.length} certificates: an entry has 1 to ${MOST_CERTIFICATES}`);
  }
  for (const link of certificates) {
    const name = certificateResource(link, 'certificates', projectOf(attributes, provider), 'global');
    operation.need(name, notThere(name));
  }
  const own = entryName(attributes, provider);
  const wanted = said(attributes);
  const same = cloud.childrenOf(map).find(({ name, data }) => name !== own && said(data) === wanted);
  if (same === undefined) return;
  throw alreadyExists(`Entry "${resourcePath(same.name)}" is for ${wanted} already`);
}

/** What an entry is for, in words. */
const said = (entry: Attributes): string =>
  textAt(entry, 'hostname')
    ? `host name "${textAt(entry, 'hostname')}"`
    : `matcher "${textAt(entry, 'matcher')}"`;
