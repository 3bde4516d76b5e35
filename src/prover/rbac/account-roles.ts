import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { Finding } from '../finding';
import { EVERYONE_ELSE, THE_FENCE } from '../finding';
import { textAt } from '../json-value';
import { kindOf, nameOf, stepThrough } from '../kubernetes/cluster-objects';
import { onceForEach } from '../once-for-each';
import type { ClusterWorld } from '../world';
import type { Grant } from './bindings';
import { permissionsIn } from './bindings';
import { hasWorkflows } from './meant-in-cluster';
import { meantPermissions } from './meant-permissions';
import { permissionText, permissionTexts } from './permission';

/** Whether an account that a toolkit has in a place holds its own role, there alone. */
export function isOfToolkitAccount({ binding, subject }: Grant, place: PlaceRecord | undefined): boolean {
  const { name, namespace, kind } = subject;
  return (
    place !== undefined &&
    !place.held &&
    place.reaches.some(({ accounts }) => accounts.includes(name)) &&
    kind === 'ServiceAccount' &&
    namespace === place.namespace &&
    kindOf(binding) === 'RoleBinding' &&
    nameOf(binding) === name &&
    textAt(binding.object, 'roleRef', 'kind') === 'ClusterRole' &&
    textAt(binding.object, 'roleRef', 'name') === `${NAMES.accountRolePrefix}${name}`
  );
}

/**
 * Roles of toolkits' accounts that allow more than everybody holds who may start a pod: whoever starts one runs it as any
 * account of the place. That is least for TAs, who go into no pod and near no secret.
 */
export function accountRoleFaults(cluster: ClusterWorld): readonly Finding[] {
  const { objects, places } = cluster;
  const held = allowedTo(cluster);
  return objects
    .ofKind('ClusterRole')
    .filter((role) => nameOf(role).startsWith(NAMES.accountRolePrefix))
    .flatMap((role) =>
      permissionTexts(permissionsIn(role).filter((each) => !held.has(permissionText(each)))).map(
        (text): Finding => ({
          aspect: 'rbac',
          kind: 'reach',
          from: `pods with ${nameOf(role).slice(NAMES.accountRolePrefix.length)}`,
          to: places.length === 1 ? THE_FENCE : EVERYONE_ELSE,
          sentence: `A toolkit's account may ${text}, which not all hold who may start its pods`,
          path: [stepThrough(role, `allows ${text}`)],
          pairs: places.length,
        }),
      ),
    );
}

const allowedTo = onceForEach((cluster: ClusterWorld): ReadonlySet<string> => {
  const { ta, student } = meantPermissions(false, { mesh: false, workflows: hasWorkflows(cluster) });
  const students = new Set(student.map(permissionText));
  return new Set(ta.map(permissionText).filter((text) => students.has(text)));
});
