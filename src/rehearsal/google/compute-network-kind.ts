import { assetKind } from '../provider/asset-kind';
import { stableDigits } from './stable-value';
import { fillIn } from './filled-values';
import { COMPUTE_API, checkComputeName, computeIdentity, globalName } from './compute-resource';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { resourceInUse } from './resource-in-use';
import { expectBetween, expectOneOf } from './config-checks';

const nameOf = globalName('networks');

/** A VPC network. */
export const computeNetworkKind = assetKind({
  type: 'google_compute_network',
  assetType: 'compute.googleapis.com/Network',
  api: COMPUTE_API,
  // Description and the rest: PROVIDER measurements and the schema of provider google 6.50, 2026-11.
  forceNew: [
    'name',
    'project',
    'description',
    'auto_create_subnetworks',
    'enable_ula_internal_ipv6',
    'internal_ipv6_range',
    'mtu',
    'network_profile',
  ],
  defaults: {
    auto_create_subnetworks: true,
    delete_default_routes_on_create: false,
    network_firewall_policy_enforcement_order: 'AFTER_CLASSIC_FIREWALL',
  },
  terraformOnly: ['delete_default_routes_on_create'],
  afterImport: { delete_default_routes_on_create: false },
  latency: LATENCY.network,
  checks: [
    'Its name has the form that Compute Engine asks for and is unique in the project.',
    'It cannot be deleted while a subnetwork, firewall rule or router is in it, nor while a cluster has left a forwarding rule, network endpoint group or firewall rule there.',
  ],
  ignores: [
    'Subnetworks that auto mode makes, routes, peerings, and quotas of networks for each project.',
    'Firewall rules that GKE makes for itself while a cluster stands.',
  ],
  name: nameOf,
  importIds: importPatterns('projects/{project}/global/networks/{name}', '{project}/{name}', '{name}'),
  validate: (config) => [
    ...expectOneOf(config, 'routing_mode', ['REGIONAL', 'GLOBAL']),
    ...expectBetween(config, 'mtu', 1300, 8896),
  ],
  check: (attributes) => checkComputeName(attributes),
  computed: (attributes, operation) => {
    const name = nameOf(attributes, operation.provider);
    const { id, self_link } = computeIdentity(name, attributes, operation);
    const number = stableDigits(name, 19);
    return {
      id: id!,
      self_link: self_link!,
      gateway_ipv4: '',
      network_id: number,
      numeric_id: number,
      ...fillIn(attributes, {
        routing_mode: 'REGIONAL',
        mtu: 0,
        internal_ipv6_range: '',
        bgp_best_path_selection_mode: 'LEGACY',
        bgp_always_compare_med: false,
        bgp_inter_region_cost: '',
      }),
    };
  },
  beforeDelete: (state, { cloud, provider }) => {
    const name = nameOf(state, provider);
    const user = cloud.childrenOf(name)[0];
    if (user !== undefined) throw resourceInUse('network', name, user.name);
  },
});
