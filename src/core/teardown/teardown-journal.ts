import { z } from 'zod';
import type { CohortId } from '../domain/ids';
import type { Instant } from '../domain/time';

/** The steps of a teardown, in their order. */
export const TEARDOWN_STEPS = [
  'freeze',
  'archive',
  'unlock',
  'releases',
  'shards',
  'services',
  'cells',
  'state',
] as const;
export type TeardownStep = (typeof TEARDOWN_STEPS)[number];

const INSTANT = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

const WORK = z.strictObject({
  /** When it was begun, last. */
  began: INSTANT,
  /** When it came to its end; what has none is done again. */
  ended: INSTANT.optional(),
  /** What was done, for people. */
  said: z.string().optional(),
});

/** What the journal of a teardown holds. */
export const JOURNAL_SCHEMA = z.strictObject({
  practicum: z.literal('teardown journal, version 1'),
  cohort: z.string(),
  began: INSTANT,
  /** Where the archive goes: settled by the first run, so that there are no two halves of one. */
  archive: z.string().optional(),
  /** Pieces of work by `<step> <stack or place>`, in the order in which they were begun. */
  work: z.record(z.string().regex(/^[a-z]+( \S+)?$/), WORK),
  ended: INSTANT.optional(),
});

/** What a teardown has done: each piece of work is noted before it begins and after it ended. */
export type TeardownJournal = Readonly<z.output<typeof JOURNAL_SCHEMA>>;

/** A piece of work: a step on one stack or one place, or on all at once. */
export interface Work {
  readonly step: TeardownStep;
  readonly what?: string;
}

/** Name of a piece of work in the journal. */
export const workKey = ({ step, what }: Work): string => (what === undefined ? step : `${step} ${what}`);

export const newJournal = (cohort: CohortId, began: Instant): TeardownJournal => ({
  practicum: 'teardown journal, version 1',
  cohort,
  began,
  work: {},
});

export const isDone = ({ work }: TeardownJournal, each: Work): boolean =>
  work[workKey(each)]?.ended !== undefined;

export const withBegun = (journal: TeardownJournal, each: Work, began: Instant): TeardownJournal => ({
  ...journal,
  work: { ...journal.work, [workKey(each)]: { began } },
});

export function withEnded(
  journal: TeardownJournal,
  each: Work,
  ended: Instant,
  said: string,
): TeardownJournal {
  const key = workKey(each);
  const { began } = journal.work[key] ?? { began: ended };
  return { ...journal, work: { ...journal.work, [key]: { began, ended, said } } };
}

/** The journal without what was done on these stacks and places: they stand again. */
export function withoutWorkOn(journal: TeardownJournal, names: ReadonlySet<string>): TeardownJournal {
  const { practicum, cohort, began, archive, work } = journal;
  const kept = Object.entries(work).filter(([key]) => !names.has(key.split(' ')[1] ?? ''));
  return {
    practicum,
    cohort,
    began,
    ...(archive === undefined ? {} : { archive }),
    work: Object.fromEntries(kept),
  };
}
