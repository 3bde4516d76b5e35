import type { Fault } from '../faults/fault';
import { describeFault } from '../faults/fault-words';
import { faultOf } from './read-fault';
import type { Step } from './scenario';
import type { WrittenStep } from './scenario.schema';
import { actionsIn } from './scenario.schema';

/** What only one kind of step has. */
type Particular = Step extends infer S
  ? S extends Step
    ? Omit<S, 'name' | 'at' | 'faults' | 'expect'>
    : never
  : never;
type StepMapping = Exclude<WrittenStep, string>;

/** The step that a scenario says. */
export function stepOf(written: WrittenStep): Step {
  const mapping: StepMapping = typeof written === 'string' ? { [written]: null, faults: [] } : written;
  const { name, at, faults, expect, message } = mapping;
  const particular = particularOf(mapping);
  return {
    ...particular,
    name: name ?? usualName(particular),
    ...(at === undefined ? {} : { at }),
    faults: faults.map(faultOf),
    ...(expect === undefined
      ? {}
      : { expect: { fails: true, ...(message === undefined ? {} : { message }) } }),
  };
}

function particularOf(written: StepMapping): Particular {
  const action = actionsIn(written)[0]!;
  switch (action) {
    case 'deploy':
    case 're-apply':
    case 'recover':
    case 'teardown':
      return { action };
    case 'add':
      return { action, ...written.add! };
    case 'drop':
      return { action, ...written.drop! };
    case 'return':
      return { action, ...written.return! };
    case 'change-email':
      return { action, ...given(written['change-email']) };
    case 'rename':
      return { action, ...given(written.rename) };
    case 'change-team':
      return { action, ...given(written['change-team']) };
    case 'use':
      return { action, ...written.use! };
    case 'drift':
      return { action, ...driftOf(written.drift!) };
    case 'fault':
      return { action, fault: faultOf(written.fault!) };
  }
}

/** What is said; keys without a value are none. */
function given<T extends object>(
  written: T | null | undefined,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(written ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

function driftOf({ delete: deleted, change, count }: NonNullable<StepMapping['drift']>): {
  change: 'delete' | 'change';
  type: string;
  count: number;
} {
  return deleted === undefined
    ? { change: 'change', type: change!, count }
    : { change: 'delete', type: deleted, count };
}

/** What a step without a name is called. */
function usualName(step: Particular): string {
  switch (step.action) {
    case 'add':
    case 'return':
      return `${step.action} ${students(step.students)}`;
    case 'drop':
      return `drop ${students(step.students)}${step.until === 'held' ? ', hold' : ''}`;
    case 'change-email':
      return 'change an e-mail';
    case 'change-team':
      return 'change a team';
    case 'rename':
      return 'rename a student';
    case 'use':
      return step.students === 'all' ? 'students work' : `${students(step.students)} work`;
    case 'drift':
      return `${step.change} ${step.count} ${step.type} by hand`;
    case 'fault':
      return faultName(step.fault);
    default:
      return step.action;
  }
}

const faultName = (fault: Fault): string => describeFault(fault);

function students(some: number | readonly unknown[]): string {
  const count = typeof some === 'number' ? some : some.length;
  return `${count} student${count === 1 ? '' : 's'}`;
}
