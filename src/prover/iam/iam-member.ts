import { NAMES } from '../expected-names';
import type { CohortRecord, PlaceRecord } from '../cohort-record';
import { accountOf, agentOf, workflowsOf } from './expected-grants';
import { machineAccountOf } from './machine-grants';
import { deployersOf } from './workflow-record';

/** Who a member of an IAM policy is, to this cohort. */
export interface IamMember {
  /** As a finding names it. */
  readonly label: string;
  /** As a sentence names all of its kind. */
  readonly kind: string;
  /** Whether `kind` is a plural. */
  readonly several?: boolean;
  /** Places that the member works in, or the one whose pods it is. */
  readonly places: readonly PlaceRecord[];
}

const OPEN: Readonly<Record<string, string>> = {
  allUsers: 'Everyone on the internet',
  allAuthenticatedUsers: 'Everyone with a Google account',
};

/** Workload identity: pods of a namespace, by an account of it. */
const SUBJECT = /^principal:\/\/iam\.googleapis\.com\/.+\/subject\/ns\/([^/]+)\/sa\/([^/]+)$/;

export function iamMember({ people, places, groups }: CohortRecord, member: string): IamMember {
  const open = OPEN[member];
  if (open !== undefined)
    return { label: open.charAt(0).toLowerCase() + open.slice(1), kind: open, places: [] };
  const [scheme, name = ''] = member.split(/:(.*)/s);
  const person =
    scheme === (groups === undefined ? 'user' : 'group') ? people.get(name.toLowerCase()) : undefined;
  if (person !== undefined)
    return {
      label: person.label,
      kind: person.role === 'student' ? 'A student' : person.role === 'ta' ? 'A TA' : 'An instructor',
      places: places.filter(({ namespace }) => person.places.has(namespace)),
    };
  if (scheme === 'group' && name === groups?.students)
    return { label: 'the group of all students', kind: 'All students', several: true, places: [] };
  const workflow = places.find((place) => workflowsOf(place).includes(member));
  if (workflow !== undefined)
    return {
      label: `workflows of ${workflow.handle} on GitHub`,
      kind: 'Workflows',
      several: true,
      places: [workflow],
    };
  const deployed = places.find((place) => deployersOf(place).includes(name));
  if (deployed !== undefined && scheme === 'serviceAccount')
    return {
      label: `the account that workflows of ${deployed.handle} deploy as`,
      kind: 'What workflows deploy as',
      places: [deployed],
    };
  const service = places.find((place) => accountOf(place).includes(member));
  if (service !== undefined)
    return { label: `the service of ${service.handle}`, kind: 'A service', places: [service] };
  const machine = places.find((place) => machineAccountOf(place).includes(member));
  if (machine !== undefined)
    return { label: `the machine of ${machine.handle}`, kind: 'A machine', places: [machine] };
  if (places.some((place) => agentOf(place).includes(member)))
    return { label: 'Cloud Run', kind: 'Cloud Run', places: [] };
  const [, namespace] = SUBJECT.exec(member) ?? [];
  if (namespace !== undefined)
    return {
      label: `pods of the namespace ${namespace}`,
      kind: 'Pods',
      several: true,
      places: places.filter((place) => place.namespace === namespace),
    };
  if (scheme === 'serviceAccount' && name.startsWith(`${NAMES.nodeAccount}@`))
    return {
      label: `nodes of ${name.split(/[@.]/)[1]}`,
      kind: 'The nodes of a cluster',
      several: true,
      places: [],
    };
  const kind = KINDS[scheme!] ?? 'An account that is in no list of the cohort';
  return { label: kind.charAt(0).toLowerCase() + kind.slice(1), kind, places: [] };
}

const KINDS: Readonly<Record<string, string>> = {
  group: 'A group whose members no file lists',
  domain: 'Everyone of a domain',
  principalSet: 'A set of identities that no file lists',
};
