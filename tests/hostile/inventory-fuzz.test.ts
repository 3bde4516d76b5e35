import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { certificateMarkdown } from '../../src/core/leaks/certificate-markdown';
import type { Problem } from '../../src/core/input/problem';
import { recognise } from '../../src/core/leaks/entry-shapes';
import { mergeItems } from '../../src/core/leaks/inventory-item';
import { decodeInventory, readEntries } from '../../src/core/leaks/inventory-text';
import { judgeInventory } from '../../src/core/leaks/judge-inventory';
import { certificateOf } from '../../src/core/leaks/leak-certificate';
import { emptyLedger } from '../../src/core/ledger/ledger';
import type { CohortId } from '../../src/core/domain/ids';
import type { Instant } from '../../src/core/domain/time';
import { MARKS, fixture } from '../core/leaks/judged';
import { faultsOf } from './expect-told';

/** Small parts of real inventories: what is changed in them is read by the same code, and fast. */
const SAMPLES: readonly string[] = readdirSync(fixture('.'))
  .sort()
  .flatMap((file) => {
    const text = readFileSync(fixture(file), 'utf8');
    if (file.endsWith('.ndjson')) return [text];
    const entries = JSON.parse(text) as readonly unknown[];
    return [JSON.stringify(entries.slice(0, 4), undefined, 1), JSON.stringify(entries.slice(-3))];
  });

/** Pieces that mean something where they are put. */
const PIECES = [
  '', '"', '{', '}', '[', ']', ',', ':', 'null', '-1', '1e999', '"__proto__"', '"projects/"', '//', '\\u202e', '\\', '\n',
  '\u0000', '\uFEFF', '\u{1F600}', '\ud800', '"DELETE_REQUESTED"', '"2027-04-24T10:00:00+0000"', 'true', 'w255-spring27-c1',
]; // prettier-ignore

type Mutation = (text: string) => string;

const textual: fc.Arbitrary<Mutation> = fc
  .record({ at: fc.nat(), cut: fc.nat(30), put: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })) })
  .map(({ at, cut, put }) => (text) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + put + text.slice(place + cut);
  }); // prettier-ignore

/** Another value in the place of one: the text stays JSON, so that it comes as far as to be judged. */
const structural: fc.Arbitrary<Mutation> = fc
  .record({ at: fc.nat(), value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(...PIECES)) })
  .map(({ at, value }) => (text) => {
    let seen = 0;
    const count = text.split(':').length;
    try {
      const change = (_: string, old: unknown): unknown => (seen++ === at % count ? value : old);
      return JSON.stringify(JSON.parse(text, change)) ?? 'null';
    } catch {
      return text;
    }
  }); // prettier-ignore

function outcomeOf(text: string): readonly Problem[] | string {
  const decoded = decodeInventory('inventory.json', new TextEncoder().encode(text));
  const entries = decoded.ok ? readEntries('inventory.json', decoded.value) : decoded;
  const recognised = entries.ok ? recognise('inventory.json', entries.value) : entries;
  if (!recognised.ok) return recognised.problems;
  const items = mergeItems(recognised.value.map(({ item }) => item));
  const certificate = certificateOf({
    cohort: 'w255-spring27',
    at: '2027-05-01T00:00:00Z' as Instant,
    ledger: emptyLedger('w255-spring27' as CohortId),
    inventories: [],
    findings: judgeInventory(items, MARKS, 'us-west1'),
    pricesOf: 'us-central1',
    silentAbout: [],
  });
  return certificateMarkdown(certificate);
}

test('10,000 changed inventories are judged or refused in words, and none makes the program throw', () => {
  const ends = { judged: 0, refused: 0 };
  const mutated = fc
    .tuple(fc.constantFrom(...SAMPLES), fc.array(fc.oneof(textual, structural, structural), { minLength: 1, maxLength: 3 }))
    .map(([text, mutations]) => mutations.reduce((changed, mutate) => mutate(changed), text)); // prettier-ignore
  fc.assert(
    fc.property(mutated, (text) => {
      const outcome = outcomeOf(text);
      if (typeof outcome === 'string') {
        ends.judged += 1;
        expect(outcome).not.toMatch(/\bundefined\b(?!')|\[object|[^\P{Cc}\n]|\p{Cf}/u);
        return;
      }
      ends.refused += 1;
      expect(outcome.length).toBeGreaterThan(0);
      for (const { message, got = '', allowed = '', write = '', line, column } of outcome.slice(0, 3)) {
        expect([message, got, allowed, write].flatMap((each) => faultsOf(each))).toEqual([]);
        expect(line >= 1 && column >= 1 && `${allowed}${write}` !== '').toBe(true);
      }
    }),
    { numRuns: 10_000, seed: 7 },
  );
  // A fuzz that never comes past the reader, or never fails there, looks at half of the program.
  expect(ends.judged).toBeGreaterThan(2_000);
  expect(ends.refused).toBeGreaterThan(2_000);
}, 120_000);
