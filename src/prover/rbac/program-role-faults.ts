import type { KubernetesDocument } from '../artifacts';
import type { Finding } from '../finding';
import { EVERYONE_ELSE } from '../finding';
import type { Json } from '../json-value';
import { listAt, textsAt } from '../json-value';
import { nameOf, stepThrough } from '../kubernetes/cluster-objects';
import { programRoles } from '../monitoring/program-rights';
import type { ClusterWorld } from '../world';
import { permissionsIn } from './bindings';
import { permissionText, permissionsOf } from './permission';

const named = (text: string, name: string | undefined): string =>
  name === undefined ? text : `${text} that is called ${name}`;

/** What a role allows, with the names of objects where a rule holds for those alone. */
function textsIn(role: KubernetesDocument): readonly string[] {
  const ofRule = (rule: Json): readonly string[] => {
    const names = textsAt(rule, 'resourceNames');
    return permissionsOf(rule).flatMap((each) =>
      (names.length === 0 ? [undefined] : names).map((name) => named(permissionText(each), name)),
    );
  };
  const aggregated = permissionsIn({ ...role, object: { ...role.object, rules: [] } }).map(permissionText);
  return [...listAt(role.object, 'rules').flatMap(ofRule), ...aggregated];
}

const meantIn = (cluster: ClusterWorld): ReadonlyMap<string, readonly string[]> =>
  new Map(
    Object.entries(programRoles(cluster)).map(([role, rows]) => [
      role,
      rows.flatMap(({ group, resources, verbs, only }) =>
        resources.flatMap((resource) =>
          verbs.map((verb) => named(permissionText({ group, resource, verb }), only)),
        ),
      ),
    ]),
  );

/** Roles of programs that allow more than their work, or less. */
export function programRoleFaults(cluster: ClusterWorld): readonly Finding[] {
  const { objects, places } = cluster;
  const roles = meantIn(cluster);
  return objects.ofKind('ClusterRole').flatMap((role): readonly Finding[] => {
    const meant = roles.get(nameOf(role));
    if (meant === undefined) return [];
    const given = textsIn(role);
    const common = { aspect: 'rbac', from: nameOf(role), to: EVERYONE_ELSE, pairs: places.length } as const;
    return [
      ...given
        .filter((text) => !meant.includes(text))
        .map((text): Finding => ({
          ...common,
          kind: 'guard',
          sentence: `A program may ${text}, which is not its work`,
          path: [stepThrough(role, `allows ${text}`)],
        })),
      ...meant
        .filter((text) => !given.includes(text))
        .map((text): Finding => ({
          ...common,
          kind: 'cannot work',
          sentence: `A program cannot ${text}`,
          path: [stepThrough(role, `has no rule that allows ${text}`)],
        })),
    ];
  });
}
