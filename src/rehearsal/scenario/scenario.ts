import type { Email } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import { plusDays } from '../../core/domain/time';
import type { Fault } from '../faults/fault';
import type { MessagePattern } from './message-pattern';

/** A term as a list of steps, each of which a rehearsal takes and then looks at what stands. */
export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** Students the cohort begins with; as many as its roster has where none is said. */
  readonly students?: number;
  readonly steps: readonly Step[];
}

/** When a step happens: on a day of the term, where 1 is its first, or on a date. */
export type StepDay = { readonly day: number } | { readonly date: Day };

/** A person who is not on the roster yet. */
export interface NewStudent {
  readonly email: Email;
  readonly name: string;
}

/** What every step has. */
interface AnyStep {
  /** What tables call it. */
  readonly name: string;
  /** The day of the step before where none is said. */
  readonly at?: StepDay;
  /** What goes wrong while this step runs, and only then; the rehearsal does what mends it and runs again. */
  readonly faults: readonly Fault[];
  /** The step must fail, and terraform's words must match. */
  readonly expect?: { readonly fails: true; readonly message?: MessagePattern };
}

export type Step =
  | DeployStep
  | ReApplyStep
  | AddStep
  | DropStep
  | ReturnStep
  | ChangeEmailStep
  | RenameStep
  | ChangeTeamStep
  | UseStep
  | DriftStep
  | FaultStep
  | RecoverStep
  | TeardownStep;
export type StepAction = Step['action'];

/** Synthesises and applies every stack. */
export interface DeployStep extends AnyStep {
  readonly action: 'deploy';
}

/** Applies every stack again, which must change nothing. */
export interface ReApplyStep extends AnyStep {
  readonly action: 're-apply';
}

/** Students join the roster: so many invented ones, or these. */
export interface AddStep extends AnyStep {
  readonly action: 'add';
  readonly students: number | readonly NewStudent[];
}

/** Students leave the roster, chosen by the rehearsal or named: access is taken away, later the place too. */
export interface DropStep extends AnyStep {
  readonly action: 'drop';
  readonly students: number | readonly Email[];
  /** Whether the step ends with the hold or goes on to the end of the place. */
  readonly until: 'held' | 'destroyed';
}

/** Students whose places are held come back. */
export interface ReturnStep extends AnyStep {
  readonly action: 'return';
  readonly students: number | readonly Email[];
}

/** A student has another address; the rehearsal chooses what is not said. */
export interface ChangeEmailStep extends AnyStep {
  readonly action: 'change-email';
  readonly from?: Email;
  readonly to?: Email;
}

/** A student has another name on the roster; the address stays. */
export interface RenameStep extends AnyStep {
  readonly action: 'rename';
  readonly student?: Email;
  readonly to?: string;
}

/** A student moves to another team. */
export interface ChangeTeamStep extends AnyStep {
  readonly action: 'change-team';
  readonly student?: Email;
  readonly to?: string;
}

/** Students work: what they make stands beside what was planned, and some of it would be left over. */
export interface UseStep extends AnyStep {
  readonly action: 'use';
  /** How many of them work, or all. */
  readonly students: number | 'all';
  /** What each of them makes: objects in the bucket, images in the registry, volume claims, Services of type LoadBalancer. */
  readonly objects: number;
  readonly images: number;
  readonly volumes: number;
  readonly loadBalancers: number;
}

/** Someone deletes or changes resources behind Terraform's back. */
export interface DriftStep extends AnyStep {
  readonly action: 'drift';
  readonly change: 'delete' | 'change';
  /** Terraform's name of the type. */
  readonly type: string;
  readonly count: number;
}

/** Something goes wrong in the first later step that it can strike; steps after that say what mends it. */
export interface FaultStep extends AnyStep {
  readonly action: 'fault';
  readonly fault: Fault;
}

/** Adopts what a dead run made and did not write down, and releases its lock; a later step finishes the work. */
export interface RecoverStep extends AnyStep {
  readonly action: 'recover';
}

/** Takes everything away. */
export interface TeardownStep extends AnyStep {
  readonly action: 'teardown';
}

/** How many students a step is about; undefined for steps about the whole cohort or nobody. */
export function studentsOf(step: Step): number | undefined {
  switch (step.action) {
    case 'add':
    case 'drop':
    case 'return':
      return typeof step.students === 'number' ? step.students : step.students.length;
    case 'change-email':
    case 'rename':
    case 'change-team':
      return 1;
    default:
      return undefined;
  }
}

/** The day of each step in a term that starts on `starts`: its own, else that of the step before. */
export function daysOf(steps: readonly Step[], starts: Day): readonly Day[] {
  let today = starts;
  return steps.map(({ at }) => {
    if (at !== undefined) today = 'date' in at ? at.date : plusDays(starts, at.day - 1);
    return today;
  });
}
