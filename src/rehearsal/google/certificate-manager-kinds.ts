import { failedPrecondition, invalid } from '../cloud/cloud-error';
import { resourcePath } from '../cloud/cloud';
import type { Operation } from '../provider/operation';
import { blockAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import {
  CERTIFICATE_API,
  certificateName,
  certificateResource,
  checkCertificateName,
  refuseWhileNamed,
} from './certificate-manager-name';
import { expectExactlyOne, expectOneOf } from './config-checks';
import { fillIn, fillInBlocks } from './filled-values';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { projectOf } from './place-attributes';
import { notThere } from './resource-in-use';
import { stableNumber, stableUuid } from './stable-value';

const authorizationName = certificateName('dnsAuthorizations');
const certificateNameOf = certificateName('certificates');

const CERTIFICATE = 'certificatemanager.googleapis.com/Certificate';
const ENTRY = 'certificatemanager.googleapis.com/CertificateMapEntry';
const IGNORED = ['Quotas, and whether the service ever issues a certificate: it is active at once.'];

/** A proof of who owns a domain, to be written to DNS. */
export const dnsAuthorizationKind = labelledKind({
  type: 'google_certificate_manager_dns_authorization',
  assetType: 'certificatemanager.googleapis.com/DnsAuthorization',
  api: CERTIFICATE_API,
  forceNew: ['name', 'project', 'location', 'domain', 'type'],
  defaults: { location: 'global' },
  latency: LATENCY.certificate,
  checks: ['It is for one domain, without a wildcard; it cannot be deleted while a certificate uses it.'],
  ignores: ['Whether its record is in DNS, and several for one domain.'],
  name: authorizationName,
  importIds: importPatterns(
    'projects/{project}/locations/{location}/dnsAuthorizations/{name}',
    '{project}/{location}/{name}',
    '{location}/{name}',
  ),
  validate: (config) => expectOneOf(config, 'type', ['FIXED_RECORD', 'PER_PROJECT_RECORD']),
  check: (attributes) => {
    checkCertificateName(attributes);
    const domain = textAt(attributes, 'domain') ?? '';
    if (/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain)) return;
    throw invalid(
      `Invalid domain "${domain}": a lower-case domain name without a wildcard and without a dot at its end`,
    );
  },
  computed: (attributes, { provider }) => {
    const name = authorizationName(attributes, provider);
    const domain = textAt(attributes, 'domain') ?? '';
    return {
      id: resourcePath(name),
      dns_resource_record: [
        {
          name: `_acme-challenge.${domain}.`,
          type: 'CNAME',
          data: `${stableUuid(`${name} ${domain}`)}.${stableNumber(name, 20)}.authorize.certificatemanager.goog.`,
        },
      ],
      ...fillIn(attributes, { type: 'FIXED_RECORD' }),
    };
  },
  beforeDelete: (state, operation) =>
    refuseWhileNamed(
      authorizationName(state, operation.provider),
      state,
      CERTIFICATE,
      (data) => textsAt(blockAt(data, 'managed') ?? {}, 'dns_authorizations'),
      'dnsAuthorizations',
      operation,
    ),
});

/** A TLS certificate, issued by Google or brought along. */
export const certificateKind = labelledKind({
  type: 'google_certificate_manager_certificate',
  assetType: CERTIFICATE,
  api: CERTIFICATE_API,
  // PROVIDER measurements and provider google 6.50, 2026-11.
  forceNew: [
    'name',
    'project',
    'location',
    'scope',
    'managed.dns_authorizations',
    'managed.domains',
    'managed.issuance_config',
    'self_managed',
  ],
  defaults: { location: 'global', scope: 'DEFAULT' },
  terraformOnly: ['self_managed'],
  afterImport: { self_managed: [] },
  latency: LATENCY.certificate,
  checks: [
    'Its authorizations stand and cover each of its domains, a wildcard too.',
    'It cannot be deleted while an entry of a certificate map uses it.',
  ],
  ignores: IGNORED,
  name: certificateNameOf,
  importIds: importPatterns(
    'projects/{project}/locations/{location}/certificates/{name}',
    '{project}/{location}/{name}',
    '{location}/{name}',
  ),
  validate: (config) => expectExactlyOne(config, ['managed', 'self_managed']),
  check: (attributes, operation) => {
    checkCertificateName(attributes);
    checkDomains(attributes, operation);
  },
  computed: (attributes, { provider }) => ({
    id: resourcePath(certificateNameOf(attributes, provider)),
    san_dnsnames: textsAt(blockAt(attributes, 'managed') ?? {}, 'domains'),
    ...fillInBlocks(attributes, 'managed', {
      state: 'ACTIVE',
      authorization_attempt_info: [],
      provisioning_issue: [],
    }),
  }),
  beforeDelete: (state, operation) =>
    refuseWhileNamed(
      certificateNameOf(state, operation.provider),
      state,
      ENTRY,
      (data) => textsAt(data, 'certificates'),
      'certificates',
      operation,
    ),
});

function checkDomains(attributes: Attributes, operation: Operation): void {
  const managed = blockAt(attributes, 'managed');
  const links = textsAt(managed ?? {}, 'dns_authorizations');
  if (managed === undefined || links.length === 0) return;
  const project = projectOf(attributes, operation.provider);
  const location = textAt(attributes, 'location') ?? 'global';
  const authorized = links.map((link) => {
    const name = certificateResource(link, 'dnsAuthorizations', project, location);
    return textAt(operation.need(name, notThere(name)).data, 'domain');
  });
  const uncovered = textsAt(managed, 'domains').find(
    (domain) => !authorized.includes(domain.replace(/^\*\./, '')),
  );
  if (uncovered === undefined) return;
  throw failedPrecondition(
    `Domain "${uncovered}" has no DNS authorization: the certificate names those of ${authorized.join(', ')}`,
  );
}
