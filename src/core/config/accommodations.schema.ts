import { z } from 'zod';
import type { LabId } from '../domain/ids';
import { EMAIL, LAB_ID, email } from '../domain/ids';
import type { ClockTime, Day } from '../domain/time';
import { tryParseClockTime, tryParseDay } from '../domain/time';
import { refusing, taught, textOf } from '../input/teach';

/** A time as the cohort's clocks show it. */
export interface LocalTime {
  readonly day: Day;
  readonly time: ClockTime;
}

/** Reads `2027-03-17T23:59`; undefined for anything else. */
export function tryParseLocalTime(text: string): LocalTime | undefined {
  const [, on = '', at = ''] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(text) ?? [];
  const [day, time] = [tryParseDay(on), tryParseClockTime(at)];
  return day === undefined || time === undefined ? undefined : { day, time };
}

const NOT_KEPT = 'is not kept: more people read this file than need to know';

const EXAMPLE = '{ student: amara.okafor@example.edu, lab: lab3, extraDays: 2 }';

const accommodation = refusing(
  taught(
    z
      .strictObject({
        student: textOf((text) => (EMAIL.pattern.test(text.trim()) ? email(text) : undefined), {
          about: 'E-mail of the student, as the roster writes it.',
          ...EMAIL,
        }).optional(),
        team: taught(z.string().trim().min(1).max(40), {
          about: 'Team as the roster writes it, for labs that teams work on.',
          allowed: '1 to 40 characters',
          example: 'Team Kestrel',
        }).optional(),
        lab: textOf((text) => (LAB_ID.pattern.test(text) ? (text as LabId) : undefined), {
          about: 'Lab that it is for; without it, all labs of the term that no other entry names.',
          ...LAB_ID,
        }).optional(),
        extraDays: taught(z.int().min(1).max(60), {
          about: 'Days that the work is due later, at the same time of day.',
          allowed: 'a whole number from 1 to 60',
          example: '2',
        }).optional(),
        dueAt: textOf(tryParseLocalTime, {
          about: "When the work is due instead, by the cohort's clocks.",
          allowed: 'a day and a time from 00:00 to 23:59, without an offset: 2027-03-17T23:59',
          example: '2027-03-17T23:59',
        }).optional(),
      })
      .refine(
        ({ student, team }) => (student === undefined) !== (team === undefined),
        'names both a student and a team, or neither',
      )
      .refine(
        ({ extraDays, dueAt }) => (extraDays === undefined) !== (dueAt === undefined),
        'has both extraDays and dueAt, or neither',
      )
      .refine(
        ({ lab, dueAt }) => dueAt === undefined || lab !== undefined,
        'has dueAt without a lab: one time cannot be the deadline of all labs',
      ),
    {
      about: 'Another deadline for one student or team.',
      allowed: 'student or team; lab with extraDays or dueAt, or extraDays alone for all labs',
      example: EXAMPLE,
    },
  ),
  Object.fromEntries(
    ['reason', 'reasons', 'note', 'notes', 'comment', 'why', 'because'].map((key) => [
      key,
      `the key "${key}" ${NOT_KEPT}`,
    ]),
  ),
);

/** Who has other deadlines than the class; no more of it than who must know needs. */
export const ACCOMMODATIONS_SCHEMA = taught(z.array(accommodation).max(2000), {
  about: 'Students and teams with other deadlines; reasons are not kept.',
  allowed: 'up to 2,000 entries',
  example: `[${EXAMPLE}]`,
});

export type Accommodation = Readonly<z.output<typeof ACCOMMODATIONS_SCHEMA>[number]>;
