import type { AssetName } from '../cloud/asset';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { addressIn, tryParseRange } from './address-range';
import {
  COMPUTE_API,
  COMPUTE_NAME,
  COMPUTE_NAME_FORM,
  computeIdentity,
  networkOf,
  regionalName,
  subnetworkName,
} from './compute-resource';
import { fillIn } from './filled-values';
import { expectForm, expectOneOf } from './config-checks';
import { knownValuesAt } from './config-checks';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { plannedRegion, projectOf, regionOf, regionOfPlace } from './place-attributes';
import { notThere, resourceInUse } from './resource-in-use';
import { stableDigits, stableHex } from './stable-value';
import { checkGrowth, checkRanges, isShrinkage, subnetworksIn } from './subnetwork-ranges';
import { invalid } from '../cloud/cloud-error';

const nameOf = regionalName('subnetworks');

/** A subnetwork with its primary and secondary ranges. */
export const computeSubnetworkKind = assetKind({
  type: 'google_compute_subnetwork',
  assetType: 'compute.googleapis.com/Subnetwork',
  api: COMPUTE_API,
  forceNew: [
    'name',
    'project',
    'region',
    'network',
    'description',
    'purpose',
    'ip_collection',
    'reserved_internal_range',
    'external_ipv6_prefix',
  ],
  defaults: {
    'log_config.aggregation_interval': 'INTERVAL_5_SEC',
    'log_config.flow_sampling': 0.5,
    'log_config.metadata': 'INCLUDE_ALL_METADATA',
    'log_config.filter_expr': 'true',
  },
  computedBlocks: ['secondary_ip_range'],
  terraformOnly: ['send_secondary_ip_range_if_empty'],
  latency: LATENCY.computeResource,
  checks: [
    'Its network stands in the same project or in the one that the reference names.',
    'Primary and secondary ranges are written in CIDR notation, have a prefix from /4 to /29, keep out of the ranges that Google prohibits, and overlap no range of the network.',
    'A primary range that does not hold what it was makes the subnetwork anew.',
    'It cannot be deleted while a cluster or a machine is in it.',
    'Sampling of flow logs is from 0 to 1.',
  ],
  ignores: [
    'IPv6, reserved ranges, proxy-only and peered subnetworks, and addresses that run out.',
    'Whether a secondary range that is taken away is in use.',
  ],
  name: nameOf,
  parent: networkOf,
  importIds: importPatterns(
    'projects/{project}/regions/{region}/subnetworks/{name}',
    '{project}/{region}/{name}',
    '{region}/{name}',
    '{name}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectForm(config, 'secondary_ip_range.range_name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectOneOf(config, 'stack_type', ['IPV4_ONLY', 'IPV4_IPV6', 'IPV6_ONLY']),
    ...expectOneOf(config, 'log_config.aggregation_interval', [
      'INTERVAL_5_SEC',
      'INTERVAL_30_SEC',
      'INTERVAL_1_MIN',
      'INTERVAL_5_MIN',
      'INTERVAL_10_MIN',
      'INTERVAL_15_MIN',
    ]),
    ...expectOneOf(config, 'log_config.metadata', [
      'EXCLUDE_ALL_METADATA',
      'INCLUDE_ALL_METADATA',
      'CUSTOM_METADATA',
    ]),
  ],
  plan: plannedRegion,
  replaceWhen: (planned, prior) => (isShrinkage(planned, prior) ? ['ip_cidr_range'] : []),
  check: (attributes, operation, prior) => {
    const network = networkOf(attributes, operation.provider);
    operation.need(network, notThere(network));
    if (prior !== undefined) checkGrowth(attributes, prior);
    checkRanges(attributes, nameOf(attributes, operation.provider), subnetworksIn(network, operation));
    checkSampling(attributes);
  },
  computed: (attributes, operation) => {
    const name = nameOf(attributes, operation.provider);
    const range = tryParseRange(textAt(attributes, 'ip_cidr_range') ?? '');
    return {
      ...computeIdentity(name, attributes, operation),
      // The first address after the network's own is the gateway's.
      gateway_address: range === undefined ? '' : addressIn(range, 1),
      subnetwork_id: Number(stableDigits(name, 15)),
      fingerprint: stableHex(`${name} ${range?.cidr ?? ''}`, 11),
      internal_ipv6_prefix: '',
      ipv6_cidr_range: '',
      ipv6_gce_endpoint: '',
      state: '',
      ...fillIn(attributes, {
        enable_flow_logs: knownValuesAt(attributes, 'log_config.flow_sampling').length > 0,
        external_ipv6_prefix: '',
        private_ip_google_access: false,
        private_ipv6_google_access: 'DISABLE_GOOGLE_ACCESS',
        purpose: 'PRIVATE',
        region: regionOf(attributes, operation.provider),
        stack_type: 'IPV4_ONLY',
      }),
    };
  },
  beforeDelete: (state, operation) => {
    const name = nameOf(state, operation.provider);
    const user = operation.cloud.childrenOf(name)[0]?.name ?? tryFindCluster(name, state, operation);
    if (user !== undefined) throw resourceInUse('subnetwork', name, user);
  },
});

function checkSampling(attributes: Attributes): void {
  for (const sampling of knownValuesAt(attributes, 'log_config.flow_sampling')) {
    // A fraction that no double holds, such as 0.1, arrives as text.
    const fraction = Number(sampling);
    if (sampling !== '' && fraction >= 0 && fraction <= 1) continue;
    throw invalid(
      `Invalid value for field 'resource.logConfig.flowSampling': '${String(sampling)}'. Must be between 0 and 1`,
    );
  }
}

/** A cluster whose nodes are in the subnetwork. */
function tryFindCluster(
  subnetwork: AssetName,
  state: Attributes,
  { cloud, provider }: Operation,
): AssetName | undefined {
  return cloud.inProject(projectOf(state, provider)).find(({ type, project, data }) => {
    const link = textAt(data, 'subnetwork');
    if (type !== 'container.googleapis.com/Cluster' || link === undefined) return false;
    return subnetworkName(link, project!, regionOfPlace(textAt(data, 'location') ?? '')) === subnetwork;
  })?.name;
}
