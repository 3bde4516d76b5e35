import type { PlaceRecord } from '../cohort-record';
import type { ExpectedGrant } from './expected-grants';

const roleIn = (project: string, id: string): string => `projects/${project}/roles/${id}`;

/** Custom roles of projects with machines, with all that they may let their holders do. */
export const MACHINE_ROLES: Readonly<Record<string, readonly string[]>> = {
  machineKeeper: [
    'compute.instances.get',
    'compute.instances.getGuestAttributes',
    'compute.instances.getSerialPortOutput',
    'compute.instances.reset',
    'compute.instances.start',
    'compute.instances.stop',
  ],
  machineVisitor: ['compute.projects.get', 'compute.zoneOperations.get'],
};

/** Entering is to the one machine, as its one account, to the end; waking it is while labs that use it are open. */
export function machineGrants(
  { machine }: PlaceRecord,
  members: readonly string[],
  untilEnd: string,
): readonly ExpectedGrant[] {
  if (machine === undefined) return [];
  const { project, name, account, from, until } = machine;
  const target = `machine ${project}/${name}`;
  const open = `request.time >= timestamp("${from}") && request.time < timestamp("${until}")`;
  return members.flatMap((member) => [
    { target, role: 'roles/iap.tunnelResourceAccessor', member, condition: untilEnd },
    { target, role: 'roles/compute.osAdminLogin', member, condition: untilEnd },
    { target, role: roleIn(project, 'machineKeeper'), member, condition: open },
    { target: `account ${account}`, role: 'roles/iam.serviceAccountUser', member, condition: untilEnd },
  ]);
}

/** What `gcloud` asks of the project around a machine. */
export const visitorGrants = (
  project: string,
  members: readonly string[],
  untilEnd: string,
): readonly ExpectedGrant[] =>
  members.map((member) => ({
    target: `project ${project}`,
    role: roleIn(project, 'machineVisitor'),
    member,
    condition: untilEnd,
  }));

/** The account that a place's machine runs as. */
export const machineAccountOf = ({ machine }: PlaceRecord): readonly string[] =>
  machine === undefined ? [] : [`serviceAccount:${machine.account}`];
