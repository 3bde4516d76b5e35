import { invalid } from '../cloud/cloud-error';
import type { Operation } from '../provider/operation';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, blocksAt, booleanAt, numberAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectBetween, expectNotWith, expectOneOf } from './config-checks';
import { isAutopilot } from './container-cluster-computed';
import { poolCluster } from './container-cluster-name';
import { poolName } from './container-node-pool-name';
import { checkLabels } from './effective-labels';
import { needServiceAccount } from './node-service-account';
import { notThere } from './resource-in-use';

/** What the provider refuses of a node pool without asking Google. PROVIDER measurements and provider google 6.50, 2026-11. */
export const poolProblems = (config: Attributes): readonly ConfigProblem[] => [
  ...expectNotWith(config, 'name', ['name_prefix']),
  ...expectOneOf(config, 'autoscaling.location_policy', ['BALANCED', 'ANY']),
  ...LEAST_ZERO.flatMap((path) => expectBetween(config, path, 0)),
  ...expectBetween(config, 'node_config.disk_size_gb', 10),
  ...expectOneOf(config, 'node_config.taint.effect', ['NO_SCHEDULE', 'PREFER_NO_SCHEDULE', 'NO_EXECUTE']),
  ...expectOneOf(config, 'node_config.workload_metadata_config.mode', [
    'MODE_UNSPECIFIED',
    'GCE_METADATA',
    'GKE_METADATA',
  ]),
  ...expectOneOf(config, 'node_config.kubelet_config.insecure_kubelet_readonly_port_enabled', [
    'FALSE',
    'TRUE',
  ]),
  ...expectOneOf(config, 'node_config.guest_accelerator.gpu_driver_installation_config.gpu_driver_version', [
    'GPU_DRIVER_VERSION_UNSPECIFIED',
    'INSTALLATION_DISABLED',
    'DEFAULT',
    'LATEST',
  ]),
  ...expectOneOf(config, 'upgrade_settings.strategy', ['SURGE', 'BLUE_GREEN']),
];

const LEAST_ZERO = [
  'autoscaling.max_node_count',
  'autoscaling.min_node_count',
  'autoscaling.total_max_node_count',
  'autoscaling.total_min_node_count',
  'node_count',
  'upgrade_settings.max_surge',
  'upgrade_settings.max_unavailable',
];

/** @see https://cloud.google.com/kubernetes-engine/docs/reference/rest/v1/projects.locations.clusters.nodePools (2026-11) */
const POOL_NAME = /^[a-z](?:[-a-z0-9]{0,38}[a-z0-9])?$/;

/** What Google refuses when a node pool is made or changed. */
export function checkPool(attributes: Attributes, operation: Operation): void {
  const name = poolName(attributes, operation.provider);
  if (!POOL_NAME.test(name)) {
    throw invalid(
      `Invalid value for field "node_pool.name": "${name}": at most 40 lower-case letters, digits and hyphens, ` +
        'first a letter, last no hyphen',
    );
  }
  const cluster = poolCluster(attributes, operation.provider);
  if (isAutopilot(operation.need(cluster, notThere(cluster)).data)) {
    throw invalid('Autopilot clusters do not support mutating node pools.');
  }
  checkSize(attributes, name);
  checkUpgrade(attributes, name);
  checkNodes(blockAt(attributes, 'node_config') ?? {}, name, operation);
}

function checkSize(attributes: Attributes, name: string): void {
  const scaling = blockAt(attributes, 'autoscaling');
  const podsPerNode = numberAt(attributes, 'max_pods_per_node');
  if (podsPerNode !== undefined && (podsPerNode < 8 || podsPerNode > 256)) {
    throw invalid(`Node pool "${name}": max_pods_per_node ${podsPerNode} is not from 8 to 256.`);
  }
  if (scaling === undefined) return;
  const perZone = rangeAt(scaling, 'min_node_count', 'max_node_count', name);
  const total = rangeAt(scaling, 'total_min_node_count', 'total_max_node_count', name);
  if (perZone && total) {
    throw invalid(
      `Node pool "${name}": autoscaling takes min_node_count and max_node_count for each zone, ` +
        'or total_min_node_count and total_max_node_count for all, not both.',
    );
  }
}

/** Whether a pair of bounds is given at all; an upside-down pair is refused. */
function rangeAt(scaling: Attributes, least: string, most: string, name: string): boolean {
  const [min, max] = [numberAt(scaling, least) ?? 0, numberAt(scaling, most) ?? 0];
  if (min > max) throw invalid(`Node pool "${name}": ${least} ${min} is greater than ${most} ${max}.`);
  return min > 0 || max > 0;
}

/** Refuses a fixed size beside autoscaling, which each would change the other's work; what `node_count` came to be is fine. */
export function refuseCountWithAutoscaling(config: Attributes, name: string): void {
  if (blockAt(config, 'autoscaling') === undefined || numberAt(config, 'node_count') === undefined) return;
  throw invalid(
    `Node pool "${name}": node_count does not go together with autoscaling: write initial_node_count.`,
  );
}

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/node-pool-upgrade-strategies (2026-11) */
const MOST_AT_ONCE = 20;

function checkUpgrade(attributes: Attributes, name: string): void {
  const settings = blockAt(attributes, 'upgrade_settings') ?? {};
  const [surge, unavailable] = ['max_surge', 'max_unavailable'].map((each) => numberAt(settings, each));
  if (textAt(settings, 'strategy') === 'BLUE_GREEN' || surge === undefined || unavailable === undefined)
    return;
  const together = surge + unavailable;
  if (together >= 1 && together <= MOST_AT_ONCE) return;
  throw invalid(
    `Node pool "${name}": max_surge ${surge} and max_unavailable ${unavailable} must add up to 1 to ${MOST_AT_ONCE}.`,
  );
}

function checkNodes(nodes: Attributes, name: string, operation: Operation): void {
  needServiceAccount(textAt(nodes, 'service_account'), operation);
  checkLabels({ labels: nodes['resource_labels'] ?? null });
  if (booleanAt(nodes, 'spot') === true && booleanAt(nodes, 'preemptible') === true) {
    throw invalid(`Node pool "${name}": nodes are spot or preemptible, not both.`);
  }
  const accelerators = blocksAt(nodes, 'guest_accelerator');
  for (const each of accelerators) checkAccelerator(each, textAt(nodes, 'machine_type') ?? '', name);
  const sharing = accelerators.flatMap((each) => blocksAt(each, 'gpu_sharing_config'));
  for (const each of sharing) {
    const strategy = textAt(each, 'gpu_sharing_strategy') ?? '';
    if (!['TIME_SHARING', 'MPS'].includes(strategy)) {
      throw invalid(`Node pool "${name}": gpu_sharing_strategy "${strategy}" is not TIME_SHARING or MPS.`);
    }
    const clients = numberAt(each, 'max_shared_clients_per_gpu') ?? 0;
    if (clients < 2 || clients > MOST_CLIENTS) {
      throw invalid(
        `Node pool "${name}": max_shared_clients_per_gpu ${clients} is not from 2 to ${MOST_CLIENTS}.`,
      );
    }
  }
}

/** @see https://cloud.google.com/kubernetes-engine/docs/concepts/timesharing-gpus (2026-11) */
const MOST_CLIENTS = 48;

/** Families that a GPU comes in. @see https://cloud.google.com/compute/docs/gpus (2026-11) */
const FAMILY_OF_GPU: Readonly<Record<string, string>> = { 'nvidia-l4': 'g2', 'nvidia-tesla-t4': 'n1' };

function checkAccelerator(accelerator: Attributes, machineType: string, name: string): void {
  const type = textAt(accelerator, 'type') ?? '';
  const family = FAMILY_OF_GPU[type];
  if (family === undefined || machineType.startsWith(`${family}-`)) return;
  throw invalid(
    `Node pool "${name}": ${type} does not come with the machine type ${machineType}, but with ${family}.`,
  );
}
