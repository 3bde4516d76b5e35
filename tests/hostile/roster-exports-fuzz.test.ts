import fc from 'fast-check';
import type { Outcome } from '../../src/core/input/problem';
import { readCsv } from '../../src/core/input/csv-source';
import type { ExportFile, RosterReading } from '../../src/core/roster/exports/read-roster-exports';
import { readRosterExports } from '../../src/core/roster/exports/read-roster-exports';
import { formatRoster } from '../../src/core/roster/exports/plain-roster';
import { parseRoster } from '../../src/core/roster/roster';
import { valueOf } from '../core/outcomes';
import { faultsOf } from './expect-told';
import { SAMPLES, written } from './roster-exports-samples';

/** Pieces of which exports are made, and of which they should not be. */
const PIECES = [
  ...SAMPLES.flatMap(({ header, rows }) => [...header, ...rows.flat()]),
  ',', ';', '\t', '\n', '\r', '"', '""', '\0', '\uFEFF', '\u202e', '\ud800', '<<<<<<< ', '__proto__', 'constructor',
  '@', 'a@example.edu', '=cmd()', ' and ', 'Waitlist', 'Jr.', ', ,', '𝒳', '\u200d', '\x1b[2J',
] as const; // prettier-ignore

const line = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((cells) => cells.join(','));
const table = fc
  .record({ sample: fc.constantFrom(...SAMPLES), rows: fc.array(line, { maxLength: 5 }) })
  .map(({ sample, rows }) => `${written([sample.header, ...sample.rows])}${rows.join('\n')}`);
/** A good export with some of its text replaced, so that faults come deep in. */
const damaged = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    edits: fc.array(fc.record({ at: fc.nat(500), length: fc.nat(20), put: fc.constantFrom(...PIECES) }), {
      maxLength: 4,
    }),
  })
  .map(({ sample, edits }) =>
    edits.reduce(
      (text, { at, length, put }) => text.slice(0, at) + put + text.slice(at + length),
      written([sample.header, ...sample.rows]),
    ),
  );
const bytes = fc.oneof(
  { weight: 4, arbitrary: damaged.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: damaged.map((text) => Buffer.from(text, 'latin1')) },
  { weight: 1, arbitrary: damaged.map((text) => Buffer.from(text, 'utf16le')) },
  { weight: 2, arbitrary: table.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: line.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);
const options = fc.record(
  { emailDomain: fc.constant('example.edu'), teamPrefix: fc.constant('Team') },
  { requiredKeys: [] },
);

function faultsIn(outcome: Outcome<RosterReading>): readonly unknown[] {
  if (!outcome.ok) {
    if (outcome.problems.length === 0) return ['refused for nothing'];
    return outcome.problems.filter(({ message, got = '', allowed = '', write = '', line: at, column }) => {
      const hasPlace = at >= 1 && column >= 1;
      return (
        !hasPlace ||
        `${allowed}${write}` === '' ||
        faultsOf(`${message} ${got} ${allowed} ${write}`).length > 0
      );
    });
  }
  const { roster, notes } = outcome.value;
  // What would be written is what every other command reads.
  const again = valueOf(parseRoster(valueOf(readCsv('roster.csv', formatRoster(roster)))));
  const same = JSON.stringify(again.students) === JSON.stringify(roster.students);
  return [...(same ? [] : [again]), ...notes.filter(({ message }) => faultsOf(message).length > 0)];
}

test('10,000 exports, alone and in pairs: a roster or problems that people can read, never anything thrown', () => {
  let [rosters, refusals] = [0, 0];
  fc.assert(
    fc.property(fc.array(bytes, { minLength: 1, maxLength: 2 }), options, (contents, given) => {
      const files = contents.map((each, at): ExportFile => ({ file: `export${at}.csv`, bytes: each }));
      const outcome = readRosterExports(files, given);
      // One expectation for all: ten thousand times several would take longer than what is tried.
      expect(faultsIn(outcome)).toEqual([]);
      if (outcome.ok) rosters += 1;
      else refusals += 1;
    }),
    { numRuns: 10_000 },
  );
  // A property that only ever sees refusals proves nothing of what is written.
  expect(rosters).toBeGreaterThan(500);
  expect(refusals).toBeGreaterThan(500);
});
