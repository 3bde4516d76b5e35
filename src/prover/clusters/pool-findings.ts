import { NAMES } from '../expected-names';
import type { Finding, Step } from '../finding';
import { nodesOf } from '../iam/expected-grants';
import type { Json } from '../json-value';
import { at, blockAt, isList, labelsAt, quoted, textAt } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import { POOL_SETTINGS } from '../terraform/meant-settings';
import type { ClusterWorld, World } from '../world';
import { clusterFinding, settingFindings } from './cluster-finding';

/** Pools that a shared cluster has, by the label that says whose they are. */
const ROLES = ['lab', 'system'];
/** Taint that GKE's own pods tolerate, and no tenant's may. */
const SYSTEM_TAINT = 'components.gke.io/gke-managed-components';
/** Label of pools whose nodes have a GPU each, and what keeps pods off them that ask for none. */
const GPU_ROLE = 'gpu';
const GPU_TAINT = 'nvidia.com/gpu';

/** What is wrong with the nodes of a cluster. */
export function poolFindings(
  world: World,
  cluster: ClusterWorld,
  resource: CloudResource,
  pairs: number,
): readonly Finding[] {
  const { cloud } = world;
  if (resource.body['enable_autopilot'] === true) {
    const account = blockAt(
      resource.body,
      'cluster_autoscaling',
      'auto_provisioning_defaults',
      'service_account',
    );
    return accountFindings(world, cluster, resource, account);
  }
  const pools = cloud
    .ofType('google_container_node_pool')
    .filter((pool) => cloud.tryFollow(pool.stack, textAt(pool.body, 'cluster') ?? '') === resource);
  const roles = pools.map((pool) => labelsAt(blockAt(pool.body, 'node_config'), 'labels')[NAMES.poolLabel]);
  const absent = ROLES.filter((role) => !roles.includes(role)).map((role) =>
    clusterFinding(
      'A pool of nodes is missing',
      stepIn(resource, `has no pool that says ${NAMES.poolLabel}: ${role}`),
      pairs,
    ),
  );
  return [
    ...absent,
    ...pools.flatMap((pool, index) => [
      ...settingFindings(pool, POOL_SETTINGS, pairs),
      ...accountFindings(world, cluster, pool, blockAt(pool.body, 'node_config', 'service_account')),
      ...roleFindings(pool, roles[index]),
    ]),
  ];
}

function accountFindings(
  { cloud }: World,
  { project }: ClusterWorld,
  resource: CloudResource,
  account: Json | undefined,
): readonly Finding[] {
  const email = cloud.resolve(resource.stack, account);
  if (`serviceAccount:${email}` === nodesOf(project)) return [];
  const step = stepIn(resource, `says service_account: ${quoted(account)}`);
  return [clusterFinding('Nodes run as another account than the one that may little', step)];
}

/** Nodes of the system and with GPUs carry a taint, and must: tenants' pods tolerate the one only, and GKE adds that to those that ask for a GPU. */
function roleFindings(pool: CloudResource, role: string | undefined): readonly Finding[] {
  const step = (says: string): Step => stepIn(pool, says);
  if (role === 'lab') return [];
  if (role !== 'system' && role !== GPU_ROLE)
    return [
      clusterFinding(`A pool of nodes has no ${NAMES.poolLabel} that is known`, step(`says ${quoted(role)}`)),
    ];
  const meant = role === GPU_ROLE ? GPU_TAINT : SYSTEM_TAINT;
  const taint = at(blockAt(pool.body, 'node_config'), 'taint');
  const keepsAway = (isList(taint) ? taint : [taint]).some(
    (each) =>
      textAt(each, 'key') === meant && ['NO_SCHEDULE', 'NO_EXECUTE'].includes(textAt(each, 'effect') ?? ''),
  );
  if (keepsAway) return [];
  return [
    clusterFinding(
      role === GPU_ROLE
        ? 'Pods that ask for no GPU keep nodes with GPUs standing'
        : "Tenants' pods run on the nodes of the staff's programs",
      step('has no taint that keeps them away'),
    ),
  ];
}
