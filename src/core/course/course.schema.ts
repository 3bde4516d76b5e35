import { z } from 'zod';
import { TOOLKIT_SIZES } from '../catalogue/allowance';
import { TOOLKIT_IDS } from '../catalogue/catalogue';
import type { OwnToolkit } from '../catalogue/own/own-toolkit';
import { OWN_PREFIX } from '../catalogue/own/own-toolkit';
import type { CourseId, LabId, ToolkitId } from '../domain/ids';
import { COURSE_ID, LAB_ID } from '../domain/ids';
import { Bytes, Cpu } from '../domain/quantity';
import { CLOCK_TIME_ALLOWED, WEEKDAYS, tryParseClockTime } from '../domain/time';
import { NOT_ONE_LINE, isOneLine } from '../input/one-line';
import { taught, textOf, textOrNumberOf } from '../input/teach';
import { IMAGES_SCHEMA } from './images.schema';
import { LATE_SCHEMA } from './late-policy.schema';
import { OWN_TOOLKITS_SCHEMA } from './own-toolkits.schema';
import { LOAD_SCHEMA } from './rubric.schema';

const LONGEST_TERM_WEEKS = 30;

const words = (about: string, example: string, max = 120): z.ZodString =>
  taught(z.string().trim().min(1).max(max).refine(isOneLine, NOT_ONE_LINE), {
    about,
    allowed: `1 to ${max} characters`,
    example,
  });

const count = (about: string, min: number, max: number, example: number): z.ZodInt =>
  taught(z.int().min(min).max(max), {
    about,
    allowed: `a whole number from ${min} to ${max}`,
    example: String(example),
  });

const oneOf = <const T extends readonly string[]>(
  about: string,
  values: T,
): z.ZodEnum<{ [K in T[number]]: K }> =>
  taught(z.enum(values), { about, allowed: `one of ${values.join(', ')}`, example: values[0]! });

const time = textOf(tryParseClockTime, {
  about: 'Time of day, local to the cohort.',
  allowed: CLOCK_TIME_ALLOWED,
  example: '"23:59"',
});
const day = oneOf('Day of the week.', WEEKDAYS);
const week = count('Week of the course, from 1.', 1, LONGEST_TERM_WEEKS, 4);
const cpu = (about: string, example: string): z.ZodType<Cpu, string | number> =>
  textOrNumberOf(Cpu.tryParse, { about, allowed: Cpu.ALLOWED, example });
const bytes = (about: string, example: string): z.ZodType<Bytes, string> =>
  textOf(Bytes.tryParse, { about, allowed: Bytes.ALLOWED, example });

const fixed = z.strictObject({ week, day, time });
const afterOpening = z.strictObject({
  daysAfterOpening: count('Days after the lab opens.', 1, 200, 14),
  time,
});
const beforeLastSession = z.strictObject({
  hoursBeforeLastSession: count('Hours before the last session starts.', 0, 336, 24),
});

const dueRule = taught(z.union([fixed, afterOpening, beforeLastSession]), {
  about: 'When the work is due.',
  allowed: 'week, day and time; or daysAfterOpening and time; or hoursBeforeLastSession',
  example: '{ week: 4, day: monday, time: "23:59" }',
});
const openRule = taught(fixed, {
  about: 'When the lab opens.',
  allowed: 'week, day and time',
  example: '{ week: 1, day: monday, time: "08:00" }',
});

export const SESSION_SCHEMA = taught(z.strictObject({ day, starts: time, ends: time }), {
  about: 'A weekly class.',
  allowed: 'day, starts and ends',
  example: '{ day: tuesday, starts: "16:00", ends: "17:30" }',
});

/** What students' own work gets in a lab, beside its toolkits. */
const size = taught(
  z.strictObject({
    cpu: cpu('Cores guaranteed.', '1'),
    cpuLimit: cpu('Most cores at once.', '4'),
    memory: bytes('Memory guaranteed.', '2Gi'),
    memoryLimit: bytes('Most memory at once.', '4Gi'),
    storage: bytes('Persistent disks, together.', '10Gi'),
    ephemeralStorage: bytes('Scratch space of all pods, together.', '10Gi').default(Bytes.gibi(10)),
    pods: count('Pods at once.', 1, 200, 10),
    volumes: count('Persistent disks.', 0, 50, 2),
    services: count('Services.', 1, 50, 5),
    loadBalancers: count('Load balancers of their own.', 0, 5, 0).default(0),
    gpus: count('GPUs.', 0, 8, 0).default(0),
  }),
  {
    about: 'A size of place.',
    allowed:
      'cpu, cpuLimit, memory, memoryLimit, storage, pods, volumes, services, and any of ephemeralStorage, loadBalancers, gpus',
    example:
      '{ cpu: 1, cpuLimit: 4, memory: 2Gi, memoryLimit: 4Gi, storage: 10Gi, pods: 10, volumes: 2, services: 5 }',
  },
);

const toolkitUse = taught(
  z
    .strictObject({
      id: taught(
        z.string().refine((id) => TOOLKIT_IDS.includes(id) || id.startsWith(OWN_PREFIX), {
          error: 'is not a toolkit of the catalogue',
          params: { allowed: TOOLKIT_IDS },
        }),
        {
          about: 'Toolkit of the catalogue.',
          allowed: `one of ${TOOLKIT_IDS.join(', ')}`,
          example: TOOLKIT_IDS[0]!,
        },
      ).transform((id) => id as ToolkitId),
      size: oneOf('Size of the toolkit.', TOOLKIT_SIZES).default('small'),
      setUp: oneOf(
        'Who sets it up: it stands ready when the lab opens, or setting it up is the work of the lab, where the student’s page tells how.',
        ['practicum', 'student'],
      ).default('practicum'),
      why: taught(z.string().min(1).max(200), {
        about: 'Why it is larger than small; shown on the page of the course.',
        allowed: '1 to 200 letters',
        example: 'students load it with data of their own',
      }).optional(),
    })
    // A toolkit of the course's own has what it is beside it, once its manifests were read.
    .transform((use): typeof use & { readonly own?: OwnToolkit } => use),
  {
    about: 'A toolkit that the lab needs.',
    allowed: 'id, and any of size, setUp and why',
    example: '{ id: redis, size: small }',
  },
);

const lab = taught(
  z.strictObject({
    id: textOf((text) => (LAB_ID.pattern.test(text) ? (text as LabId) : undefined), {
      about: 'Id of the lab; permanent.',
      ...LAB_ID,
    }),
    title: words('Name of the lab.', 'Serve a model'),
    weight: count('Share of the grade, in percent.', 0, 100, 10),
    workedBy: oneOf('Who works on it: each student alone, or teams.', ['student', 'team']).default('student'),
    opens: openRule,
    due: dueRule,
    size: words('Name of one of the sizes below.', 'normal', 20),
    toolkits: taught(z.array(toolkitUse).max(20), {
      about: 'Tools that the lab needs.',
      allowed: 'up to 20 toolkits',
      example: '[{ id: redis, size: small }]',
    }).default([]),
    teaches: taught(z.array(words('A subject.', 'containers')).max(20), {
      about: 'What the lab teaches.',
      allowed: 'up to 20 subjects',
      example: '[containers, caching]',
    }).default([]),
    load: LOAD_SCHEMA.optional(),
  }),
  {
    about: 'A lab, assignment or project.',
    allowed: 'id, title, weight, opens, due, size, and any of workedBy, toolkits, teaches, load',
    example: '{ id: lab1, … }',
  },
);

const topic = taught(z.strictObject({ week, title: words('Topic of the week.', 'Models over an API') }), {
  about: 'Topic of a week.',
  allowed: 'week and title',
  example: '{ week: 1, title: "Monoliths and microservices" }',
});

const otherWork = taught(
  z.strictObject({
    id: textOf((text) => (LAB_ID.pattern.test(text) ? text : undefined), {
      about: 'Id of the work; permanent.',
      ...LAB_ID,
      example: 'final-exam',
    }),
    title: words('Name of the work.', 'Final exam'),
    weight: count('Share of the grade, in percent.', 0, 100, 20),
    held: taught(z.strictObject({ week, day, time, minutes: count('Minutes it takes.', 1, 600, 90) }), {
      about: 'When it is held, if at one hour; "hours" of a cohort can make places read-only for it.',
      allowed: 'week, day, time and minutes',
      example: '{ week: 16, day: monday, time: "16:30", minutes: 90 }',
    }).optional(),
  }),
  {
    about: 'A quiz, an exam, a talk: graded, and done without a place.',
    allowed: 'id, title, weight, and held',
    example: '{ id: final-exam, title: Final exam, weight: 20 }',
  },
);

/** A course as data: what is taught when, and what each lab needs. */
export const COURSE_SCHEMA = z.strictObject({
  id: textOf((text) => (COURSE_ID.pattern.test(text) ? (text as CourseId) : undefined), {
    about: 'Id of the course.',
    ...COURSE_ID,
  }),
  title: words('Name of the course.', 'Machine Learning Systems Engineering'),
  institution: words('Who teaches it.', 'University of Example').optional(),
  weeks: count('Weeks with classes, breaks not counted.', 1, LONGEST_TERM_WEEKS, 13),
  sessions: taught(z.array(SESSION_SCHEMA).min(1).max(14), {
    about: 'Weekly classes; a cohort can name its own.',
    allowed: '1 to 14 weekly classes',
    example: '[{ day: tuesday, starts: "16:00", ends: "17:30" }]',
  }),
  topics: taught(z.array(topic).max(LONGEST_TERM_WEEKS), {
    about: 'What is taught in each week.',
    allowed: `up to ${LONGEST_TERM_WEEKS} topics`,
    example: '[{ week: 1, title: "Monoliths and microservices" }]',
  }).default([]),
  late: LATE_SCHEMA,
  images: IMAGES_SCHEMA.default([]),
  ownToolkits: OWN_TOOLKITS_SCHEMA.default([]),
  loadBalancers: oneOf("Who may reach tenants' own load balancers, where a size has any.", [
    'internal',
    'external',
  ]).default('internal'),
  sizes: taught(z.record(z.string().regex(/^[a-z][a-z0-9-]{0,19}$/), size), {
    about: 'Sizes of place that labs name.',
    allowed: 'a name for each size: lower-case letters, digits, hyphens',
    example: '{ normal: { … } }',
  }),
  labs: taught(z.array(lab).min(1).max(40), {
    about: 'Labs in the order they open.',
    allowed: '1 to 40 labs',
    example: '[{ id: lab1, … }]',
  }),
  other: taught(z.array(otherWork).max(40), {
    about: 'Graded work that needs no place, such as quizzes and exams.',
    allowed: 'up to 40 works',
    example: '[{ id: final-exam, title: Final exam, weight: 20 }]',
  }).default([]),
});

export type Course = Readonly<z.output<typeof COURSE_SCHEMA>>;
export type Lab = Course['labs'][number];
/** A toolkit as a lab asks for it. */
export type ToolkitUse = Lab['toolkits'][number];
export type LabSize = Course['sizes'][string];
export type OtherWork = Course['other'][number];
export type Session = Course['sessions'][number];
export type DueRule = Lab['due'];
