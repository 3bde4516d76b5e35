import { z } from 'zod';
import { DAY_ALLOWED, tryParseDay } from '../../core/domain/time';
import { taught, textOf, textOrNumberOf } from '../../core/input/teach';
import { FAULT_SCHEMA } from './fault.schema';
import { tryParseMessagePattern } from './message-pattern';
import type { StepAction, StepDay } from './scenario';
import { ACTIONS } from './step-actions.schema';
import { MOST_STUDENTS, count, words } from './written-values';

const MOST_STEPS = 200;
const FIRST_DAY = -60;
const LAST_DAY = 400;

const dayOfTerm = (text: string): StepDay | undefined => {
  const day = /^-?\d{1,3}$/.test(text) ? Number(text) : undefined;
  if (day !== undefined) return day >= FIRST_DAY && day <= LAST_DAY ? { day } : undefined;
  const date = tryParseDay(text);
  return date === undefined ? undefined : { date };
};

const ACTION_WORDS = Object.keys(ACTIONS) as readonly StepAction[];

/** Actions that can be written as a word alone. */
const WORD_ALONE = [
  'deploy',
  're-apply',
  'change-email',
  'rename',
  'change-team',
  'recover',
  'teardown',
] as const;

const stepMapping = z
  .strictObject({
    ...ACTIONS,
    name: words('What tables call the step.', 'Two students come late').optional(),
    at: textOrNumberOf(dayOfTerm, {
      about: 'When it happens; with the step before where nothing is said.',
      allowed: `a day of the term from ${FIRST_DAY} to ${LAST_DAY}, where 1 is the first, or ${DAY_ALLOWED}`,
      example: '14',
    }).optional(),
    faults: taught(z.array(FAULT_SCHEMA).max(10), {
      about:
        'What goes wrong while this step runs, and only then; the rehearsal does what mends it and runs again.',
      allowed: 'up to 10 faults',
      example: '[{ kind: 429, on: google_storage_bucket }]',
    }).default([]),
    expect: taught(z.literal('fails'), {
      about: 'The step must fail.',
      allowed: 'fails',
      example: 'fails',
    }).optional(),
    message: textOf(tryParseMessagePattern, {
      about: 'What it must say when it fails: a text, or a regular expression between slashes.',
      allowed: 'a text, or a regular expression between slashes: /Error 409.*already exists/',
      example: '/Error 409/',
    }).optional(),
  })
  .check(({ value, issues }) => {
    const said = actionsIn(value);
    // A key that is unknown was meant to be the action.
    if (said.length === 1 || issues.some(({ code }) => code === 'unrecognized_keys')) return;
    const message = said.length === 0 ? 'does nothing' : `does ${said.join(' and ')} at once`;
    issues.push({ code: 'custom', message, input: value });
  });

/** The actions that a step says; one, or it is refused. */
export const actionsIn = (written: object): readonly StepAction[] =>
  ACTION_WORDS.filter((word) => word in written);

const STEP_LESSON = {
  about: 'A step: one action, and what is particular to this time.',
  allowed: `one of ${ACTION_WORDS.join(', ')}, and any of name, at, faults, expect, message`,
  example: 'add: { students: 1 }',
};

const step = taught(
  // Judged outside of the union, which would swallow what the word is nearest to.
  z.union([z.string().meta({ enum: WORD_ALONE }), stepMapping]).check(({ value, issues }) => {
    if (typeof value !== 'string' || WORD_ALONE.some((word) => word === value)) return;
    const params = { allowed: WORD_ALONE };
    issues.push({ code: 'custom', message: 'is no step that is a word alone', input: value, params });
  }),
  STEP_LESSON,
);

/** A scenario as it is written. */
export const SCENARIO_SCHEMA = z.strictObject({
  name: words('Name of the scenario.', 'A whole term'),
  about: words('What it shows, in a sentence.', 'Deployed, changed and torn down.', 300),
  students: count(
    'Students the cohort begins with; as many as its roster has where none is said.',
    1,
    MOST_STUDENTS,
    10,
  ).optional(),
  steps: taught(z.array(step).min(1).max(MOST_STEPS), {
    about: 'What happens, in order.',
    allowed: `1 to ${MOST_STEPS} steps`,
    example: '[deploy, re-apply, { add: { students: 1 } }, teardown]',
  }),
});

export type WrittenScenario = z.output<typeof SCENARIO_SCHEMA>;
export type WrittenStep = WrittenScenario['steps'][number];
