import type { AssetName } from '../cloud/asset';
import { CloudError, invalid } from '../cloud/cloud-error';
import { resourcePath } from '../cloud/cloud';
import { isoInstant } from '../cloud/iso-instant';
import type { DataKind } from '../provider/resource-kind';
import { booleanAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectOneOf } from './config-checks';
import { fillInBlocks } from './filled-values';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { projectOf } from './place-attributes';
import { notThere } from './resource-in-use';
import { stableDigits, stableNumber } from './stable-value';

export const DNS_API = 'dns.googleapis.com';

/** Full resource name of a zone. */
export const zoneName = (project: string, zone: string): AssetName =>
  `//dns.googleapis.com/projects/${project}/managedZones/${zone}`;

const nameOf = (attributes: Attributes, provider: Attributes): AssetName =>
  zoneName(projectOf(attributes, provider), textAt(attributes, 'name') ?? '');

/** @see https://cloud.google.com/dns/docs/reference/rest/v1/managedZones (2026-11) */
const ZONE_NAME = /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_NAME = /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+$/i;

/** A DNS zone. */
export const dnsManagedZoneKind = labelledKind({
  type: 'google_dns_managed_zone',
  assetType: 'dns.googleapis.com/ManagedZone',
  api: DNS_API,
  forceNew: ['name', 'project', 'dns_name', 'visibility'],
  defaults: {
    'dnssec_config.kind': 'dns#managedZoneDnsSecConfig',
    description: 'Managed by Terraform',
    force_destroy: false,
    visibility: 'public',
  },
  computedBlocks: ['dnssec_config'],
  terraformOnly: ['force_destroy'],
  afterImport: { force_destroy: false },
  latency: LATENCY.dnsZone,
  checks: [
    'Its name has the form that Cloud DNS asks for, its domain ends with a dot.',
    'It is deleted only without records but its own, or together with them where force_destroy says so.',
  ],
  ignores: [
    "Whether its domain is delegated to it, or is another zone's too; private, forwarding and peering zones.",
    'Its own NS and SOA records.',
  ],
  name: nameOf,
  importIds: importPatterns('projects/{project}/managedZones/{name}', '{project}/{name}', '{name}'),
  validate: (config) => [
    ...expectOneOf(config, 'visibility', ['private', 'public']),
    ...expectOneOf(config, 'dnssec_config.state', ['off', 'on', 'transfer']),
    ...expectOneOf(config, 'dnssec_config.non_existence', ['nsec', 'nsec3']),
  ],
  check: (attributes) => {
    const name = textAt(attributes, 'name') ?? '';
    if (!ZONE_NAME.test(name)) throw invalid(`Invalid value for 'entity.managedZone.name': '${name}'`);
    const domain = textAt(attributes, 'dns_name') ?? '';
    if (DNS_NAME.test(domain)) return;
    throw invalid(
      `Invalid value for 'entity.managedZone.dnsName': '${domain}'. It is a domain that ends with a dot, like labs.example.edu.`,
    );
  },
  computed: (attributes, { cloud, provider }) => {
    const name = nameOf(attributes, provider);
    const letter = 'abcde'.charAt(stableNumber(name, 5));
    return {
      id: resourcePath(name),
      creation_time: textAt(attributes, 'creation_time') ?? isoInstant(cloud.now),
      managed_zone_id: Number(stableDigits(name, 15)),
      name_servers: [1, 2, 3, 4].map((number) => `ns-cloud-${letter}${number}.googledomains.com.`),
      ...fillInBlocks(attributes, 'dnssec_config', { non_existence: 'nsec3' }),
    };
  },
  beforeDelete: (state, { cloud, provider }) => {
    const name = nameOf(state, provider);
    const records = cloud.childrenOf(name);
    if (records.length > 0 && booleanAt(state, 'force_destroy') !== true) {
      throw new CloudError({
        status: 400,
        reason: 'containerNotEmpty',
        message:
          `The resource named '${textAt(state, 'name') ?? ''}' cannot be deleted because it contains ${records.length} ` +
          `resource record ${records.length === 1 ? 'set' : 'sets'}, such as ${textAt(records[0]!.data, 'name') ?? ''} ` +
          textAt(records[0]!.data, 'type'),
      });
    }
    for (const record of records) cloud.remove(record.name);
  },
});

/** A zone that stands, looked up by its name. */
export const dnsManagedZoneData: DataKind = {
  type: 'google_dns_managed_zone',
  latency: LATENCY.dnsZone.read,
  read: (config, operation) => {
    const project = projectOf(config, operation.provider);
    operation.needApi(project, DNS_API);
    const name = nameOf(config, operation.provider);
    const { data } = operation.need(name, notThere(name));
    const seen = ['id', 'description', 'dns_name', 'managed_zone_id', 'name', 'name_servers', 'visibility'];
    return { ...Object.fromEntries(seen.map((each) => [each, data[each] ?? null])), project };
  },
};
