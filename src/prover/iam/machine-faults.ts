import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import type { Json } from '../json-value';
import { at, blockAt, isMap, listAt, mapAt, quoted, textsAt } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { cannotWork, reachThrough } from '../terraform/resource-finding';
import { machineNetworkFaults } from '../terraform/machine-network-faults';
import type { MeantSetting } from '../terraform/meant-settings';
import { MACHINE_SETTINGS } from '../terraform/meant-settings';
import type { World } from '../world';
import { MACHINE_ROLES } from './machine-grants';

const MACHINE = 'google_compute_instance';
const ROLE = 'google_project_iam_custom_role';
/** What a machine may be told; keys of people, for one, would let them in past IAM. */
const METADATA = ['block-project-ssh-keys', 'enable-oslogin', 'serial-port-enable', 'startup-script'];
const MOST_SECONDS = 12 * 3600;
/** Ways to a disk beside the new one that a machine is made with. */
const OTHER_DISKS = [
  ['attached_disk'],
  ['boot_disk', 'source'],
  ['boot_disk', 'initialize_params', 'snapshot'],
];

/**
 * Machines: each is a place's, runs as the account of that place alone, has no address on the internet, is entered past no role, and
 * stands in a network that lets in tunnels and leads to no other machine. And no role of a project's own says more than is meant.
 */
export function machineFaults(world: World): readonly Finding[] {
  const { cloud, record } = world;
  const owners = new Map<string, PlaceRecord>(
    record.places.flatMap((place) =>
      place.machine === undefined ? [] : [[`${place.machine.project}/${place.machine.name}`, place]],
    ),
  );
  const machines = cloud.ofType(MACHINE);
  const keyOf = (each: CloudResource): string => `${cloud.text(each, 'project')}/${cloud.text(each, 'name')}`;
  const standing = new Set(machines.map(keyOf));
  return [
    ...machines.flatMap((each) => faultsOf(world, each, owners.get(keyOf(each)))),
    ...machineNetworkFaults(world).map(({ sentence, resource, says }) =>
      finding(resource, undefined, sentence, says),
    ),
    ...cloud.ofType(ROLE).flatMap((each) => roleFaults(each)),
    ...[...owners]
      .filter(([key]) => !standing.has(key))
      .map(([key, { handle }]) =>
        cannotWork(
          'iam',
          handle,
          'A tenant is given a role on a machine, and it does not stand',
          `machine ${key}`,
          `has no ${MACHINE}`,
        ),
      ),
  ];
}

const finding = reachThrough('iam');

function faultsOf(
  { cloud }: World,
  machine: CloudResource,
  owner: PlaceRecord | undefined,
): readonly Finding[] {
  if (owner?.machine === undefined) return [finding(machine, owner, "A machine is nobody's", 'stands')];
  const { body, stack } = machine;
  const { account, project, zone } = owner.machine;
  const own = (sentence: string, says: string): Finding => finding(machine, owner, sentence, says);
  const email = cloud.resolve(stack, blockAt(body, 'service_account', 'email'));
  const region = zone.replace(/-[a-z]$/, '');
  const subnetwork = `projects/${project}/regions/${region}/subnetworks/machines-${region}`;
  const interfaces = listOf(body['network_interface']);
  const elsewhere = interfaces
    .map((each) => cloud.resolve(stack, at(each, 'subnetwork')))
    .filter((each) => each !== subnetwork);
  const seconds = Number(blockAt(body, 'scheduling', 'max_run_duration', 'seconds') ?? Infinity);
  const told = Object.keys(mapAt(body, 'metadata')).filter((key) => !METADATA.includes(key));
  return [
    ...(email === account
      ? []
      : [own('A machine runs as another account than its own', `says service_account = ${quoted(email)}`)]),
    ...(interfaces.some((each) => hasAddress(each))
      ? [own('A machine has an address on the internet', 'has access_config')]
      : []),
    ...(interfaces.length === 1 && elsewhere.length === 0
      ? []
      : [own('A machine stands in another network than that of machines', `names ${elsewhere.join(', ') || 'several'}`)]), // prettier-ignore
    ...(seconds <= MOST_SECONDS
      ? []
      : [own('Nothing stops a machine', `says max_run_duration = ${quoted(blockAt(body, 'scheduling', 'max_run_duration', 'seconds'))}`)]), // prettier-ignore
    ...OTHER_DISKS.filter((path) => blockAt(body, ...path) !== undefined).map((path) =>
      own('A machine has a disk that may be of somebody else', `says ${path.join('.')}`),
    ),
    ...told.map((key) => own('A machine is told what nobody has reasoned about', `says metadata ${key}`)),
    ...MACHINE_SETTINGS.flatMap((each) => settingFaults(body, each).map((says) => own(each.otherwise, says))),
  ];
}

const listOf = (blocks: Json | undefined): readonly Json[] =>
  Array.isArray(blocks) ? (blocks as readonly Json[]) : blocks === undefined ? [] : [blocks];

const hasAddress = (network: Json): boolean =>
  isMap(network) && (network['access_config'] !== undefined || network['ipv6_access_config'] !== undefined);

function settingFaults(body: Json, { path, allowed }: MeantSetting): readonly string[] {
  const value = blockAt(body, ...path);
  return allowed.some((each) => each === value) ? [] : [`says ${path.join('.')}: ${quoted(value)}`];
}

/** A custom role says exactly what the one of its name is known to say. */
function roleFaults(role: CloudResource): readonly Finding[] {
  const meant = MACHINE_ROLES[String(role.body['role_id'])] ?? [];
  const extra = textsAt(role.body, 'permissions').filter((permission) => !meant.includes(permission));
  if (extra.length === 0 && listAt(role.body, 'permissions').length > 0) return [];
  const says = `lets its holders ${extra.join(', ') || 'do nothing that can be read'}`;
  return [finding(role, undefined, 'A role of a project’s own says more than is meant', says)];
}
