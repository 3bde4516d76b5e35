import type { Asset, AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { CloudError, invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import { numberAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectExactlyOne, expectForm } from './config-checks';
import { DNS_API, zoneName } from './dns-managed-zone-kind';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { projectOf } from './place-attributes';

const ZONE_IN_LINK = /^(?:.*\/)?managedZones\//;

const zoneOf = (attributes: Attributes, provider: Attributes): AssetName =>
  zoneName(
    projectOf(attributes, provider),
    (textAt(attributes, 'managed_zone') ?? '').replace(ZONE_IN_LINK, ''),
  );

const recordName = (zone: AssetName, name: string, type: string): AssetName =>
  `${zone}/rrsets/${name}/${type}`;

const nameOf = (attributes: Attributes, provider: Attributes): AssetName =>
  recordName(
    zoneOf(attributes, provider),
    textAt(attributes, 'name') ?? '',
    textAt(attributes, 'type') ?? '',
  );

/** A set of DNS records of one type and name. */
export const dnsRecordSetKind = assetKind({
  type: 'google_dns_record_set',
  assetType: 'dns.googleapis.com/ResourceRecordSet',
  api: DNS_API,
  forceNew: ['name', 'project', 'managed_zone', 'type'],
  latency: LATENCY.dnsRecord,
  checks: [
    "Its zone stands and its name is in the zone's domain; there is one set for each name and type.",
    'A CNAME stands alone at its name, not at the top of the zone, and points at one name that ends with a dot; A and AAAA hold addresses.',
  ],
  ignores: [
    'Routing policies, quoting of TXT, what other types hold, and how long a change takes to be seen.',
  ],
  name: nameOf,
  parent: zoneOf,
  importIds: importPatterns(
    'projects/{project}/managedZones/{managed_zone}/rrsets/{name}/{type}',
    '{project}/{managed_zone}/{name}/{type}',
    '{managed_zone}/{name}/{type}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', /\.$/, 'must end with a dot'),
    ...expectExactlyOne(config, ['rrdatas', 'routing_policy']),
  ],
  check: (attributes, operation, prior) => {
    const zone = zoneOf(attributes, operation.provider);
    const found = operation.need(
      zone,
      `The 'parameters.managedZone' resource named '${resourcePath(zone)}' does not exist.`,
    );
    checkDomain(attributes, found);
    checkValues(attributes);
    checkAlone(attributes, found, operation);
    if (prior === undefined) refuseTwice(attributes, operation);
  },
  computed: (attributes, { provider }) => ({ id: resourcePath(nameOf(attributes, provider)) }),
});

const refusal = (field: string, message: string) =>
  invalid(`Invalid value for 'entity.change.additions[0].${field}': ${message}`);

function checkDomain(attributes: Attributes, zone: Asset): void {
  const name = textAt(attributes, 'name') ?? '';
  const domain = textAt(zone.data, 'dns_name') ?? '';
  if (name === domain || name.endsWith(`.${domain}`)) return;
  throw refusal('name', `'${name}' is not in the zone of ${domain}`);
}

const TYPES = [
  'A',
  'AAAA',
  'ALIAS',
  'CAA',
  'CNAME',
  'DNSKEY',
  'DS',
  'HTTPS',
  'IPSECKEY',
  'MX',
  'NAPTR',
  'NS',
  'PTR',
  'SOA',
  'SPF',
  'SRV',
  'SSHFP',
  'SVCB',
  'TLSA',
  'TXT',
];

/** What values of a type look like; of the others nothing is asked. */
const VALUES: Readonly<Record<string, readonly [RegExp, string]>> = {
  A: [/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/, 'an IPv4 address'],
  AAAA: [/^[0-9a-f]*:[0-9a-f:]+$/i, 'an IPv6 address'],
  CNAME: [/\.$/, 'a name that ends with a dot'],
  NS: [/\.$/, 'a name that ends with a dot'],
};

function checkValues(attributes: Attributes): void {
  const type = textAt(attributes, 'type') ?? '';
  if (!TYPES.includes(type)) throw refusal('type', `'${type}' is not a type of record`);
  if ((numberAt(attributes, 'ttl') ?? 0) < 0) throw refusal('ttl', 'it is not negative');
  const [pattern, words] = VALUES[type] ?? [];
  const wrong = textsAt(attributes, 'rrdatas').find((value) => pattern !== undefined && !pattern.test(value));
  if (wrong !== undefined) throw refusal('rrdata[0]', `'${wrong}' is not ${words!}`);
}

function checkAlone(attributes: Attributes, zone: Asset, { cloud }: Operation): void {
  const name = textAt(attributes, 'name') ?? '';
  const type = textAt(attributes, 'type') ?? '';
  const conflict = (other: string) =>
    new CloudError({
      status: 400,
      reason: 'cnameResourceRecordSetConflict',
      message: `The resource record set '${name} ${type}' conflicts with '${name} ${other}': a CNAME stands alone`,
    });
  if (type !== 'CNAME') {
    if (cloud.tryFind(recordName(zone.name, name, 'CNAME')) !== undefined) throw conflict('CNAME');
    return;
  }
  if (name === textAt(zone.data, 'dns_name')) throw conflict('SOA');
  if (textsAt(attributes, 'rrdatas').length !== 1) throw refusal('rrdata', 'a CNAME points at one name');
  const other = TYPES.find(
    (each) => each !== 'CNAME' && cloud.tryFind(recordName(zone.name, name, each)) !== undefined,
  );
  if (other !== undefined) throw conflict(other);
}

function refuseTwice(attributes: Attributes, { cloud, provider }: Operation): void {
  if (cloud.tryFind(nameOf(attributes, provider)) === undefined) return;
  const [name, type] = ['name', 'type'].map((each) => textAt(attributes, each));
  throw new CloudError({
    status: 409,
    reason: 'alreadyExists',
    message: `The resource 'entity.change.additions[0]' named '${name} (${type})' already exists`,
  });
}
