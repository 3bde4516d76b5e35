import {
  AWAKE_HOURS,
  MACHINE_IMAGE,
  MACHINE_SHAPES,
  VCPUS_IN_QUOTA,
  machineZone,
} from '../catalogue/vm/machine-shapes';
import { STARTUP_SCRIPT } from '../catalogue/vm/startup-script';
import type { CohortConfig } from '../config/cohort.schema';
import type { Region } from '../config/regions';
import type { Window } from '../course/calendar';
import type { Course, Lab } from '../course/course.schema';
import type { CellNumber, CohortId, Handle, ProjectId } from '../domain/ids';
import { machineAccountId, machineName, machineRole, machinesProjectId } from '../domain/names';
import type { Instant } from '../domain/time';
import type { CellPlan, GrantPlan, ShardPlan } from './cohort-plan';
import type { MachineNetworkPlan } from './machine-network';
import { MACHINE_NETWORK } from './machine-network';
import type { ToolkitPlan } from './toolkits-plan';

/** The one machine of a tenant: entered through a tunnel of Identity-Aware Proxy, and started by the tenant. */
export interface MachinePlan {
  /** The tenant's own project, or the one that machines of a cell share. */
  readonly project: ProjectId;
  readonly name: string;
  /** Id of the account that it runs as, in the same project. */
  readonly account: string;
  /** Whether others have their machines in the same project. */
  readonly shared: boolean;
  /** The network around it, where the project is the tenant's own. */
  readonly network?: MachineNetworkPlan;
  readonly zone: string;
  readonly machineType: string;
  readonly diskGb: number;
  /** Project and family of the image that it is made from. */
  readonly image: string;
  /** What runs on it as root at each start. */
  readonly startupScript: string;
  /** Hours after each start at which it is stopped. */
  readonly awakeHours: number;
  /** IAM members that enter and start it; nobody while the place is held. */
  readonly users: readonly string[];
  /** When it may be started: while labs that use it are open. */
  readonly startable: { readonly from: Instant; readonly until: Instant };
  /** From here on nobody enters it. */
  readonly expires: Instant;
}

const TOOLKIT = 'vm';

interface Tenant {
  readonly prefix: CohortId;
  readonly handle: Handle;
  readonly cell: CellNumber;
  readonly config: CohortConfig;
  /** Undefined in tier `namespace`. */
  readonly ownProject: ProjectId | undefined;
  readonly toolkits: readonly ToolkitPlan[];
  /** Labs of the tenant. */
  readonly labs: readonly Lab[];
  /** Windows of all labs: the class's, and the tenant's own, which go before them. */
  readonly windows: readonly Window[];
  readonly ownWindows: readonly Window[];
  /** IAM members who work in the place; nobody while it is held. */
  readonly users: readonly string[];
  /** When access of tenants ends. */
  readonly accessEnds: Instant;
}

/** The tenant's machine, if a lab of it uses one. */
export function machineOf(tenant: Tenant): MachinePlan | undefined {
  const { prefix, handle, cell, config, ownProject, toolkits, users, accessEnds } = tenant;
  const toolkit = toolkits.find(({ id }) => id === TOOLKIT);
  if (toolkit === undefined) return undefined;
  const { machineType, diskGb } = MACHINE_SHAPES[toolkit.size];
  return {
    project: ownProject ?? machinesProjectId(prefix, cell),
    name: machineName(handle),
    account: machineAccountId(handle),
    shared: ownProject === undefined,
    ...(ownProject === undefined ? {} : { network: MACHINE_NETWORK }),
    zone: machineZone(config.google.region),
    machineType,
    diskGb,
    image: MACHINE_IMAGE,
    startupScript: STARTUP_SCRIPT,
    awakeHours: AWAKE_HOURS,
    users,
    startable: startable(tenant),
    expires: accessEnds,
  };
}

/** From when the first of its labs opens until nothing of the last is accepted any more. */
function startable({ labs, windows, ownWindows }: Tenant): MachinePlan['startable'] {
  const spans = labs
    .filter(usesMachine)
    .map(({ id }) => [...ownWindows, ...windows].find(({ lab }) => lab === id)!);
  return {
    from: spans.map(({ opens }) => opens).sort()[0]!,
    until: spans
      .map(({ closes }) => closes)
      .sort()
      .at(-1)!,
  };
}

const usesMachine = ({ toolkits }: Pick<Lab, 'toolkits'>): boolean =>
  toolkits.some(({ id }) => id === TOOLKIT);

/** What `gcloud` asks of the project around a machine; it shows nothing of any. */
export const visitorGrant = (
  project: ProjectId,
  members: readonly string[],
  expires: Instant,
): GrantPlan => ({ role: machineRole('visitor', project), members, expires });

/**
 * Whether machines of several tenants need a project to share. It is asked of the course and not of who is there now, so
 * that the project stands until the last machine in it is gone.
 */
export const sharesMachines = (
  { labs }: Pick<Course, 'labs'>,
  { tier, places }: Pick<CohortConfig, 'tier' | 'places'>,
): boolean =>
  labs.some(usesMachine) && (tier === 'namespace' || places.some((place) => place.tier === 'namespace'));

/** vCPUs that a new project may be given without asking: as few as those of a free trial. */
const UNASKED_VCPUS = 8;

/** What people must ask Google for: machines that all run at once, in one region of one project. */
export const machineNotices = (
  cells: readonly CellPlan[],
  shards: readonly ShardPlan[],
  region: Region,
): readonly string[] =>
  cells.flatMap(({ number, machines }) => {
    const count = shards
      .flatMap(({ cell, tenants }) => (cell === number ? tenants : []))
      .filter(({ machine }) => machine?.shared === true).length;
    const vcpus = count * VCPUS_IN_QUOTA;
    return machines === undefined || vcpus <= UNASKED_VCPUS
      ? []
      : [
          `the ${count} machines of cell ${number} count as ${vcpus} vCPUs, and Google may give a new project as few as ${UNASKED_VCPUS}: ask for the quota of CPUs of ${region} in ${machines.id} as soon as it stands, days before the lab opens`,
        ];
  });
