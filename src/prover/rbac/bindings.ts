import type { KubernetesDocument } from '../artifacts';
import type { Json, JsonMap } from '../json-value';
import { at, listAt, textAt } from '../json-value';
import { namespaceOf } from '../kubernetes/cluster-objects';
import { onceForEach } from '../once-for-each';
import type { ClusterWorld } from '../world';
import type { Permission } from './permission';
import { permissionsOf } from './permission';

/** One subject of a binding with what it holds, and where. */
export interface Grant {
  readonly binding: KubernetesDocument;
  readonly subject: Subject;
  /** Namespace that it holds in; undefined for all of them. */
  readonly namespace: string | undefined;
  readonly roleName: string;
  /** Role of the artifacts; undefined for one that the cluster has by itself, or that is not known. */
  readonly role: KubernetesDocument | undefined;
}

export interface Subject {
  readonly kind: string;
  readonly name: string;
  /** Of a service account. */
  readonly namespace: string;
}

/** Roles that every cluster has, which no artifact describes. */
export const BUILT_IN: Readonly<Record<string, string>> = {
  'cluster-admin': 'everything in every namespace',
  admin: 'everything in the namespace, its roles among it',
  edit: 'every secret and every account of the namespace',
  view: 'all but the secrets of the namespace',
};

/** Every grant of a cluster, by subject. */
export function grantsIn({ objects }: ClusterWorld): readonly Grant[] {
  return ['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) =>
    objects.ofKind(kind).flatMap((binding) => {
      const namespace = kind === 'RoleBinding' ? (namespaceOf(binding) ?? '') : undefined;
      const roleName = textAt(binding.object, 'roleRef', 'name') ?? '';
      const role =
        textAt(binding.object, 'roleRef', 'kind') === 'ClusterRole'
          ? objects.tryFind('ClusterRole', roleName)
          : objects.tryFind('Role', roleName, namespace);
      return listAt(binding.object, 'subjects').map((subject) => ({
        binding,
        subject: subjectOf(subject, namespace),
        namespace,
        roleName,
        role,
      }));
    }),
  );
}

function subjectOf(subject: Json, namespace: string | undefined): Subject {
  return {
    kind: textAt(subject, 'kind') ?? '',
    name: textAt(subject, 'name') ?? '',
    namespace: textAt(subject, 'namespace') ?? namespace ?? '',
  };
}

/** What a role gives; an aggregated role may be given anything by a label elsewhere. */
export const permissionsIn = ({ object }: KubernetesDocument): readonly Permission[] => permissions(object);

const permissions = onceForEach((role: JsonMap): readonly Permission[] => {
  const isAggregated = at(role, 'aggregationRule') !== undefined;
  return [
    ...listAt(role, 'rules').flatMap(permissionsOf),
    ...(isAggregated ? [{ group: '', resource: 'what roles with a label allow', verb: 'do' }] : []),
  ];
});
