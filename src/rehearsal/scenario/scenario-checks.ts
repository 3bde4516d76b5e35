import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import type { Path, YamlSource } from '../../core/input/yaml-source';
import { faultProblems } from './read-fault';
import { stepOf } from './read-step';
import type { Step, StepAction } from './scenario';
import { studentsOf } from './scenario';
import type { WrittenScenario } from './scenario.schema';

/** What is wrong between values that are right each by itself. */
export function scenarioProblems(
  { steps: written, students }: Partial<WrittenScenario>,
  source: YamlSource,
): readonly Problem[] {
  if (written === undefined) return [];
  const steps = written.map(stepOf);
  return [
    ...written.flatMap((step, index) => (typeof step === 'string' ? [] : faultsOf(step, index, source))),
    ...messagesOfFailures(written, source),
    ...daysGoOn(steps, source),
    ...somethingStands(steps, source),
    ...enoughStudents(steps, students, source),
  ];
}

type StepMapping = Exclude<WrittenScenario['steps'][number], string>;

function faultsOf(step: StepMapping, index: number, source: YamlSource): readonly Problem[] {
  const path: Path = ['steps', index];
  return [
    ...step.faults.flatMap((fault, at) => faultProblems(fault, source, [...path, 'faults', at])),
    ...(step.fault === undefined ? [] : faultProblems(step.fault, source, [...path, 'fault'])),
  ];
}

function messagesOfFailures(steps: WrittenScenario['steps'], source: YamlSource): readonly Problem[] {
  return steps.flatMap((step, index) =>
    typeof step === 'string' || step.message === undefined || step.expect !== undefined
      ? []
      : [
          source.problem(['steps', index, 'message'], {
            message: 'a step that does not fail says nothing that could be compared',
            got: shown(source.valueAt(['steps', index, 'message'])),
            allowed: 'message beside expect: fails',
            write: 'expect: fails',
          }),
        ],
  );
}

/** Days of the term are compared with days, dates with dates: which day a date is, only the cohort says. */
function daysGoOn(steps: readonly Step[], source: YamlSource): readonly Problem[] {
  const latest: Record<'day' | 'date', number | string | undefined> = { day: undefined, date: undefined };
  return steps.flatMap(({ at }, index) => {
    if (at === undefined) return [];
    const [kind, value] = 'day' in at ? (['day', at.day] as const) : (['date', at.date] as const);
    const before = latest[kind];
    if (before !== undefined && value < before) {
      return [
        source.problem(['steps', index, 'at'], {
          message: 'the step happens before the one in front of it',
          got: shown(value),
          allowed: `${before} or later`,
          write: `at: ${before}`,
        }),
      ];
    }
    latest[kind] = value;
    return [];
  });
}

/** What can be done while nothing stands. */
const ON_NOTHING: readonly StepAction[] = ['deploy', 'fault', 'teardown'];

function somethingStands(steps: readonly Step[], source: YamlSource): readonly Problem[] {
  let stands = false;
  return steps.flatMap(({ action }, index) => {
    if (action === 'deploy') stands = true;
    if (action === 'teardown') stands = false;
    if (stands || ON_NOTHING.includes(action)) return [];
    return [
      source.problem(['steps', index], {
        message: `nothing stands that "${action}" could be done to`,
        allowed: `${ON_NOTHING.join(', ')}; the others after a deploy`,
        write: '- deploy',
      }),
    ];
  });
}

/** Nobody leaves who is not there, and nobody comes back who did not leave. */
function enoughStudents(
  steps: readonly Step[],
  atFirst: number | undefined,
  source: YamlSource,
): readonly Problem[] {
  let present = atFirst ?? Infinity;
  let held = 0;
  return steps.flatMap((step, index) => {
    const count = studentsOf(step) ?? 0;
    const tooMany = (there: number, what: string): readonly Problem[] => [
      source.problem(['steps', index, step.action, 'students'], {
        message: `${what}: ${there} at this step`,
        got: String(count),
        allowed: there === 0 ? 'no such step here' : `at most ${there}`,
        write: there === 0 ? 'delete the step, or let students come or go before it' : `students: ${there}`,
      }),
    ];
    if (step.action === 'add') present += count;
    if (step.action === 'drop') {
      // A course without any student is another story.
      if (count > present - 1) return tooMany(Math.max(present - 1, 0), 'more students leave than can');
      present -= count;
      if (step.until === 'held') held += count;
    }
    if (step.action === 'return') {
      if (count > held) return tooMany(held, 'more students come back than are held');
      held -= count;
      present += count;
    }
    return [];
  });
}
