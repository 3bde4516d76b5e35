import fc from 'fast-check';
import { icsStart, icsText } from '../../../src/core/calendar/ics';
import type { Instant } from '../../../src/core/domain/time';

const AT = '2027-03-16T06:59:00Z' as Instant;
const feed = (summary: string): string =>
  icsText({
    name: 'mlops; fall',
    producer: 'Practicum//mlops',
    stamp: '2027-01-20T20:00:00Z' as Instant,
    events: [{ uid: 'lab1-due.ada.mlops@mlops.example.edu', at: AT, summary, description: 'two\nlines' }],
  });
/** As a calendar reads it: folded lines in one again, then the value as it was. */
const readBack = (text: string, key: string): string =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .find((line) => line.startsWith(`${key}:`))!
    .slice(key.length + 1)
    .replaceAll(/\\([\\;,n])/g, (_, character: string) => (character === 'n' ? '\n' : character));

test('A feed is written as RFC 5545 has it, in UTC', () => {
  expect(feed('lab1 due: Serve, a model').split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Practicum//mlops//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:mlops\\; fall',
    'BEGIN:VEVENT',
    'UID:lab1-due.ada.mlops@mlops.example.edu',
    'DTSTAMP:20270120T200000Z',
    'DTSTART:20270316T065900Z',
    'SUMMARY:lab1 due: Serve\\, a model',
    'DESCRIPTION:two\\nlines',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]);
  expect(feed('x').startsWith(icsStart('Practicum//mlops'))).toBe(true);
});

test('Any text comes back as it went in, and no line is over 75 bytes', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', ',', ';', '\\', '\n', 'é', '漢', '🐦', ' ', 'n'), maxLength: 200, size: 'max' }); // prettier-ignore
  fc.assert(
    fc.property(texts, (text) => {
      const written = feed(text);
      const long = written.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
      expect(long).toEqual([]);
      expect(written).not.toMatch(/\uFFFD|(?<!\r)\n|\r(?!\n)/);
      expect(readBack(written, 'SUMMARY')).toBe(text);
    }),
  );
});

test('A line of 75 bytes stands whole, one of 76 is folded', () => {
  const room = 75 - 'SUMMARY:'.length;
  expect(feed('x'.repeat(room))).toContain(`SUMMARY:${'x'.repeat(room)}\r\n`);
  expect(feed('x'.repeat(room + 1))).toContain(`SUMMARY:${'x'.repeat(room)}\r\n x\r\n`);
});
