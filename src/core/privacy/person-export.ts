import type { TenantWindows } from '../calendar/effective-windows';
import { effectiveWindows } from '../calendar/effective-windows';
import type { Handle } from '../domain/ids';
import type { Instant } from '../domain/time';
import type { LedgerEvent } from '../ledger/ledger';
import { keyText } from '../ledger/ledger';
import { addressesIn } from '../plan/groups-plan';
import type { CohortPlan, GrantPlan, TenantPlan } from '../plan/cohort-plan';
import type { PlanInputs } from '../plan/plan-inputs';
import type { Student } from '../roster/roster';
import type { KnownPerson } from './find-person';

/** A right that somebody holds, by whatever names them. */
export interface HeldRight {
  /** What it is held on: a project, a bucket, a repository, a namespace. */
  readonly on: string;
  readonly role: string;
  /** Who is named there: an account, or a group that the person is in. */
  readonly by: string;
  readonly until?: Instant;
}

/** A place that somebody works in, alone or with a team. */
export interface ExportedPlace {
  readonly handle: Handle;
  readonly kind: TenantPlan['kind'];
  readonly state: 'active' | 'held';
  readonly tier: TenantPlan['tier'];
  readonly namespace: string;
  readonly host: string;
  readonly registry: string;
  readonly bucket: string;
  /** On GitHub, with its owner, where it is made here. */
  readonly repository?: string;
  readonly project?: string;
  readonly budget: string;
}

/** Everything that a cohort stores about one person or team, as it would be handed to them. */
export interface PersonExport {
  readonly cohort: string;
  readonly at: Instant;
  readonly kind: KnownPerson['kind'];
  /** The row of the roster. */
  readonly roster?: Student;
  /** Team that the roster puts them in; of a team, its members. */
  readonly team?: string;
  readonly members?: readonly string[];
  /** Lines of the ledger about places of theirs, oldest first. */
  readonly ledger: readonly LedgerEvent[];
  /** Entries of `cohort.yaml` about them or their team. */
  readonly settings: { readonly places: readonly unknown[]; readonly accommodations: readonly unknown[] };
  readonly places: readonly ExportedPlace[];
  /** All their windows; `own` where they are not the class's. */
  readonly deadlines: readonly {
    readonly handle: Handle;
    readonly lab: string;
    readonly opens: Instant;
    readonly due: Instant;
    readonly closes: Instant;
    readonly own: boolean;
  }[];
  readonly rights: readonly HeldRight[];
}

/** Collects what the files and the plan know of a person; `inputs` name people, `plan` is what is deployed of them. */
export function personExport(person: KnownPerson, inputs: PlanInputs, plan: CohortPlan): PersonExport {
  const { config, roster, ledger } = inputs;
  const team = 'team' in person.key ? person.key.team : person.student?.team;
  const address = addressOf(person, inputs);
  const tenants = tenantsOf(person, plan, address ?? '');
  const handles = new Set(tenants.map(({ handle }) => handle));
  const mine = { ...person.key, ...(team === undefined ? {} : { team }) };
  return {
    cohort: plan.cohort,
    at: plan.at,
    kind: person.kind,
    ...(person.student === undefined ? {} : { roster: person.student }),
    ...(team === undefined ? {} : { team }),
    ...('team' in person.key
      ? { members: roster.students.filter((each) => isIn(each.team, team)).map(({ email }) => email) }
      : {}),
    ledger: ledger.events.filter(({ handle }) => person.places.some((place) => place.handle === handle)),
    settings: {
      places: config.places.filter((entry) => isAbout(entry, mine)),
      accommodations: config.accommodations.filter((entry) => isAbout(entry, mine)),
    },
    places: tenants.map(placeOf),
    deadlines: effectiveWindows(plan)
      .tenants.filter(({ handle }) => handles.has(handle))
      .flatMap(deadlinesOf),
    rights: address === undefined ? [] : rightsOf(address, plan, tenants),
  };
}

const isIn = (written: string | undefined, team: string | undefined): boolean =>
  written !== undefined && team !== undefined && keyText({ team: written }) === keyText({ team });

function isAbout(
  entry: { readonly student?: string | undefined; readonly team?: string | undefined },
  mine: { readonly student?: string; readonly team?: string },
): boolean {
  return entry.student === undefined ? isIn(entry.team, mine.team) : entry.student === mine.student;
}

/** Places that somebody works in or worked in: those of their own, and of teams that let them in. */
function tenantsOf({ places }: KnownPerson, plan: CohortPlan, address: string): readonly TenantPlan[] {
  const own = new Set(places.map(({ handle }) => handle));
  return plan.shards
    .flatMap((shard) => shard.tenants)
    .filter(({ handle, members }) => own.has(handle) || members.some((member) => member === address));
}

function placeOf(tenant: TenantPlan): ExportedPlace {
  const { handle, kind, held, tier, namespace, host, registry, bucket, repository, project, budget } = tenant;
  return {
    handle,
    kind,
    state: held ? 'held' : 'active',
    tier,
    namespace,
    host,
    registry: registry.path,
    bucket: bucket.name,
    ...(repository === undefined ? {} : { repository: `${repository.owner}/${repository.name}` }),
    ...(project === undefined ? {} : { project: project.id }),
    budget: budget.toString(),
  };
}

function deadlinesOf({ handle, windows, own }: TenantWindows): PersonExport['deadlines'] {
  return windows.map((window) => ({
    handle,
    ...window,
    own: own.some(({ lab }) => lab === window.lab),
  }));
}

/** By which address the cloud knows a student; a team is known by its members. */
function addressOf({ ledgerKey }: KnownPerson, { config, ledger }: PlanInputs): string | undefined {
  return 'student' in ledgerKey ? addressesIn(config, ledger)(ledgerKey.student) : undefined;
}

/** Every grant and binding that names this address, or the group of all students that its group is in. */
function rightsOf(address: string, plan: CohortPlan, tenants: readonly TenantPlan[]): readonly HeldRight[] {
  const known = [address, ...(plan.groups === undefined ? [] : [plan.groups.students])];
  const naming = (on: string, { role, members, expires }: GrantPlan): readonly HeldRight[] =>
    members
      .filter((member) => known.includes(member.replace(/^[a-z]+:/, '')))
      .map((by) => ({ on, role, by, ...(expires === undefined ? {} : { until: expires }) }));
  const projects = [
    ...plan.cells.map(({ project }) => project),
    ...tenants.flatMap(({ project }) => project ?? []),
  ];
  return [
    ...projects.flatMap(({ id, access }) => access.flatMap((grant) => naming(`project ${id}`, grant))),
    ...tenants.flatMap(({ registry, bucket, namespace, members }) => [
      ...naming(`repository ${registry.path}`, {
        role: 'roles/artifactregistry.writer',
        members: registry.writers,
      }),
      ...naming(`bucket ${bucket.name}`, {
        role: 'roles/storage.objectUser',
        members: bucket.users,
        expires: bucket.expires,
      }),
      ...naming(`namespace ${namespace}`, { role: 'practicum-student', members }),
    ]),
  ];
}
