import type { Tier } from '../config/cohort.schema';
import type { Day } from '../domain/time';
import { plusDays } from '../domain/time';
import type { LedgerEvent, LedgerPlace } from './ledger';

/** What staff do with a place of somebody who left or comes back. */
export const PLACE_STEPS = ['hold', 'return', 'destroy'] as const;
export type PlaceStep = (typeof PLACE_STEPS)[number];

/** What decides beside the place itself. */
export interface StepCircumstances {
  readonly on: Day;
  /** Days that a held place is kept. */
  readonly holdDays: number;
  readonly tier: Tier;
  /** Destroy before the hold period is over. */
  readonly now: boolean;
}

/** Why a step cannot be taken, in the words of a problem. */
export interface StepRefused {
  readonly message: string;
  readonly allowed: string;
  readonly write: string;
}

/** First day on which a held place may be destroyed. */
export const dueFrom = ({ since }: Pick<LedgerPlace, 'since'>, holdDays: number): Day =>
  plusDays(since, holdDays);

/** The line that a step adds to the ledger, or why it may not. */
export function stepOf(
  step: PlaceStep,
  place: LedgerPlace,
  circumstances: StepCircumstances,
): LedgerEvent | StepRefused {
  const { handle, state, since } = place;
  const { on } = circumstances;
  if (state === 'destroyed') return refused(`the place was destroyed on ${since}`, ONLY[step], AGAIN);
  if (step === 'hold')
    return state === 'active'
      ? { on, event: 'held', handle }
      : refused(
          `the place is ${state} since ${since}`,
          ONLY.hold,
          `practicum return ${handle}, if that was meant`,
        );
  if (step === 'return') {
    if (state === 'held') return { on, event: 'returned', handle };
    return state === 'active'
      ? refused(
          'the place is not held: its people have their access',
          ONLY.return,
          'nothing: all is as it was',
        )
      : refused(
          'what ran in the place is taken away already',
          ONLY.return,
          `practicum destroy ${handle}; then enrol again`,
        );
  }
  return destroyed(place, circumstances);
}

function destroyed(
  place: LedgerPlace,
  { on, holdDays, tier, now }: StepCircumstances,
): LedgerEvent | StepRefused {
  const { handle, state } = place;
  if (state === 'active')
    return refused(
      'the place is not held: somebody works there',
      ONLY.destroy,
      `practicum hold ${handle}, and deploy`,
    );
  const due = dueFrom(place, holdDays);
  if (state === 'held' && on < due && !now)
    return refused(
      `the place is kept until ${due}: held on ${place.since}, for ${holdDays} days`,
      ONLY.destroy,
      '--now, to destroy it and all that is in it today',
    );
  // What runs in a cluster can be taken away only while the cluster stands: a deploy in between.
  const event = state === 'held' && tier === 'cluster' ? 'emptied' : 'destroyed';
  return { on, event, handle };
}

const AGAIN = 'practicum roster apply … --enroll-again, if the person is back: they get a new place';

const ONLY: Readonly<Record<PlaceStep, string>> = {
  hold: 'a place that is active',
  return: 'a place that is held',
  destroy: 'a place that is held, and its hold period over',
};

const refused = (message: string, allowed: string, write: string): StepRefused => ({
  message,
  allowed,
  write,
});
