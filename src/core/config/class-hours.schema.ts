import { z } from 'zod';
import { SESSION_SCHEMA } from '../course/course.schema';
import { CLOCK_TIME_ALLOWED, tryParseClockTime } from '../domain/time';
import { NOT_ONE_LINE, isOneLine } from '../input/one-line';
import { taught, textOf } from '../input/teach';

const time = (about: string, example: string) =>
  textOf(tryParseClockTime, { about, allowed: CLOCK_TIME_ALLOWED, example });

const hours = (about: string, most: number, example: number) =>
  taught(z.int().min(0).max(most), {
    about,
    allowed: `a whole number from 0 to ${most}`,
    example: String(example),
  });

/** A weekly class of a cohort, which may be one section's only. */
export const COHORT_SESSION_SCHEMA = taught(
  SESSION_SCHEMA.extend({
    section: taught(z.string().trim().min(1).max(40).refine(isOneLine, NOT_ONE_LINE), {
      about: 'Section that comes, as the roster writes it; without it everybody does.',
      allowed: '1 to 40 characters',
      example: '"002"',
    }).optional(),
  }),
  {
    about: 'A weekly class.',
    allowed: 'day, starts, ends, and section',
    example: '{ day: tuesday, starts: "16:00", ends: "17:30", section: "002" }',
  },
);

/** What nodes and places do before, between and after classes. */
export const CLASS_HOURS_SCHEMA = taught(
  z.strictObject({
    prewarmMinutes: taught(z.int().min(0).max(120), {
      about: 'Minutes before a class from which on nodes are kept ready for it; 0 for none.',
      allowed: 'a whole number from 0 to 120',
      example: '15',
    }).default(15),
    sleep: taught(
      z.strictObject({
        starts: time('When places fall asleep.', '"01:00"'),
        ends: time('When they wake; in the morning after, if that is earlier.', '"07:00"'),
        awakeHoursBeforeDeadline: hours(
          'Hours before a deadline in which nothing sleeps at night.',
          336,
          48,
        ).default(48),
      }),
      {
        about: "Night hours in which tenants' workloads are scaled to zero; without it none are.",
        allowed: 'starts and ends, and awakeHoursBeforeDeadline',
        example: '{ starts: "01:00", ends: "07:00" }',
      },
    ).optional(),
  }),
  {
    about: 'Nodes that are ready before a class, and places that sleep at night.',
    allowed: 'any of prewarmMinutes, sleep',
    example: '{ prewarmMinutes: 15, sleep: { starts: "01:00", ends: "07:00" } }',
  },
);

export type ClassHoursConfig = Readonly<z.output<typeof CLASS_HOURS_SCHEMA>>;
/** A class of the week, by whoever comes to it. */
export type ClassSession = Readonly<z.output<typeof COHORT_SESSION_SCHEMA>>;
