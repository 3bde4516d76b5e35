import { Temporal } from 'temporal-polyfill';
import type { Brand } from './brand';

/** An instant as RFC 3339 in UTC with whole seconds, as Google's APIs print it: `2027-05-15T07:00:00Z`. */
export type Instant = Brand<string, 'Instant'>;
/** A calendar day, `2027-05-15`. */
export type Day = Brand<string, 'Day'>;
/** An IANA time zone that is known here, `America/Los_Angeles`. */
export type TimeZone = Brand<string, 'TimeZone'>;
/** A wall-clock time, `23:59`. */
export type ClockTime = Brand<string, 'ClockTime'>;

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const MIDNIGHT = '00:00' as ClockTime;

export const DAY_ALLOWED = 'a day of this century, year-month-day: 2027-05-07';
export const CLOCK_TIME_ALLOWED = 'a time of day from 00:00 to 23:59, quoted: "23:59"';
export const TIME_ZONE_ALLOWED =
  'a time zone of the IANA database: America/Los_Angeles, Asia/Tehran, Europe/Berlin';
export const INSTANT_ALLOWED =
  'an instant with its offset, 2027-03-09T18:00:00Z, or a local time of the cohort, 2027-03-09T18:00';

export function tryParseDay(text: string): Day | undefined {
  if (!/^20\d{2}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as Day;
  } catch {
    return undefined;
  }
}

export function tryParseClockTime(text: string): ClockTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as ClockTime) : undefined;
}

/** Zones to choose from; others that the IANA database knows are read as well. */
export const TIME_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** The zone under its own spelling; offsets such as `+03:30` are no zones, since they know no daylight saving. */
export function tryParseTimeZone(text: string): TimeZone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(text)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId as TimeZone;
  } catch {
    return undefined;
  }
}

const seconds = (instant: Temporal.Instant): Instant =>
  instant.toString({ smallestUnit: 'second' }) as Instant;

/** Reads `text` as an instant, or as a local time in `zone` where it carries no offset. */
export function tryParseInstant(text: string, zone: TimeZone): Instant | undefined {
  const written = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    text,
  );
  if (!written) return undefined;
  try {
    if (written[1] !== undefined) return seconds(Temporal.Instant.from(text));
    return seconds(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant());
  } catch {
    return undefined;
  }
}

export function toInstant(text: string): Instant {
  return seconds(Temporal.Instant.from(text));
}

/** True where clocks jump over this local time, or show it twice: nobody could say when it is. */
export function isAmbiguous(day: Day, time: ClockTime, zone: TimeZone): boolean {
  try {
    Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'reject' });
    return false;
  } catch {
    return true;
  }
}

/**
 * The instant of a local time. A time that the clocks jump over is read as just after the jump, one
 * shown twice as the later: a deadline never moves against the student.
 */
export function atLocal(day: Day, time: ClockTime, zone: TimeZone): Instant {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  return seconds(local.toZonedDateTime(zone, { disambiguation: 'later' }).toInstant());
}

export function plusDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** First day of the week that `day` is in, where weeks begin on `first`. */
export function startOfWeek(day: Day, first: Weekday): Day {
  return plusDays(day, -daysBetween(first, weekdayOf(day)));
}

/** Days from one weekday to the next of the other: 0 to 6. */
export function daysBetween(from: Weekday, to: Weekday): number {
  return (WEEKDAYS.indexOf(to) - WEEKDAYS.indexOf(from) + 7) % 7;
}

export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1]!;
}

/** The day and wall-clock time that `zone` shows at `instant`. */
export function inZone(instant: Instant, zone: TimeZone): { readonly day: Day; readonly time: ClockTime } {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return {
    day: local.toPlainDate().toString() as Day,
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime,
  };
}

export function plusHours(instant: Instant, hours: number): Instant {
  return seconds(Temporal.Instant.from(instant).add({ hours }));
}

export function plusMinutes(instant: Instant, minutes: number): Instant {
  return seconds(Temporal.Instant.from(instant).add({ minutes }));
}

/** Seconds since 1970. */
export function epochSeconds(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 1000;
}

/** The instant so many seconds after 1970. */
export function fromEpochSeconds(since1970: number): Instant {
  return seconds(Temporal.Instant.fromEpochMilliseconds(since1970 * 1000));
}

/** Hours from `start` to `end`, with a fraction. */
export function hoursBetween(start: Instant, end: Instant): number {
  return Temporal.Instant.from(start).until(Temporal.Instant.from(end)).total('hours');
}

/** The same wall-clock time `days` later: a day of a daylight-saving change has 23 or 25 hours. */
export function plusLocalDays(instant: Instant, days: number, zone: TimeZone): Instant {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime().add({ days });
  return seconds(local.toZonedDateTime(zone, { disambiguation: 'later' }).toInstant());
}

/** For sorting and comparing: instants of one length order as text. */
export function isBefore(a: Instant, b: Instant): boolean {
  return a < b;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** `Mon 15 Mar 2027, 23:59`, for people. */
export function readable(instant: Instant, zone: TimeZone): string {
  const { day, time } = inZone(instant, zone);
  return `${dayAndMonth(day)} ${day.slice(0, 4)}, ${time}`;
}

/** `Mon 15 Mar 23:59`, for tables whose year is clear. */
export function readableInTerm(instant: Instant, zone: TimeZone): string {
  const { day, time } = inZone(instant, zone);
  return `${dayAndMonth(day)} ${time}`;
}

function dayAndMonth(day: Day): string {
  const weekday = weekdayOf(day);
  const date = Temporal.PlainDate.from(day);
  return `${weekday.slice(0, 1).toUpperCase()}${weekday.slice(1, 3)} ${date.day} ${MONTHS[date.month - 1]!}`;
}
