import { z } from 'zod';
import type { Email } from '../../core/domain/ids';
import { EMAIL, email } from '../../core/domain/ids';
import { taught, textOf } from '../../core/input/teach';
import { FAULT_SCHEMA, resourceType } from './fault.schema';
import type { StepAction } from './scenario';
import { MOST_STUDENTS, count, words } from './written-values';

const MOST_CHANGED = 500;

const person = (about: string): z.ZodType<Email, string> =>
  textOf((text) => (EMAIL.pattern.test(text.trim()) ? email(text) : undefined), { about, ...EMAIL });

const personName = (about: string): z.ZodString => words(about, 'Amara Okafor', 100);
const howMany = z.int().min(1).max(MOST_CHANGED);

const someStudents = (about: string): z.ZodType<number | readonly Email[], number | string[]> =>
  taught(z.union([howMany, z.array(person('Address of a student.')).min(1).max(MOST_CHANGED)]), {
    about,
    allowed: `how many, from 1 to ${MOST_CHANGED}, or a list of their addresses`,
    example: '1',
  });

/** An action of which nothing more can be said. */
const bare = (about: string): z.ZodType<object | null> =>
  taught(z.union([z.null(), z.strictObject({})]), {
    about,
    allowed: 'nothing behind the colon',
    example: '{}',
  });

/** An action of which everything can be left to the rehearsal. */
const all = <S extends z.ZodType>(schema: S, about: string, allowed: string, example: string): S =>
  taught(schema, { about, allowed, example });

const student = person('Address of the student; the rehearsal chooses where none is said.').optional();

/** What a step can do, by the word that a scenario says it with. */
export const ACTIONS = {
  deploy: bare('Synthesises and applies every stack.').optional(),
  're-apply': bare('Applies every stack again, which must change nothing.').optional(),
  add: all(
    z.strictObject({
      students: taught(
        z.union([
          howMany,
          z
            .array(z.strictObject({ email: person('Address of the student.'), name: personName('Name.') }))
            .min(1)
            .max(MOST_CHANGED),
        ]),
        {
          about: 'Who joins.',
          allowed: `how many, from 1 to ${MOST_CHANGED}, or a list of people with email and name`,
          example: '1',
        },
      ),
    }),
    'Students join the roster.',
    'students',
    '{ students: 1 }',
  ).optional(),
  drop: all(
    z.strictObject({
      students: someStudents('Who leaves; of a number, the rehearsal chooses them.'),
      until: taught(z.enum(['held', 'destroyed']), {
        about: 'Whether the place is only held at the end of the step, or gone.',
        allowed: 'held or destroyed',
        example: 'held',
      }).default('destroyed'),
    }),
    'Students leave the roster: access is taken away, then the place.',
    'students, and until',
    '{ students: 1, until: held }',
  ).optional(),
  return: all(
    z.strictObject({ students: someStudents('Who comes back; of a number, those who left last.') }),
    'Students whose places are held come back.',
    'students',
    '{ students: 1 }',
  ).optional(),
  'change-email': all(
    z.strictObject({ from: student, to: person('The new address.').optional() }).nullable(),
    'A student has another address.',
    'any of from, to',
    '{}',
  ).optional(),
  rename: all(
    z.strictObject({ student, to: personName('The new name.').optional() }).nullable(),
    'A student has another name on the roster.',
    'any of student, to',
    '{}',
  ).optional(),
  'change-team': all(
    z.strictObject({ student, to: words('The new team.', 'Team Kestrel', 40).optional() }).nullable(),
    'A student moves to another team.',
    'any of student, to',
    '{}',
  ).optional(),
  use: all(
    z.strictObject({
      students: taught(z.union([z.int().min(1).max(MOST_STUDENTS), z.literal('all')]), {
        about: 'How many students work.',
        allowed: `all, or a whole number from 1 to ${MOST_STUDENTS}`,
        example: 'all',
      }).default('all'),
      objects: count("Objects that each puts into the place's bucket.", 0, 1000, 3).default(3),
      images: count('Images that each pushes.', 0, 100, 1).default(1),
      volumes: count('Volume claims that each makes.', 0, 50, 1).default(1),
      loadBalancers: count('Services of type LoadBalancer that each makes.', 0, 5, 0).default(0),
    }),
    'Students work, and leave things behind that nobody planned.',
    'any of students, objects, images, volumes, loadBalancers',
    '{ students: all, objects: 3 }',
  ).optional(),
  drift: all(
    z
      .strictObject({
        delete: resourceType('Type of the resources that someone deletes.').optional(),
        change: resourceType('Type of the resources that someone changes.').optional(),
        count: count('How many of them.', 1, MOST_CHANGED, 1).default(1),
      })
      .refine(
        (written) => (written.delete === undefined) !== (written.change === undefined),
        'says both delete and change, or neither',
      ),
    "Someone deletes or changes resources behind Terraform's back.",
    'delete or change, and count',
    '{ delete: google_storage_bucket }',
  ).optional(),
  fault: taught(FAULT_SCHEMA, {
    about:
      'Something goes wrong in the first later step that it can strike; steps after that say what mends it.',
    allowed: 'kind, and any of on, action, when, nth, count, seconds, stack',
    example: '{ kind: 429, on: google_storage_bucket }',
  }).optional(),
  recover: bare('Adopts what a dead run made and did not write down; releases its lock.').optional(),
  teardown: bare('Takes everything away.').optional(),
} satisfies Record<StepAction, z.ZodType>;
