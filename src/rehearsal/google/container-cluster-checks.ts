import { invalid } from '../cloud/cloud-error';
import { isoInstant } from '../cloud/iso-instant';
import type { Operation } from '../provider/operation';
import { blockAt, blocksAt, booleanAt, numberAt, textAt, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { networkOf } from './compute-resource';
import { knownValuesAt } from './config-checks';
import { clusterSubnetwork } from './container-cluster-name';
import { checkLabels } from './effective-labels';
import { needServiceAccount } from './node-service-account';
import { isZone, locationOf, projectOf } from './place-attributes';
import { notThere } from './resource-in-use';
import { secondaryRange, subnetworksIn } from './subnetwork-ranges';

/** What Google refuses when a cluster is made or changed. */
export function checkCluster(attributes: Attributes, operation: Operation): void {
  checkLabels({ labels: attributes['resource_labels'] ?? null });
  checkNetwork(attributes, operation);
  for (const email of SERVICE_ACCOUNTS.flatMap((path) => knownValuesAt(attributes, path))) {
    needServiceAccount(typeof email === 'string' ? email : undefined, operation);
  }
  checkWorkloadPool(attributes, projectOf(attributes, operation.provider));
  checkMode(attributes, locationOf(attributes, operation.provider));
  checkEndpoints(attributes);
  checkComponents(attributes);
  checkExclusions(attributes);
}

const SERVICE_ACCOUNTS = [
  'cluster_autoscaling.auto_provisioning_defaults.service_account',
  'node_config.service_account',
  'node_pool.node_config.service_account',
];

function checkNetwork(attributes: Attributes, operation: Operation): void {
  const network = networkOf(attributes, operation.provider);
  operation.need(network, notThere(network));
  const name = clusterSubnetwork(attributes, operation.provider);
  const subnetwork = operation.need(name, notThere(name));
  if (!subnetworksIn(network, operation).includes(subnetwork)) {
    throw invalid(
      `Subnetwork "${textAt(subnetwork.data, 'name')}" is not in network "${network.replace(/^.*\//, '')}"`,
    );
  }
  const policy = blockAt(attributes, 'ip_allocation_policy') ?? {};
  const [pods, services] = ['cluster_secondary_range_name', 'services_secondary_range_name'].map((range) =>
    textAt(policy, range),
  );
  for (const range of [pods, services]) if (range) secondaryRange(subnetwork, range);
  if (pods && pods === services) {
    throw invalid(`Pods and Services cannot share the secondary range "${pods}"`);
  }
}

function checkWorkloadPool(attributes: Attributes, project: string): void {
  const pool = textAt(blockAt(attributes, 'workload_identity_config') ?? {}, 'workload_pool');
  if (!pool || pool === `${project}.svc.id.goog`) return;
  throw invalid(
    `Invalid value for field "workload_identity_config.workload_pool": "${pool}"; ` +
      `the only workload pool of this project is "${project}.svc.id.goog"`,
  );
}

function checkMode(attributes: Attributes, location: string): void {
  if (booleanAt(attributes, 'enable_autopilot') === true) {
    if (isZone(location))
      throw invalid(`Autopilot clusters must be regional clusters: "${location}" is a zone.`);
    return;
  }
  if (blocksAt(attributes, 'node_pool').length > 0 || (numberAt(attributes, 'initial_node_count') ?? 0) > 0)
    return;
  throw invalid('Cluster.initial_node_count must be greater than zero.');
}

function checkEndpoints(attributes: Attributes): void {
  const config = blockAt(attributes, 'private_cluster_config') ?? {};
  if (
    booleanAt(config, 'enable_private_endpoint') !== true ||
    booleanAt(config, 'enable_private_nodes') !== false
  )
    return;
  if (isIpEndpointOff(attributes)) return;
  throw invalid(
    'private_cluster_config.enable_private_endpoint needs enable_private_nodes: the IP endpoint is on.',
  );
}

/** Whether the control plane has no IP endpoint. */
export const isIpEndpointOff = (attributes: Attributes): boolean =>
  knownValuesAt(attributes, 'control_plane_endpoints_config.ip_endpoints_config.enabled')[0] === false;

/** Components of logs and metrics. @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters (2026-11) */
const COMPONENTS = {
  logging_config: [
    'SYSTEM_COMPONENTS',
    'WORKLOADS',
    'APISERVER',
    'SCHEDULER',
    'CONTROLLER_MANAGER',
    'KCP_CONNECTION',
    'KCP_SSHD',
    'KCP_HPA',
  ],
  monitoring_config: [
    'SYSTEM_COMPONENTS',
    'APISERVER',
    'SCHEDULER',
    'CONTROLLER_MANAGER',
    'STORAGE',
    'HPA',
    'POD',
    'DAEMONSET',
    'DEPLOYMENT',
    'STATEFULSET',
    'KUBELET',
    'CADVISOR',
    'DCGM',
    'JOBSET',
  ],
} as const;

function checkComponents(attributes: Attributes): void {
  for (const [block, components] of Object.entries(COMPONENTS)) {
    const wanted = textsAt(blockAt(attributes, block) ?? {}, 'enable_components');
    const wrong = wanted.find((each) => !(components as readonly string[]).includes(each));
    if (wrong !== undefined) throw invalid(`${block}.enable_components: "${wrong}" is not a component`);
  }
}

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/maintenance-windows-and-exclusions (read 2026-11) */
const EXCLUSIONS = { most: 20, mostWithoutUpgrades: 3, daysWithoutUpgrades: 30 };

function checkExclusions(attributes: Attributes): void {
  const exclusions = blocksAt(blockAt(attributes, 'maintenance_policy') ?? {}, 'maintenance_exclusion');
  if (exclusions.length > EXCLUSIONS.most) {
    throw invalid(`${exclusions.length} maintenance exclusions: a cluster takes at most ${EXCLUSIONS.most}`);
  }
  const without = exclusions.filter(isNoUpgrades);
  if (without.length > EXCLUSIONS.mostWithoutUpgrades) {
    throw invalid(
      `${without.length} maintenance exclusions with scope NO_UPGRADES: a cluster takes at most ${EXCLUSIONS.mostWithoutUpgrades}`,
    );
  }
  for (const exclusion of exclusions) checkExclusion(exclusion);
}

const isNoUpgrades = (exclusion: Attributes): boolean =>
  (textAt(blockAt(exclusion, 'exclusion_options') ?? {}, 'scope') ?? 'NO_UPGRADES') === 'NO_UPGRADES';

function checkExclusion(exclusion: Attributes): void {
  const name = textAt(exclusion, 'exclusion_name') ?? '';
  const [start, end] = ['start_time', 'end_time'].map((time) => Date.parse(textAt(exclusion, time) ?? ''));
  if (!(start! < end!)) throw invalid(`Maintenance exclusion "${name}" ends before it starts`);
  const limit = start! + EXCLUSIONS.daysWithoutUpgrades * 86_400_000;
  if (!isNoUpgrades(exclusion) || end! <= limit) return;
  throw invalid(
    `Maintenance exclusion "${name}" with scope NO_UPGRADES lasts more than ${EXCLUSIONS.daysWithoutUpgrades} days: ` +
      `it must end by ${isoInstant(limit)}`,
  );
}
