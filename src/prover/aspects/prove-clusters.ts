import { clusterFinding, settingFindings } from '../clusters/cluster-finding';
import { poolFindings } from '../clusters/pool-findings';
import type { AspectProof, Finding, Step } from '../finding';
import { blockAt, quoted, textAt } from '../json-value';
import { stepIn } from '../terraform/cloud-resources';
import type { CloudResource } from '../terraform/cloud-resources';
import type { ClusterRanges } from '../terraform/cluster-ranges';
import { tryFindCluster, tryFindRanges } from '../terraform/cluster-ranges';
import { firewallFaults } from '../terraform/firewall-faults';
import {
  AUTOPILOT_SETTINGS,
  CLUSTER_SETTINGS,
  OTHER_SETTINGS,
  SHARED_CLUSTER_SETTINGS,
} from '../terraform/meant-settings';
import type { ClusterWorld, World } from '../world';

/** Clusters, node pools and networks: that each setting by which Google keeps tenants apart is made. */
export function proveClusters(world: World): AspectProof {
  const { clusters, cloud, record } = world;
  const types = ['google_container_cluster', 'google_container_node_pool', 'google_compute_firewall'];
  const known = new Set(record.clusters.map(({ project, name }) => `${project} ${name}`));
  return {
    aspect: 'clusters',
    about: 'Clusters, nodes, networks and firewalls: the settings by which Google keeps tenants apart',
    objects: [...types, ...Object.keys(OTHER_SETTINGS)].reduce(
      (sum, type) => sum + cloud.ofType(type).length,
      0,
    ),
    classes: clusters.length,
    findings: [
      ...clusters.flatMap((cluster) => clusterFindings(world, cluster)),
      ...cloud
        .ofType('google_container_cluster')
        .filter((each) => !known.has(`${cloud.text(each, 'project')} ${cloud.text(each, 'name')}`))
        .map((each) =>
          clusterFinding('A cluster is in no list of the cohort', stepIn(each, 'is made, for nobody')),
        ),
      ...Object.entries(OTHER_SETTINGS).flatMap(([type, settings]) =>
        cloud.ofType(type).flatMap((each) => settingFindings(each, settings)),
      ),
    ],
  };
}

function clusterFindings(world: World, cluster: ClusterWorld): readonly Finding[] {
  const { cloud } = world;
  const resource = tryFindCluster(cloud, cluster);
  const pairs = cluster.places.length * Math.max(1, cluster.places.length - 1);
  if (resource === undefined) {
    const step = { file: 'terraform', object: `cluster ${cluster.name}`, says: 'is made by no stack' };
    return [{ ...clusterFinding('A cluster is missing', step, cluster.places.length), kind: 'cannot work' }];
  }
  const isAutopilot = resource.body['enable_autopilot'] === true;
  const ranges = tryFindRanges(cloud, resource);
  return [
    ...settingFindings(resource, CLUSTER_SETTINGS, pairs),
    ...settingFindings(resource, isAutopilot ? AUTOPILOT_SETTINGS : SHARED_CLUSTER_SETTINGS, pairs),
    ...identityFindings(cluster, resource, pairs),
    ...groupFindings(world, cluster, resource),
    ...networkFindings(world, resource, ranges, pairs),
    ...poolFindings(world, cluster, resource, pairs),
  ];
}

function identityFindings(
  { project }: ClusterWorld,
  cluster: CloudResource,
  pairs: number,
): readonly Finding[] {
  const pool = textAt(blockAt(cluster.body, 'workload_identity_config'), 'workload_pool');
  if (pool === `${project}.svc.id.goog`) return [];
  const step = stepIn(cluster, `says workload_pool: ${quoted(pool)}`);
  return [clusterFinding("Without workload identity pods share the node's account", step, pairs)];
}

/** Whether RBAC of the cluster knows the groups that stand for people, and no others. */
function groupFindings(
  { record }: World,
  { places }: ClusterWorld,
  cluster: CloudResource,
): readonly Finding[] {
  const meant = record.groups?.security;
  const group = textAt(blockAt(cluster.body, 'authenticator_groups_config'), 'security_group');
  if (group === meant) return [];
  const step = stepIn(cluster, `says authenticator_groups_config.security_group: ${quoted(group)}`);
  return meant === undefined
    ? [clusterFinding('RBAC asks for groups that no file lists', step)]
    : [
        {
          ...clusterFinding('RBAC does not know the groups that stand for people', step, places.length),
          kind: 'cannot work',
        },
      ];
}

function networkFindings(
  { cloud }: World,
  cluster: CloudResource,
  ranges: ClusterRanges | undefined,
  pairs: number,
): readonly Finding[] {
  const finding = (sentence: string, step: Step): Finding => clusterFinding(sentence, step, pairs);
  if (ranges === undefined)
    return [
      finding(
        'The ranges of a cluster cannot be read',
        stepIn(cluster, 'names a subnetwork or ranges that are in no file'),
      ),
    ];
  const { subnetwork } = ranges;
  const networkOf = (each: CloudResource): CloudResource | undefined =>
    cloud.tryFollow(each.stack, textAt(each.body, 'network') ?? '');
  const isOne = networkOf(cluster) !== undefined && networkOf(cluster) === networkOf(subnetwork);
  return [
    ...(isOne
      ? []
      : [
          finding(
            'A cluster is in another network than its ranges',
            stepIn(cluster, 'names a network that its subnetwork is not in'),
          ),
        ]),
    ...firewallFaults(cloud, ranges).map(({ sentence, rule, says }) =>
      finding(sentence, stepIn(rule ?? subnetwork, says)),
    ),
  ];
}
