import type { CohortRecord, PersonRecord, PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import { deployersOf } from '../iam/workflow-record';
import { onceForEach } from '../once-for-each';
import type { Subject } from './bindings';

/** Who a subject of a binding is, to this cohort. */
export type Who =
  | { readonly kind: 'person'; readonly person: PersonRecord }
  /** Workflows on GitHub, by the account that they deploy as. */
  | { readonly kind: 'workflows'; readonly place: PlaceRecord }
  /** Pods of a tenant: it controls every account of its namespace. */
  | { readonly kind: 'pods'; readonly namespace: string }
  /** One that collects metrics comes near what tenants send, and holds no more than it is meant to. */
  | { readonly kind: 'staff program'; readonly name: string; readonly collects: boolean }
  | { readonly kind: 'everybody'; readonly name: string }
  | { readonly kind: 'stranger' };

const STAFF_PROGRAMS = ['practicum-system', NAMES.monitoringNamespace, 'kube-system'];

/** Places by the accounts that their workflows deploy as. */
const deployedInto = onceForEach(
  ({ places }: CohortRecord): ReadonlyMap<string, PlaceRecord> =>
    new Map(places.flatMap((place) => deployersOf(place).map((email) => [email, place] as const))),
);

export function whoIs(record: CohortRecord, { kind, name, namespace }: Subject): Who {
  const { people, places, groups } = record;
  const person =
    kind === (groups === undefined ? 'User' : 'Group') ? people.get(name.toLowerCase()) : undefined;
  if (person !== undefined) return { kind: 'person', person };
  if (kind === 'Group') return { kind: 'everybody', name: `the group ${name}` };
  const deployed = kind === 'User' ? deployedInto(record).get(name) : undefined;
  if (deployed !== undefined) return { kind: 'workflows', place: deployed };
  // A user's name can be that of an account: system:serviceaccount:<namespace>:<name>.
  const [, accountNamespace] = /^system:serviceaccount:([^:]+):/.exec(kind === 'User' ? name : '') ?? [];
  const home = kind === 'ServiceAccount' ? namespace : accountNamespace;
  if (home === undefined) return { kind: 'stranger' };
  if (places.some((place) => place.namespace === home)) return { kind: 'pods', namespace: home };
  return STAFF_PROGRAMS.includes(home)
    ? { kind: 'staff program', name: `${name} in ${home}`, collects: home === NAMES.monitoringNamespace }
    : { kind: 'stranger' };
}

export function labelOf(who: Who): string {
  switch (who.kind) {
    case 'person':
      return who.person.label;
    case 'workflows':
      return `workflows of ${who.place.handle}`;
    case 'pods':
      return `pods of ${who.namespace}`;
    case 'staff program':
      return who.name;
    case 'everybody':
      return who.name;
    case 'stranger':
      return 'an account that is in no list of the cohort';
  }
}
