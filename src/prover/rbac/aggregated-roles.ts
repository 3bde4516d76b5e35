import type { Finding } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import { labelsAt, textAt } from '../json-value';
import { stepThrough } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';

/** Roles that add themselves to one that every cluster has. */
export function aggregatedRoles({ objects, places }: ClusterWorld): readonly Finding[] {
  return objects.ofKind('ClusterRole').flatMap((role): readonly Finding[] => {
    const labels = Object.keys(labelsAt(role.object, 'metadata', 'labels'));
    const into = labels.find((label) => label.startsWith('rbac.authorization.k8s.io/aggregate-to-'));
    if (into === undefined) return [];
    const says = `its label ${into} adds its rules to a role of the cluster`;
    return [
      {
        aspect: 'rbac',
        kind: 'guard',
        from: textAt(role.object, 'metadata', 'name') ?? '',
        to: EVERYONE_ELSE,
        sentence: 'A role widens one that the cluster gives by itself',
        path: [stepThrough(role, says)],
        pairs: places.length,
      },
    ];
  });
}
