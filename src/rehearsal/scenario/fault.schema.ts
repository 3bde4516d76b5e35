import { z } from 'zod';
import { taught, textOrNumberOf } from '../../core/input/teach';
import { OPERATION_ACTIONS, REFUSALS } from '../faults/fault';

/** What can go wrong, as it is written: a status that Google answers, or a word. */
const KINDS = [...REFUSALS, 'slow', 'provider-crash', 'terraform-killed', 'lock-held', 'disk-full'] as const;
export type WrittenKind = (typeof KINDS)[number];

const MOST_TIMES = 1000;
const MOST_CALLS = 100_000;
const MOST_SECONDS = 86_400;

const count = (about: string, max: number, example: number): z.ZodInt =>
  taught(z.int().min(1).max(max), {
    about,
    allowed: `a whole number from 1 to ${max}`,
    example: String(example),
  });

/** Terraform's name of a type that a rehearsal serves. */
export const RESOURCE_TYPE = /^(google|helm)_[a-z0-9_]+$/;

/** A type of resource; `example` in the words of the key that it stands behind. */
export const resourceType = (about: string): z.ZodString =>
  taught(z.string().regex(RESOURCE_TYPE), {
    about,
    allowed: "Terraform's name of a type: google_… or helm_…",
    example: 'google_storage_bucket',
    pattern: RESOURCE_TYPE,
  });

/** Something that goes wrong, as a scenario says it. */
export const FAULT_SCHEMA = taught(
  z.strictObject({
    kind: textOrNumberOf((text) => KINDS.find((kind) => String(kind) === text), {
      about: 'What goes wrong.',
      allowed: `one of ${KINDS.join(', ')}`,
      example: '429',
    }),
    on: resourceType('Type of resource that it strikes; any where none is said.').optional(),
    action: taught(z.enum(OPERATION_ACTIONS), {
      about: 'Call that it strikes; create where none is said.',
      allowed: `one of ${OPERATION_ACTIONS.join(', ')}`,
      example: 'create',
    }).optional(),
    when: taught(z.enum(['before', 'after']), {
      about: 'Whether Google refuses, or does it and the answer is lost; before where nothing is said.',
      allowed: 'before or after',
      example: 'before',
    }).optional(),
    nth: count('The first call that it strikes, from 1; 1 where none is said.', MOST_CALLS, 1).optional(),
    count: count('How often it strikes; once where nothing is said.', MOST_TIMES, 2).optional(),
    seconds: count(
      'How much longer it takes, of the real cloud’s time; 600 where nothing is said.',
      MOST_SECONDS,
      600,
    ).optional(),
    stack: taught(z.string().regex(/^[a-z][a-z0-9-]{0,62}$/), {
      about: 'Stack that it strikes; the first where none is said.',
      allowed: 'the name of a stack: cell-1, shard-1-01',
      example: 'shard-1-01',
    }).optional(),
  }),
  {
    about: 'Something that goes wrong.',
    allowed: 'kind, and any of on, action, when, nth, count, seconds, stack',
    example: '{ kind: 429, on: google_storage_bucket }',
  },
);

export type WrittenFault = z.output<typeof FAULT_SCHEMA>;
