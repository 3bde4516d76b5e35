import type { Instant } from '../domain/time';

/** A moment in a feed: calendars show it at its time, without length. */
export interface IcsEvent {
  /** The same for the same moment in every version of the feed, so that calendars move it and show it once. */
  readonly uid: string;
  readonly at: Instant;
  readonly summary: string;
  readonly description?: string;
}

/** A feed as calendars subscribe to it. */
export interface IcsFeed {
  readonly name: string;
  /** Who makes it and for what, such as `Practicum//w255-spring27`. */
  readonly producer: string;
  /** When what it says was decided. */
  readonly stamp: Instant;
  readonly events: readonly IcsEvent[];
}

const LONGEST_LINE_BYTES = 75;

/** The first lines of every feed of `producer`, by which it is known again. */
export const icsStart = (producer: string): string =>
  lines(['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//${producer}//EN`]);

/**
 * A feed by RFC 5545. All times are UTC, which every calendar shows in its reader's zone, and so no time zone has to
 * be described.
 * @see https://www.rfc-editor.org/rfc/rfc5545
 */
export function icsText({ name, producer, stamp, events }: IcsFeed): string {
  const body = [
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...events.flatMap(({ uid, at, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(at)}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return icsStart(producer) + lines(body);
}

const lines = (all: readonly string[]): string => all.map((line) => `${folded(line)}\r\n`).join('');

/** `20270316T065900Z` */
const utc = (instant: Instant): string => instant.replaceAll(/[-:]/g, '');

/** Text as a value: what would end it, and line breaks, are written otherwise. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (character) => `\\${character}`).replaceAll(/\r\n?|\n/g, '\\n');
}

/** A line in pieces of at most 75 bytes, never cut within a character. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (size + bytes > LONGEST_LINE_BYTES) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += bytes;
  }
  return [...pieces, piece].join('\r\n');
}

/** Bytes of one character in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0)!;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}
