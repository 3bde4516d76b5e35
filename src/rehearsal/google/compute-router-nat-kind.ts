import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import type { Operation } from '../provider/operation';
import { blocksAt, booleanAt, numberAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import {
  COMPUTE_API,
  COMPUTE_NAME,
  COMPUTE_NAME_FORM,
  computeName,
  subnetworkName,
} from './compute-resource';
import { fillIn } from './filled-values';
import { expectForm, expectOneOf } from './config-checks';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { plannedRegion, projectOf, regionOf } from './place-attributes';
import { notThere } from './resource-in-use';
import { parseResourceLink } from './resource-link';

const LISTED = 'LIST_OF_SUBNETWORKS';

function routerOf(attributes: Attributes, provider: Attributes): AssetName {
  const context = { project: projectOf(attributes, provider), place: regionOf(attributes, provider) };
  const { project, place, name } = parseResourceLink(textAt(attributes, 'router') ?? '', 'routers', context);
  return computeName(project, place, 'routers', name);
}

const nameOf = (attributes: Attributes, provider: Attributes): AssetName =>
  `${routerOf(attributes, provider)}/nats/${textAt(attributes, 'name') ?? ''}`;

/** A Cloud NAT gateway: a part of its router, and a resource only to Terraform. */
export const computeRouterNatKind = assetKind({
  type: 'google_compute_router_nat',
  assetType: 'compute.googleapis.com/RouterNat',
  api: COMPUTE_API,
  forceNew: ['name', 'project', 'region', 'router', 'type', 'endpoint_types', 'initial_nat_ips'],
  defaults: {
    icmp_idle_timeout_sec: 30,
    tcp_established_idle_timeout_sec: 1200,
    tcp_time_wait_timeout_sec: 120,
    tcp_transitory_idle_timeout_sec: 30,
    type: 'PUBLIC',
    udp_idle_timeout_sec: 30,
  },
  terraformOnly: ['initial_nat_ips'],
  latency: LATENCY.computeResource,
  checks: [
    'Its router stands, and so do the subnetworks that it lists; a list is not empty.',
    'With dynamic ports, the fewest and the most are powers of two in their bounds, the fewest below the most, and mapping is not endpoint-independent.',
    'One gateway of a router serves all subnetworks, not two.',
    'Manual allocation names addresses.',
  ],
  ignores: [
    'Whether addresses and ports suffice; rules, NAT64 and private NAT.',
    'That Google changes gateways of one router one after another.',
  ],
  name: nameOf,
  parent: routerOf,
  importIds: importPatterns(
    'projects/{project}/regions/{region}/routers/{router}/{name}',
    '{project}/{region}/{router}/{name}',
    '{region}/{router}/{name}',
    '{router}/{name}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectOneOf(config, 'nat_ip_allocate_option', ['MANUAL_ONLY', 'AUTO_ONLY']),
    ...expectOneOf(config, 'source_subnetwork_ip_ranges_to_nat', [
      'ALL_SUBNETWORKS_ALL_IP_RANGES',
      'ALL_SUBNETWORKS_ALL_PRIMARY_IP_RANGES',
      LISTED,
    ]),
    ...expectOneOf(config, 'log_config.filter', ['ERRORS_ONLY', 'TRANSLATIONS_ONLY', 'ALL']),
    ...expectOneOf(config, 'type', ['PUBLIC', 'PRIVATE']),
  ],
  plan: plannedRegion,
  check: (attributes, operation) => {
    const router = routerOf(attributes, operation.provider);
    operation.need(router, notThere(router));
    checkPorts(attributes);
    checkSources(attributes, operation);
    checkOnlyOne(attributes, operation);
    if (
      textAt(attributes, 'nat_ip_allocate_option') === 'MANUAL_ONLY' &&
      textsAt(attributes, 'nat_ips').length === 0
    ) {
      throw refusal(attributes, 'natIps', 'MANUAL_ONLY allocation names at least one address');
    }
  },
  computed: (attributes, { provider }) => {
    const project = projectOf(attributes, provider);
    const region = regionOf(attributes, provider);
    const router = routerOf(attributes, provider).replace(/^.*\//, '');
    const dynamic = booleanAt(attributes, 'enable_dynamic_port_allocation') ?? false;
    return {
      id: `${project}/${region}/${router}/${textAt(attributes, 'name') ?? ''}`,
      ...fillIn(attributes, {
        region,
        auto_network_tier: 'PREMIUM',
        drain_nat_ips: [],
        enable_dynamic_port_allocation: false,
        enable_endpoint_independent_mapping: false,
        endpoint_types: ['ENDPOINT_TYPE_VM'],
        min_ports_per_vm: dynamic ? 32 : 64,
        nat_ips: [],
      }),
    };
  },
});

const refusal = (attributes: Attributes, field: string, message: string) =>
  invalid(
    `Invalid value for field 'resource.nats[${textAt(attributes, 'name') ?? ''}].${field}': ${message}`,
  );

/** Bounds of dynamic ports. @see https://cloud.google.com/nat/docs/ports-and-addresses (2026-11) */
const PORTS = {
  min_ports_per_vm: { least: 32, most: 32_768, unset: 32 },
  max_ports_per_vm: { least: 64, most: 65_536, unset: 65_536 },
};

function checkPorts(attributes: Attributes): void {
  const dynamic = booleanAt(attributes, 'enable_dynamic_port_allocation') === true;
  if (!dynamic) {
    if (numberAt(attributes, 'max_ports_per_vm') === undefined) return;
    throw refusal(attributes, 'maxPortsPerVm', 'needs enable_dynamic_port_allocation');
  }
  if (booleanAt(attributes, 'enable_endpoint_independent_mapping') === true) {
    throw refusal(
      attributes,
      'enableEndpointIndependentMapping',
      'does not go together with dynamic port allocation',
    );
  }
  const [min, max] = (['min_ports_per_vm', 'max_ports_per_vm'] as const).map((name) => {
    const { least, most, unset } = PORTS[name];
    const ports = numberAt(attributes, name) ?? unset;
    if (ports >= least && ports <= most && Number.isInteger(Math.log2(ports))) return ports;
    const field = name.startsWith('min') ? 'minPortsPerVm' : 'maxPortsPerVm';
    throw refusal(attributes, field, `${ports} is not a power of two from ${least} to ${most}`);
  });
  if (min! >= max!) throw refusal(attributes, 'minPortsPerVm', `${min} is not below maxPortsPerVm ${max}`);
}

function checkSources(attributes: Attributes, operation: Operation): void {
  if (textAt(attributes, 'source_subnetwork_ip_ranges_to_nat') !== LISTED) return;
  const subnetworks = blocksAt(attributes, 'subnetwork');
  if (subnetworks.length === 0)
    throw refusal(attributes, 'subnetworks', `${LISTED} names at least one subnetwork`);
  const project = projectOf(attributes, operation.provider);
  const region = regionOf(attributes, operation.provider);
  for (const each of subnetworks) {
    const name = subnetworkName(textAt(each, 'name') ?? '', project, region);
    operation.need(name, notThere(name));
  }
}

function checkOnlyOne(attributes: Attributes, { cloud, provider }: Operation): void {
  if (textAt(attributes, 'source_subnetwork_ip_ranges_to_nat') === LISTED) return;
  const name = nameOf(attributes, provider);
  const other = cloud
    .childrenOf(routerOf(attributes, provider))
    .find((nat) => nat.name !== name && textAt(nat.data, 'source_subnetwork_ip_ranges_to_nat') !== LISTED);
  if (other === undefined) return;
  throw refusal(
    attributes,
    'sourceSubnetworkIpRangesToNat',
    `gateway '${textAt(other.data, 'name') ?? ''}' serves all subnetworks of this router already`,
  );
}
