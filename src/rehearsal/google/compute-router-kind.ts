import { assetKind } from '../provider/asset-kind';
import {
  COMPUTE_API,
  COMPUTE_NAME,
  COMPUTE_NAME_FORM,
  computeIdentity,
  networkOf,
  regionalName,
} from './compute-resource';
import { expectForm, expectOneOf } from './config-checks';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { fillIn } from './filled-values';
import { plannedRegion, regionOf } from './place-attributes';
import { notThere } from './resource-in-use';

const nameOf = regionalName('routers');

/** A Cloud Router, which Cloud NAT stands on. */
export const computeRouterKind = assetKind({
  type: 'google_compute_router',
  assetType: 'compute.googleapis.com/Router',
  api: COMPUTE_API,
  forceNew: ['name', 'project', 'region', 'network', 'encrypted_interconnect_router'],
  defaults: { 'bgp.advertise_mode': 'DEFAULT', 'bgp.keepalive_interval': 20 },
  latency: LATENCY.computeResource,
  checks: ['Its network stands.', 'It takes its NAT gateways with it when it is deleted.'],
  ignores: ['BGP sessions, interfaces and peers.'],
  name: nameOf,
  parent: networkOf,
  importIds: importPatterns(
    'projects/{project}/regions/{region}/routers/{name}',
    '{project}/{region}/{name}',
    '{region}/{name}',
    '{name}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectOneOf(config, 'bgp.advertise_mode', ['DEFAULT', 'CUSTOM']),
  ],
  plan: plannedRegion,
  check: (attributes, operation) => {
    const network = networkOf(attributes, operation.provider);
    operation.need(network, notThere(network));
  },
  computed: (attributes, operation) => ({
    ...computeIdentity(nameOf(attributes, operation.provider), attributes, operation),
    ...fillIn(attributes, { region: regionOf(attributes, operation.provider) }),
  }),
  beforeDelete: (state, { cloud, provider }) => {
    for (const nat of cloud.childrenOf(nameOf(state, provider))) cloud.remove(nat.name);
  },
});
