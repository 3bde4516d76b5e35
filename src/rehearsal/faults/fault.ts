/** What Google answers when it refuses, as an HTTP status. */
export const REFUSALS = [429, 409, 403, 500, 503] as const;
export type RefusalStatus = (typeof REFUSALS)[number];

/** Statuses with which an answer can be lost after the work was done. */
export const LOST_ANSWERS: readonly RefusalStatus[] = [500, 503];

export const OPERATION_ACTIONS = ['create', 'update', 'delete', 'read'] as const;
/** What Terraform asks the provider to do with a resource. */
export type OperationAction = (typeof OPERATION_ACTIONS)[number];

/** In place of a resource type or of a stack: whichever comes. */
export const ANY = '*';

/** Which calls of Terraform a fault strikes. */
export interface OperationMatch {
  readonly action: OperationAction;
  /** Terraform's name of the type, or `*` for any. */
  readonly type: string;
  /** The first call that is struck, counted from 1 over the matching calls of the step. */
  readonly nth: number;
  /** Calls that are struck, one after another. */
  readonly times: number;
}

/** One thing that goes wrong while stacks are applied. */
export type Fault =
  | ({
      readonly kind: 'refuse';
      readonly status: RefusalStatus;
      /** `after`: Google did what was asked, and the answer was lost on the way. */
      readonly when: 'before' | 'after';
    } & OperationMatch)
  | ({
      readonly kind: 'slow';
      /** Beyond the usual, of the real cloud's time. */ readonly seconds: number;
    } & OperationMatch)
  | {
      readonly kind: 'provider-crash';
      /** The call that the provider dies of, counted from 1 over all calls of the step. */
      readonly nth: number;
    }
  | {
      readonly kind: 'terraform-killed';
      /** Operations that end before the kill. */
      readonly afterOperations: number;
    }
  | { readonly kind: 'drift'; readonly change: 'delete' | 'change'; readonly type: string }
  | { readonly kind: 'lock-held'; /** Name of the stack, or `*` for the first. */ readonly stack: string }
  | {
      readonly kind: 'disk-full';
      /** Name of the stack, or `*` for the first. */
      readonly stack: string;
      /** Saves of the state that fail, one after another. */
      readonly times: number;
    };

export const FAULT_KINDS = [
  'refuse',
  'slow',
  'provider-crash',
  'terraform-killed',
  'drift',
  'lock-held',
  'disk-full',
] as const satisfies readonly Fault['kind'][];
export type FaultKind = (typeof FAULT_KINDS)[number];

/** What brings a cohort back after a fault: the same run again, adopting what was lost, or releasing a lock. */
export type Remedy = 're-run' | 'recover' | 'unlock';

/** Types that are set, not made: making one a second time meets no 409. */
const SET_NOT_MADE = /_iam_(binding|member|policy|audit_config)$|^google_project_service$|_bucket_config$/;

/** What to do after `fault`, so that the next run converges. */
export function remedyOf(fault: Fault): Remedy {
  switch (fault.kind) {
    case 'refuse': {
      const lost = fault.when === 'after' && fault.action === 'create';
      return lost && !SET_NOT_MADE.test(fault.type) ? 'recover' : 're-run';
    }
    case 'slow':
    case 'drift':
      return 're-run';
    case 'lock-held':
      return 'unlock';
    // What was made and not written down stands outside the state.
    case 'provider-crash':
    case 'terraform-killed':
    case 'disk-full':
      return 'recover';
  }
}

/** Whether a run that meets `fault` fails; the others go on and tell of it. */
export const failsTheRun = ({ kind }: Fault): boolean => kind !== 'slow' && kind !== 'drift';
