import { z } from 'zod';
import { COHORT_IMAGES_SCHEMA } from '../course/images.schema';
import type { CohortId, IdRule, LabId, ProjectId } from '../domain/ids';
import { COHORT_ID, EMAIL, LAB_ID, PROJECT_ID, email } from '../domain/ids';
import { Money } from '../domain/money';
import { NAME_LIMITS } from '../domain/name-limits';
import { RESTRICTED_WORDS } from '../domain/names';
import type { Day } from '../domain/time';
import {
  DAY_ALLOWED,
  TIME_ZONES,
  TIME_ZONE_ALLOWED,
  WEEKDAYS,
  tryParseDay,
  tryParseTimeZone,
} from '../domain/time';
import { NOT_ONE_LINE, isOneLine } from '../input/one-line';
import { taught, textOf } from '../input/teach';
import { ACCOMMODATIONS_SCHEMA } from './accommodations.schema';
import { CLASS_HOURS_SCHEMA, COHORT_SESSION_SCHEMA } from './class-hours.schema';
import { ARCHIVE_SCHEMA } from './archive.schema';
import { GITHUB_SCHEMA } from './github.schema';
import { BILLING, BUCKET, FOLDER } from './google-names';
import { HOLD_SCHEMA } from './hold.schema';
import { HOURS_SCHEMA } from './hours.schema';
import { LOGS_SCHEMA } from './logs.schema';
import { MONITORING_SCHEMA } from './monitoring.schema';
import { NODES_SCHEMA } from './nodes.schema';
import { PRIVACY_SCHEMA } from './privacy.schema';
import { REGIONS } from './regions';
import { REGISTRY_SCHEMA } from './registry.schema';

export const TIERS = ['namespace', 'project', 'cluster'] as const;
/** How strongly a tenant is kept apart. */
export type Tier = (typeof TIERS)[number];

const matching = <T extends string>(rule: IdRule, about: string): z.ZodType<T, string> =>
  textOf((text) => (rule.pattern.test(text) ? (text as T) : undefined), { about, ...rule });

const wordless = (rule: IdRule): IdRule => ({
  ...rule,
  pattern: new RegExp(`^(?!.*(?:${RESTRICTED_WORDS.join('|')}))${rule.pattern.source.replace(/^\^/, '')}`),
  allowed: `${rule.allowed}; without ${RESTRICTED_WORDS.join(', ')}, which Google refuses`,
});

const day = (about: string, example: string): z.ZodType<Day, string> =>
  textOf(tryParseDay, { about, allowed: DAY_ALLOWED, example });

const person = textOf((text) => (EMAIL.pattern.test(text.trim()) ? email(text) : undefined), {
  about: 'E-mail of a Google account.',
  ...EMAIL,
});

const oneOf = <const T extends readonly string[]>(
  about: string,
  values: T,
): z.ZodEnum<{ [K in T[number]]: K }> =>
  taught(z.enum(values), { about, allowed: `one of ${values.join(', ')}`, example: values[0]! });

const flag = (about: string, example: string): z.ZodBoolean =>
  taught(z.boolean(), { about, allowed: 'true or false', example });

const money = (about: string, example: string): z.ZodType<Money, string> =>
  textOf((text) => positive(Money.tryParse(text)), { about, allowed: Money.ALLOWED, example });

const positive = (amount: Money | undefined): Money | undefined =>
  amount?.micros === 0 ? undefined : amount;

const DOMAIN: IdRule = {
  pattern: new RegExp(`^(?=.{3,200}$)${NAME_LIMITS.host.pattern.source.replace(/^\^/, '')}`),
  allowed: 'a domain in lower case, at most 200 characters',
  example: 'w255.example.edu',
};

const count = (about: string, min: number, max: number, example: number): z.ZodInt =>
  taught(z.int().min(min).max(max), {
    about,
    allowed: `a whole number from ${min} to ${max}`,
    example: String(example),
  });

const staffMember = taught(
  z.strictObject({
    email: person,
    name: taught(z.string().trim().min(1).max(100).refine(isOneLine, NOT_ONE_LINE), {
      about: 'Name.',
      allowed: '1 to 100 characters',
      example: 'Ines Duarte',
    }),
    role: oneOf('Instructors may all that TAs may, and read secrets.', ['instructor', 'ta']),
  }),
  {
    about: 'A person who teaches.',
    allowed: 'email, name and role',
    example: '{ email: ines.duarte@example.edu, name: Ines Duarte, role: instructor }',
  },
);

const place = taught(
  z
    .strictObject({
      student: person.optional(),
      team: taught(z.string().trim().min(1).max(40), {
        about: 'Team as the roster writes it.',
        allowed: '1 to 40 characters',
        example: 'Team Kestrel',
      }).optional(),
      tier: oneOf('Tier of this tenant.', TIERS).optional(),
      budget: money('Budget of this tenant for the term.', '120 USD').optional(),
    })
    .refine(
      ({ student, team }) => (student === undefined) !== (team === undefined),
      'names both a student and a team, or neither',
    ),
  {
    about: 'What one tenant has otherwise than the rest.',
    allowed: 'student or team, and any of tier, budget',
    example: '{ student: amara.okafor@example.edu, tier: project }',
  },
);

const backend = <const T extends string>(value: T): z.ZodLiteral<T> =>
  taught(z.literal(value), {
    about: 'Where Terraform keeps its state.',
    allowed: 'gcs, or local for trying out',
    example: 'gcs',
  });

/** A cohort as its instructor writes it: one offering of a course in one term. */
export const COHORT_SCHEMA = z.strictObject({
  id: matching<CohortId>(
    wordless(COHORT_ID),
    'Id of the cohort; permanent, starts the names of its projects.',
  ),
  course: taught(
    z
      .string()
      .regex(/^(?:[a-z][a-z0-9-]{0,19}|\.{1,2}\/.{1,200}\.ya?ml)$/)
      .refine(isOneLine, NOT_ONE_LINE),
    {
      about: 'Course: the id of a preset or the path of your own file.',
      allowed: 'a preset (w255) or a path from this file, ./my-course.yaml',
      example: 'w255',
    },
  ),
  term: taught(
    z.strictObject({
      starts: day('First day of the term; its week is week 1.', '2027-01-11'),
      ends: day('Last day of the term.', '2027-04-23'),
      timeZone: textOf(tryParseTimeZone, {
        known: TIME_ZONES,
        about: 'Zone of all times in the course.',
        allowed: TIME_ZONE_ALLOWED,
        example: 'America/Los_Angeles',
      }),
      weekStarts: oneOf('Day that a week of the course begins on.', WEEKDAYS).default('monday'),
      breaks: taught(z.array(day('A day in a week without classes.', '2027-03-22')).max(10), {
        about: 'Weeks without classes, each by one of its days; they are not counted.',
        allowed: 'up to 10 days of the term',
        example: '[2027-03-22]',
      }).default([]),
      daysAfterEnd: count('Days that students keep their access after the last day.', 0, 90, 7).default(7),
    }),
    {
      about: 'The term.',
      allowed: 'starts, ends, timeZone, and any of weekStarts, breaks, daysAfterEnd',
      example: '{ starts: 2027-01-11, ends: 2027-04-23, timeZone: America/Los_Angeles }',
    },
  ),
  google: taught(
    z.strictObject({
      folder: matching<string>(FOLDER, 'Folder that the projects are made in.'),
      billingAccount: matching<string>(BILLING, 'Account that pays.'),
      region: oneOf('Region of everything.', REGIONS),
      adminProject: matching<ProjectId>(
        PROJECT_ID,
        'A project you have already: it holds the state bucket and is charged for API calls.',
      ),
      projectPrefix: matching<CohortId>(
        wordless(COHORT_ID),
        'Start of project ids, where the cohort id is taken; permanent.',
      ).optional(),
    }),
    {
      about: 'Where on Google Cloud.',
      allowed: 'folder, billingAccount, region, adminProject, and projectPrefix',
      example: '{ folder: "123456789012", … }',
    },
  ),
  state: taught(
    z.discriminatedUnion('backend', [
      z.strictObject({
        backend: backend('gcs'),
        bucket: matching<string>(BUCKET, 'Bucket for Terraform state; "practicum bootstrap" makes it.'),
      }),
      z.strictObject({ backend: backend('local') }),
    ]),
    {
      about: 'Where Terraform keeps its state.',
      allowed: 'backend: gcs with bucket, or backend: local for trying out',
      example: '{ backend: gcs, bucket: example-labs-state }',
    },
  ),
  domain: matching<string>(DOMAIN, 'Domain of the cohort; each tenant has a host below it.'),
  tier: oneOf('Tier of all tenants that "places" does not name.', TIERS).default('namespace'),
  budget: taught(z.strictObject({ perTenant: money('Budget of each tenant for the term.', '60 USD') }), {
    about: 'What may be spent.',
    allowed: 'perTenant',
    example: '{ perTenant: 60 USD }',
  }),
  staff: taught(z.array(staffMember).min(1).max(60), {
    about: 'Who teaches; at least one instructor.',
    allowed: '1 to 60 people',
    example: '[{ email: ines.duarte@example.edu, name: Ines Duarte, role: instructor }]',
  }),
  taReadsSecrets: flag("Whether TAs read secrets in tenants' places.", 'false').default(false),
  images: COHORT_IMAGES_SCHEMA.prefault({}),
  teamLabs: taught(z.array(matching<LabId>(LAB_ID, 'Id of a lab.')).max(40), {
    about: 'Labs that teams work on in this cohort, whatever the course says.',
    allowed: 'up to 40 ids of labs',
    example: '[project]',
  }).default([]),
  sessions: taught(z.array(COHORT_SESSION_SCHEMA).min(1).max(14), {
    about: "Weekly classes of this cohort, in place of the course's.",
    allowed: '1 to 14 weekly classes',
    example: '[{ day: tuesday, starts: "16:00", ends: "17:30" }]',
  }).optional(),
  nodes: NODES_SCHEMA.prefault({}),
  classHours: CLASS_HOURS_SCHEMA.prefault({}),
  monitoring: MONITORING_SCHEMA.prefault({}),
  places: taught(z.array(place).max(2000), {
    about: 'Students and teams that have something otherwise than the rest.',
    allowed: 'up to 2,000 entries',
    example: '[{ student: amara.okafor@example.edu, tier: project }]',
  }).default([]),
  accommodations: ACCOMMODATIONS_SCHEMA.default([]),
  hold: HOLD_SCHEMA.prefault({}),
  hours: HOURS_SCHEMA.default([]),
  privacy: PRIVACY_SCHEMA.prefault({}),
  archive: ARCHIVE_SCHEMA.prefault({}),
  registry: REGISTRY_SCHEMA.prefault({}),
  logs: LOGS_SCHEMA.prefault({}),
  github: GITHUB_SCHEMA.optional(),
});

export type CohortConfig = Readonly<z.output<typeof COHORT_SCHEMA>>;
export type StaffMember = CohortConfig['staff'][number];
export type PlaceOverride = CohortConfig['places'][number];
