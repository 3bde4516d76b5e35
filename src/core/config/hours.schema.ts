import { z } from 'zod';
import type { LabId } from '../domain/ids';
import { LAB_ID } from '../domain/ids';
import { isOneLine, NOT_ONE_LINE } from '../input/one-line';
import { taught, textOf } from '../input/teach';
import { tryParseLocalTime } from './accommodations.schema';

/** An exam lets places work on its labs alone, quiet hours on nothing. */
export const HOUR_KINDS = ['exam', 'quiet'] as const;
export type HourKind = (typeof HOUR_KINDS)[number];

const EXAMPLE =
  '{ name: Midterm, kind: exam, starts: 2027-03-16T18:00, ends: 2027-03-16T20:00, labs: [lab3] }';

const localTime = (about: string, example: string) =>
  textOf(tryParseLocalTime, {
    about,
    allowed: "a day and a time from 00:00 to 23:59 by the cohort's clocks, without an offset",
    example,
  });

const hour = taught(
  z
    .strictObject({
      name: taught(z.string().trim().min(1).max(40).refine(isOneLine, NOT_ONE_LINE), {
        about: 'What people call it.',
        allowed: '1 to 40 characters',
        example: 'Midterm',
      }),
      kind: taught(z.enum(HOUR_KINDS), {
        about: 'In an exam places may be changed for its labs alone; in quiet hours not at all.',
        allowed: `one of ${HOUR_KINDS.join(', ')}`,
        example: 'exam',
      }),
      starts: localTime('When it starts.', '2027-03-16T18:00'),
      ends: localTime('When it ends; from then on all is as before.', '2027-03-16T20:00'),
      sections: taught(
        z
          .array(
            taught(z.string().trim().min(1).max(40), {
              about: 'Section as the roster writes it.',
              allowed: '1 to 40 characters',
              example: '"002"',
            }),
          )
          .min(1)
          .max(60),
        {
          about: 'Sections that it is for; without it, everyone. A team is in it with any of its members.',
          allowed: '1 to 60 sections of the roster',
          example: '["002"]',
        },
      ).optional(),
      labs: taught(
        z
          .array(
            textOf((text) => (LAB_ID.pattern.test(text) ? (text as LabId) : undefined), {
              about: 'Lab that may be worked on.',
              ...LAB_ID,
            }),
          )
          .min(1)
          .max(40),
        {
          about: 'For an exam: labs that may be worked on; without it, nothing may be.',
          allowed: '1 to 40 ids of labs',
          example: '[lab3]',
        },
      ).optional(),
    })
    .refine(
      ({ kind, labs }) => kind === 'exam' || labs === undefined,
      'has labs, but nothing may be worked on in quiet hours',
    ),
  {
    about: 'Hours in which places are read-only.',
    allowed: 'name, kind, starts, ends, and any of sections, labs',
    example: EXAMPLE,
  },
);

/** Exams, and quiet hours for grading and maintenance. */
export const HOURS_SCHEMA = taught(z.array(hour).max(200), {
  about: 'Exams, and quiet hours for grading or maintenance: places can be read then, and not changed.',
  allowed: 'up to 200 entries',
  example: `[${EXAMPLE}]`,
});

export type Hour = Readonly<z.output<typeof HOURS_SCHEMA>[number]>;
