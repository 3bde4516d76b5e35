import fc from 'fast-check';
import type { Handle } from '../../src/core/domain/ids';
import { cellNumber, email, shardNumber } from '../../src/core/domain/ids';
import type { CohortId } from '../../src/core/domain/ids';
import type { Day } from '../../src/core/domain/time';
import { YamlSource } from '../../src/core/input/yaml-source';
import { forgetIn } from '../../src/core/ledger/forget';
import type { Ledger } from '../../src/core/ledger/ledger';
import { formatLedger, parseLedger } from '../../src/core/ledger/ledger-file';
import { faultsOf } from './expect-told';

const [DAY, LATER] = ['2027-01-04' as Day, '2027-03-01' as Day];
const SEAT = { cell: cellNumber(1), shard: shardNumber(1) };
const [AMARA, OWL] = ['amara' as Handle, 'team-owl' as Handle];

const LEDGER: Ledger = {
  cohort: 'w255' as CohortId,
  events: [
    { on: DAY, event: 'enrolled', handle: AMARA, key: { student: email('amara@example.edu') }, ...SEAT },
    { on: DAY, event: 'enrolled', handle: OWL, key: { team: 'Owl' }, ...SEAT },
    { on: LATER, event: 'renamed', handle: OWL, key: { team: 'Night: owl' } },
    { on: LATER, event: 'held', handle: AMARA },
  ],
};
const GONE: Ledger = {
  ...LEDGER,
  events: [...LEDGER.events, { on: LATER, event: 'destroyed', handle: AMARA }],
};
const SAMPLES = [LEDGER, forgetIn(GONE, AMARA, LATER)].map(formatLedger);

/** Pieces that mean something where they are put. */
const PIECES = [
  '', '\n', '  - ', '{', '}', ': ', ', ', "'", '"', '# ', '&a ', '*a', '<<: *a', '!!set ', '!!binary x', '%YAML 1.2', '---\n', '...',
  'null', '~', '.inf', '0x10', '1e999', '-1', '2027-02-30', '__proto__: 1', 'constructor', 'held', 'forgotten', 'enrolled', 'amara',
  '\u0000', '\uFEFF', '\u202E', '\u2028', '\u{1F600}', '\ud800', '\t', '[[[[', '>>>>>>> theirs', '<<<<<<< ours',
]; // prettier-ignore

const mutation: fc.Arbitrary<(text: string) => string> = fc
  .record({
    at: fc.nat(),
    cut: fc.nat(40),
    put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })),
    line: fc.boolean(),
  })
  .map(({ at, cut, put, line }) => (text) => {
    if (line) {
      const lines = text.split('\n');
      lines.splice(at % lines.length, cut % 3, ...(put === '' ? [] : [lines[cut % lines.length]!]));
      return lines.join('\n');
    }
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  });

test('Of 10,000 ledgers that somebody broke each is refused with its line, or says what the whole one says', () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), fc.array(mutation, { minLength: 1, maxLength: 3 }), (whole, changes) => {
      const text = changes.reduce((broken, change) => change(broken), whole);
      const source = YamlSource.read('cohort.lock.yaml', text);
      const ledger = source.ok ? parseLedger(source.value) : source;
      if (!ledger.ok) {
        refused += 1;
        for (const { message, got = '', allowed = '', write = '', line } of ledger.problems.slice(0, 3)) {
          expect([message, got, allowed, write].flatMap((each) => faultsOf(each))).toEqual([]);
          expect(line >= 1 && `${allowed}${write}` !== '').toBe(true);
        }
        return;
      }
      // What is read is what was written: no line is lost, none is other than its sum says.
      expect(SAMPLES).toContain(formatLedger(ledger.value));
    }),
    { numRuns: 10_000 },
  );
  expect(refused).toBeGreaterThan(5_000);
}); // prettier-ignore
