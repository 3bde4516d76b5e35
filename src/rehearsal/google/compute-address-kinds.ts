import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { invalid } from '../cloud/cloud-error';
import type { Operation } from '../provider/operation';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { addressIn, tryParseRange } from './address-range';
import {
  COMPUTE_API,
  COMPUTE_NAME,
  COMPUTE_NAME_FORM,
  checkComputeName,
  computeIdentity,
  globalName,
  networkOf,
  regionalName,
  subnetworkName,
} from './compute-resource';
import { fillIn } from './filled-values';
import { expectForm, expectOneOf } from './config-checks';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { plannedRegion, projectOf, regionOf } from './place-attributes';
import { notThere, resourceInUse } from './resource-in-use';
import { stableHex, stableNumber } from './stable-value';

const globalNameOf = globalName('addresses');
const regionalNameOf = regionalName('addresses');

/** Ranges set apart for examples (RFC 5737): nobody has them, so nobody is reached by mistake. */
const EXAMPLE_RANGES = ['203.0.113.0/24', '198.51.100.0/24'].map((cidr) => tryParseRange(cidr)!);

/** An external address for a new resource: it follows from the name, and no other address of the project has it. */
export function exampleAddress(name: AssetName, project: string, cloud: Cloud): string {
  const taken = new Set(cloud.inProject(project).map(({ data }) => textAt(data, 'address')));
  for (let attempt = 0; ; attempt += 1) {
    const number = stableNumber(`${name} ${attempt}`, 508);
    // Neither the first nor the last address of a range.
    const address = addressIn(EXAMPLE_RANGES[number % 2]!, 1 + Math.floor(number / 2));
    if (!taken.has(address) || attempt > 10_000) return address;
  }
}

const COMMON_FORCE_NEW = [
  'name',
  'project',
  'address',
  'address_type',
  'description',
  'ip_version',
  'network',
  'prefix_length',
  'purpose',
];

const ADDRESS_TYPES = ['EXTERNAL', 'INTERNAL'];

/** A global address, such as a Gateway's. */
export const computeGlobalAddressKind = labelledKind({
  type: 'google_compute_global_address',
  assetType: 'compute.googleapis.com/GlobalAddress',
  api: COMPUTE_API,
  forceNew: COMMON_FORCE_NEW,
  defaults: { address_type: 'EXTERNAL' },
  latency: LATENCY.computeResource,
  checks: [
    'Its name has the form that Compute Engine asks for.',
    'It cannot be deleted while a forwarding rule that a Gateway made uses it.',
  ],
  ignores: [
    'Quotas of addresses.',
    'Addresses are from ranges set apart for examples, so nothing can be reached there.',
  ],
  name: globalNameOf,
  importIds: importPatterns('projects/{project}/global/addresses/{name}', '{project}/{name}', '{name}'),
  validate: (config) => [
    ...expectOneOf(config, 'address_type', ADDRESS_TYPES),
    ...expectOneOf(config, 'ip_version', ['IPV4', 'IPV6']),
  ],
  check: (attributes, operation) => {
    checkComputeName(attributes);
    if (textAt(attributes, 'address_type') !== 'INTERNAL') return;
    const network = networkOf(attributes, operation.provider);
    operation.need(network, notThere(network));
  },
  computed: (attributes, operation) =>
    computedOf(globalNameOf(attributes, operation.provider), attributes, operation, 0),
  beforeDelete: (state, operation) => refuseInUse(globalNameOf(state, operation.provider), state, operation),
});

/** A regional address. */
export const computeAddressKind = labelledKind({
  type: 'google_compute_address',
  assetType: 'compute.googleapis.com/Address',
  api: COMPUTE_API,
  forceNew: [...COMMON_FORCE_NEW, 'region', 'network_tier', 'subnetwork', 'ipv6_endpoint_type'],
  defaults: { address_type: 'EXTERNAL' },
  latency: LATENCY.computeResource,
  checks: [
    'Its name has the form that Compute Engine asks for; the subnetwork of an internal address stands, and the address is in it.',
    'It cannot be deleted while a forwarding rule that a cluster made uses it.',
  ],
  ignores: ['Quotas of addresses, and machines that use one.'],
  name: regionalNameOf,
  importIds: importPatterns(
    'projects/{project}/regions/{region}/addresses/{name}',
    '{project}/{region}/{name}',
    '{region}/{name}',
    '{name}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectOneOf(config, 'address_type', ADDRESS_TYPES),
    ...expectOneOf(config, 'ip_version', ['IPV4', 'IPV6']),
    ...expectOneOf(config, 'network_tier', ['PREMIUM', 'STANDARD']),
  ],
  plan: plannedRegion,
  check: (attributes, operation) => void subnetworkRangeOf(attributes, operation),
  computed: (attributes, operation) => {
    const name = regionalNameOf(attributes, operation.provider);
    const range = subnetworkRangeOf(attributes, operation);
    return {
      ...fillIn(attributes, {
        network_tier: 'PREMIUM',
        purpose: range === undefined ? '' : 'GCE_ENDPOINT',
        region: regionOf(attributes, operation.provider),
        subnetwork: '',
        // Google keeps the first two and the last two addresses of a range.
        ...(range === undefined
          ? {}
          : { address: addressIn(range, 2 + stableNumber(name, range.last - range.first - 3)) }),
        users: [],
      }),
      ...computedOf(name, attributes, operation, range === undefined ? 0 : 32, range !== undefined),
    };
  },
  beforeDelete: (state, operation) =>
    refuseInUse(regionalNameOf(state, operation.provider), state, operation),
});

function computedOf(
  name: AssetName,
  attributes: Attributes,
  operation: Operation,
  prefixLength: number,
  hasAddress = false,
): Attributes {
  const project = projectOf(attributes, operation.provider);
  return {
    ...computeIdentity(name, attributes, operation),
    label_fingerprint: stableHex(JSON.stringify(attributes['labels'] ?? {}), 11),
    ...fillIn(attributes, {
      prefix_length: prefixLength,
      ...(hasAddress ? {} : { address: exampleAddress(name, project, operation.cloud) }),
    }),
  };
}

/** Range of the subnetwork that an internal address is from; none for an external one. */
function subnetworkRangeOf(attributes: Attributes, operation: Operation) {
  const link = textAt(attributes, 'subnetwork');
  if (!link) return undefined;
  const { provider } = operation;
  const name = subnetworkName(link, projectOf(attributes, provider), regionOf(attributes, provider));
  const range = tryParseRange(textAt(operation.need(name, notThere(name)).data, 'ip_cidr_range') ?? '')!;
  const wanted = textAt(attributes, 'address');
  const address = wanted ? tryParseRange(`${wanted}/32`) : undefined;
  if (address !== undefined && (address.first < range.first || address.last > range.last)) {
    throw invalid(
      `Invalid value for field 'resource.address': '${wanted}'. It is not in the range ${range.cidr}`,
    );
  }
  return range;
}

function refuseInUse(name: AssetName, state: Attributes, { cloud, provider }: Operation): void {
  const address = textAt(state, 'address');
  const user = cloud
    .inProject(projectOf(state, provider))
    .find(
      ({ type, data }) =>
        type === 'compute.googleapis.com/ForwardingRule' && textAt(data, 'address') === address,
    );
  if (user !== undefined) throw resourceInUse('address', name, user.name);
}
