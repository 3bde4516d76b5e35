import type { Scenario, Step } from '../scenario/scenario';
import { studentsOf } from '../scenario/scenario';
import type { Fault, FaultKind, OperationAction } from './fault';
import { LOST_ANSWERS, REFUSALS } from './fault';
import { SeededRandom } from './seeded-random';

/** What there is to strike: how many resources of each type, and the stacks they stand in. */
export interface FaultTargets {
  /** Resources of the whole cohort by type. */
  readonly ofCohort: Readonly<Record<string, number>>;
  /** Of these, the resources of one student by type. */
  readonly ofStudent: Readonly<Record<string, number>>;
  /** Names of the stacks, at least one. */
  readonly stacks: readonly string[];
}

/** A fault at its step of a scenario. */
export interface PlannedFault {
  /** Index of the step in the scenario. */
  readonly step: number;
  readonly fault: Fault;
}

/** What goes wrong in a scenario, and the seed that it follows from. */
export interface FaultPlan {
  readonly seed: number;
  /** In the order of the steps, at most one a step, so that each message has one cause. */
  readonly faults: readonly PlannedFault[];
}

const MOST_FAULTS = 3;
/** Beyond the usual time of an operation, in seconds: from a minute to an hour. */
const DELAYS = [60, 600, 3600] as const;
const MOST_TIMES = 3;

/** Lays one to three faults over the steps of a scenario; the same seed always lays the same. */
export function faultPlan(seed: number, scenario: Scenario, targets: FaultTargets): FaultPlan {
  const random = new SeededRandom(seed);
  const open = scenario.steps.flatMap((step, index) => (actionsOf(step).length > 0 ? [{ step, index }] : []));
  const faults: PlannedFault[] = [];
  const wanted = random.between(1, MOST_FAULTS);
  while (faults.length < wanted && open.length > 0) {
    const [{ step, index }] = open.splice(random.between(0, open.length - 1), 1) as [(typeof open)[number]];
    faults.push({ step: index, fault: faultAt(step, targets, random) });
  }
  return { seed, faults: faults.sort((a, b) => a.step - b.step) };
}

/** What Terraform mostly does in a step; nothing in steps that run no terraform or are faults themselves. */
function actionsOf({ action, expect }: Step): readonly OperationAction[] {
  if (expect !== undefined) return [];
  switch (action) {
    case 'deploy':
      return ['create'];
    case 're-apply':
      return ['read'];
    case 'add':
    case 'return':
      return ['create', 'update'];
    case 'drop':
      return ['delete', 'update'];
    case 'change-email':
    case 'change-team':
      return ['update'];
    case 'teardown':
      return ['delete'];
    case 'rename':
    case 'use':
    case 'drift':
    case 'fault':
    case 'recover':
      return [];
  }
}

function faultAt(step: Step, targets: FaultTargets, random: SeededRandom): Fault {
  const kind = random.pick(kindsAt(step));
  const action = random.pick(actionsOf(step));
  const counts = countsAt(step, action, targets);
  const type = random.pick(Object.keys(counts).sort());
  const nth = random.between(1, counts[type]!);
  const all = Object.values(counts).reduce((a, b) => a + b, 0);
  const stack = random.pick(targets.stacks);
  const times = random.between(1, MOST_TIMES);
  switch (kind) {
    case 'refuse': {
      const lost = action !== 'read' && random.between(1, 3) === 1;
      return lost
        ? { kind, status: random.pick(LOST_ANSWERS), when: 'after', action, type, nth, times: 1 }
        : { kind, status: random.pick(REFUSALS), when: 'before', action, type, nth, times };
    }
    case 'slow':
      return { kind, action, type, nth, times: 1, seconds: random.pick(DELAYS) };
    case 'provider-crash':
      return { kind, nth: random.between(1, all) };
    case 'terraform-killed':
      return { kind, afterOperations: random.between(1, all) };
    case 'drift':
      return driftOf(random, targets);
    case 'lock-held':
      return { kind, stack };
    case 'disk-full':
      return { kind, stack, times };
  }
}

/**
 * Only what is a student's own: a project that is deleted by hand keeps its id for 30 days, and no run brings
 * it back. The helm provider does not look into a release, so of those only a missing one is noticed.
 */
function driftOf(random: SeededRandom, { ofStudent }: FaultTargets): Fault {
  const change = random.pick(['delete', 'change'] as const);
  const types = Object.keys(ofStudent).filter((type) => change === 'delete' || type.startsWith('google_'));
  return { kind: 'drift', change, type: random.pick(types.sort()) };
}

/** Nothing can be changed by hand before it stands; a run that changes nothing writes no state. */
function kindsAt({ action }: Step): readonly FaultKind[] {
  const always: readonly FaultKind[] = ['refuse', 'slow', 'provider-crash', 'lock-held'];
  if (action === 'deploy') return [...always, 'terraform-killed', 'disk-full'];
  if (action === 're-apply') return [...always, 'drift'];
  return [...always, 'terraform-killed', 'drift', 'disk-full'];
}

/** How many calls a step makes at least, by type: those of its students, or of the whole cohort. */
function countsAt(
  step: Step,
  action: OperationAction,
  { ofCohort, ofStudent }: FaultTargets,
): Readonly<Record<string, number>> {
  if (action === 'update') return shared(ofCohort, ofStudent);
  const students = studentsOf(step);
  if (students === undefined) return ofCohort;
  return Object.fromEntries(Object.entries(ofStudent).map(([type, count]) => [type, count * students]));
}

/** Policies that name students: what changes when one comes, goes or has another address. */
function shared(
  ofCohort: FaultTargets['ofCohort'],
  ofStudent: FaultTargets['ofStudent'],
): Readonly<Record<string, number>> {
  const policies = Object.keys(ofCohort).filter((type) => type.endsWith('_iam_binding'));
  const types = policies.length > 0 ? policies : Object.keys(ofStudent);
  return Object.fromEntries(types.map((type) => [type, 1]));
}
