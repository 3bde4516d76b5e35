import type { KubernetesDocument } from '../artifacts';
import type { CohortRecord, PlaceRecord } from '../cohort-record';
import type { AspectProof, Finding, Step } from '../finding';
import { EVERYONE_ELSE, THE_FENCE } from '../finding';
import { NAMES } from '../expected-names';
import { nameOf, stepThrough } from '../kubernetes/cluster-objects';
import { onceForEach } from '../once-for-each';
import { placeStep } from '../place-step';
import { accountRoleFaults, isOfToolkitAccount } from '../rbac/account-roles';
import { aggregatedRoles } from '../rbac/aggregated-roles';
import type { Grant } from '../rbac/bindings';
import { BUILT_IN, grantsIn, permissionsIn } from '../rbac/bindings';
import { isMeantForProgram } from '../rbac/meant-grants';
import type { Meant } from '../rbac/meant-in-cluster';
import { meantByCluster } from '../rbac/meant-in-cluster';
import type { Holder } from '../rbac/meant-permissions';
import { programRoleFaults } from '../rbac/program-role-faults';
import type { Permission } from '../rbac/permission';
import { permissionText, permissionTexts } from '../rbac/permission';
import type { Who } from '../rbac/subjects';
import { labelOf, whoIs } from '../rbac/subjects';
import { workflowFaults } from '../rbac/workflow-faults';
import type { ClusterWorld, World } from '../world';

/**
 * Roles and bindings: that each person holds a role in their own places only, that no role moves the fence, and
 * that whoever should work can.
 */
export function proveRbac({ record, clusters }: World): AspectProof {
  const meantIn = meantByCluster(record.taReadsSecrets);
  const read = ['ClusterRole', 'Role', 'RoleBinding', 'ClusterRoleBinding'];
  const roles = clusters.flatMap(({ objects }) => objects.ofKind('ClusterRole').map(nameOf));
  return {
    aspect: 'rbac',
    about: 'Roles and bindings, each rule against the list of what may be held in a place',
    objects: clusters.reduce(
      (sum, { objects }) => sum + read.reduce((part, kind) => part + objects.ofKind(kind).length, 0),
      0,
    ),
    classes: new Set(roles).size,
    findings: clusters.flatMap((cluster) => {
      const grants = grantsIn(cluster);
      const meant = meantIn(cluster);
      return [
        ...grants.flatMap((grant) => misplaced(record, cluster, grant)),
        ...tooMuch(record, grants, meant),
        ...missing(record, cluster, grants, meant),
        ...aggregatedRoles(cluster),
        ...programRoleFaults(cluster),
        ...workflowFaults(cluster, grants),
        ...accountRoleFaults(cluster),
      ];
    }),
  };
}

/** Somebody holds a role where they have nothing to do. */
function misplaced(record: CohortRecord, cluster: ClusterWorld, grant: Grant): readonly Finding[] {
  const who = whoIs(record, grant.subject);
  const place = cluster.places.find(({ namespace }) => namespace === grant.namespace);
  if (isMeantForProgram(grant, place) || isOfToolkitAccount(grant, place)) return [];
  if (who.kind === 'staff program' && !who.collects) return [];
  const inPlace = place !== undefined && belongs(who, place);
  if (inPlace) return [];
  const pairs = grant.namespace === undefined ? Math.max(1, cluster.places.length - 1) : 1;
  const own = who.kind === 'pods' && who.namespace === grant.namespace;
  const sentence = own
    ? 'Pods hold a role in their own namespace, and whoever starts a pod holds it with them'
    : grant.namespace === undefined
      ? `${kindOf(who)} may act in every namespace of the cluster`
      : `${kindOf(who)} may act in ${place === undefined ? 'a namespace of the staff' : "another's namespace"}`;
  return [
    {
      aspect: 'rbac',
      kind: 'reach',
      from: labelOf(who),
      to: own ? THE_FENCE : (place?.handle ?? grant.namespace ?? EVERYONE_ELSE),
      sentence,
      path: [stepThrough(grant.binding, `gives ${labelOf(who)} the role ${grant.roleName}`), roleStep(grant)],
      pairs,
    },
  ];
}

function belongs(who: Who, { namespace }: PlaceRecord): boolean {
  if (who.kind === 'workflows') return who.place.namespace === namespace;
  return who.kind === 'person' && (who.person.role !== 'student' || who.person.places.has(namespace));
}

function kindOf(who: Who): string {
  switch (who.kind) {
    case 'person':
      return who.person.role === 'student' ? 'A student' : 'Somebody who teaches';
    case 'workflows':
      return 'What workflows deploy as';
    case 'pods':
      return "A tenant's pods";
    case 'staff program':
      return 'A program that collects metrics';
    case 'everybody':
      return 'A group that anybody may be in';
    default:
      return 'An account that is in no list of the cohort';
  }
}

function roleStep({ role, roleName, binding }: Grant): Step {
  if (role !== undefined)
    return stepThrough(role, `allows ${permissionsIn(role).length} things, such as ${sample(role)}`);
  const what = BUILT_IN[roleName] ?? 'nothing that is known: no file describes it';
  return { file: binding.file, object: `role ${roleName}, of the cluster itself`, says: `allows ${what}` };
}

const sample = (role: NonNullable<Grant['role']>): string => {
  const [first] = permissionsIn(role);
  return first === undefined ? 'nothing' : permissionText(first);
};

/** A role gives somebody more than may be held in a place. */
function tooMuch(record: CohortRecord, grants: readonly Grant[], meant: Meant): readonly Finding[] {
  const extra = extraPermissions(meant);
  return grants.flatMap((grant): readonly Finding[] => {
    const who = whoIs(record, grant.subject);
    if (who.kind !== 'person' || grant.namespace === undefined) return [];
    const { role: holder, label } = who.person;
    const given = stepThrough(grant.binding, `gives ${label} the role ${grant.roleName}`);
    const common = { aspect: 'rbac', kind: 'reach', from: label, to: THE_FENCE, pairs: 1 } as const;
    if (grant.role === undefined)
      return [
        {
          ...common,
          sentence: `${HOLDERS[holder]} holds ${grant.roleName}, a role that no file describes`,
          path: [given, roleStep(grant)],
        },
      ];
    const { role } = grant;
    return extra(role, holder).map((text) => ({
      ...common,
      sentence: `${HOLDERS[holder]} may ${text}, which is not among what may be held in a place`,
      path: [given, stepThrough(role, `allows ${text}`)],
    }));
  });
}

/** Permissions of a role beyond what its holder may have, worked out once for each role. */
function extraPermissions(meant: Meant): (role: KubernetesDocument, holder: Holder) => readonly string[] {
  const allowed = {
    student: textsOf(meant.student),
    instructor: textsOf(meant.instructor),
    ta: textsOf(meant.ta),
  };
  const known = new Map<string, readonly string[]>();
  return (role, holder) => {
    const key = `${holder} ${role.file} ${role.index}`;
    const texts =
      known.get(key) ??
      permissionTexts(permissionsIn(role).filter((each) => !allowed[holder].has(permissionText(each))));
    known.set(key, texts);
    return texts;
  };
}

const textsOf = onceForEach(
  (permissions: readonly Permission[]): ReadonlySet<string> => new Set(permissions.map(permissionText)),
);

const HOLDERS: Readonly<Record<Holder, string>> = {
  student: 'A student',
  instructor: 'An instructor',
  ta: 'A TA',
};
const ROLES: Readonly<Record<Holder, string>> = {
  student: NAMES.studentRole,
  instructor: NAMES.instructorRole,
  ta: NAMES.taRole,
};

/** Somebody does not hold what they need. */
function missing(
  record: CohortRecord,
  cluster: ClusterWorld,
  grants: readonly Grant[],
  meant: Meant,
): readonly Finding[] {
  const held = new Set(
    grants.map(({ namespace, roleName, subject }) => `${namespace} ${roleName} ${subject.name}`),
  );
  const staff = [...record.people.values()].filter(({ role }) => role !== 'student');
  const unbound = cluster.places.flatMap((place) =>
    [...staff, ...place.members.map((email) => record.people.get(email)!)]
      .filter(({ role, email }) => !held.has(`${place.namespace} ${ROLES[role]} ${email}`))
      .map(({ role, label }): Finding => ({
        aspect: 'rbac',
        kind: 'cannot work',
        from: label,
        to: place.handle,
        sentence: `${HOLDERS[role]} does not hold ${ROLES[role]} in a place that is theirs to work in`,
        path: [placeStep(cluster, place, `has no binding of ${ROLES[role]} for ${label}`)],
        pairs: 1,
      })),
  );
  return [...unbound, ...unable(record, cluster, meant)];
}

function unable(
  record: CohortRecord,
  { objects, places, name }: ClusterWorld,
  meant: Meant,
): readonly Finding[] {
  const holders = new Set([...record.people.values()].map(({ role }) => role));
  return (Object.keys(ROLES) as Holder[])
    .filter((holder) => holders.has(holder))
    .flatMap((holder): readonly Finding[] => {
      const role = objects.tryFind('ClusterRole', ROLES[holder]);
      const given = textsOf(role === undefined ? [] : permissionsIn(role));
      const common = {
        aspect: 'rbac',
        kind: 'cannot work',
        from: HOLDERS[holder].replace(/^An? /, 'every '),
        to: 'their places',
        pairs: places.length,
      } as const;
      if (role === undefined) {
        const step = {
          file: `manifests for ${name}`,
          object: `ClusterRole ${ROLES[holder]}`,
          says: 'is not there',
        };
        return [{ ...common, sentence: `The role of every ${holder} is missing`, path: [step] }];
      }
      return permissionTexts(meant[holder].filter((each) => !given.has(permissionText(each)))).map(
        (text) => ({
          ...common,
          sentence: `${HOLDERS[holder]} cannot ${text}`,
          path: [stepThrough(role, `has no rule that allows ${text}`)],
        }),
      );
    });
}
