import type { CohortId, Handle } from '../../../src/core/domain/ids';
import { cellNumber, shardNumber } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import type { LedgerEvent, LedgerEventKind } from '../../../src/core/ledger/ledger';
import {
  LEDGER_EVENTS,
  applyEvent,
  contradiction,
  emptyLedger,
  keyText,
  placesOf,
  sumOf,
} from '../../../src/core/ledger/ledger';
import { aStudent } from '../sample-cohort';

const ADA = 'ada' as Handle;
const KEY = { student: aStudent('ada').email };
const on = (event: LedgerEventKind, day = '2027-01-04', handle = ADA): LedgerEvent =>
  event === 'enrolled'
    ? { on: day as Day, event, handle, key: KEY, cell: cellNumber(1), shard: shardNumber(2) }
    : { on: day as Day, event, handle };
const after = (...events: readonly LedgerEventKind[]): ReturnType<typeof placesOf> =>
  placesOf({ ...emptyLedger('mlops-fall27' as CohortId), events: events.map((event) => on(event)) });

const ALLOWED: Readonly<Record<string, readonly LedgerEventKind[]>> = {
  '': ['enrolled'],
  enrolled: ['held', 'destroyed'],
  'enrolled held': ['returned', 'destroyed'],
  'enrolled held returned': ['held', 'destroyed'],
  'enrolled destroyed': [],
  'enrolled held destroyed': [],
};

test.each(Object.entries(ALLOWED))('After "%s" may come %j and nothing else', (history, allowed) => {
  const places = after(...(history.split(' ').filter(Boolean) as LedgerEventKind[]));
  expect(LEDGER_EVENTS.filter((event) => contradiction(places, on(event)) === undefined)).toEqual(allowed);
});

test.each<[string, readonly LedgerEventKind[], LedgerEventKind, string]>([
  ['before it was enrolled', [], 'held', 'ada was never enrolled'],
  ['enrolled a second time', ['enrolled'], 'enrolled', 'ada was enrolled before'],
  ['back without being held', ['enrolled'], 'returned', 'ada is active'],
  ['held twice', ['enrolled', 'held'], 'held', 'ada is held'],
  ['back from destruction', ['enrolled', 'destroyed'], 'returned', 'ada is destroyed'],
])('A tenant %s is a contradiction in words', (_, history, event, words) => {
  expect(contradiction(after(...history), on(event))).toBe(words);
});

test('A place keeps handle, key, cell, shard and first day through all that happens', () => {
  const events = [
    on('enrolled'),
    on('held', '2027-02-01'),
    on('returned', '2027-02-08'),
    on('destroyed', '2027-05-01'),
  ];
  const states = events.map((_, index) => {
    const places = placesOf({
      ...emptyLedger('mlops-fall27' as CohortId),
      events: events.slice(0, index + 1),
    });
    const { state, since, ...rest } = places.get(ADA)!;
    expect(rest).toEqual({ handle: ADA, key: KEY, cell: 1, shard: 2, enrolled: '2027-01-04' });
    return `${state} ${since}`;
  });
  expect(states).toEqual([
    'active 2027-01-04',
    'held 2027-02-01',
    'active 2027-02-08',
    'destroyed 2027-05-01',
  ]);
});

test('An event of a handle that no line names is a fault', () => {
  expect(() => applyEvent(new Map(), on('held'))).toThrow('The ledger names ada, which was never enrolled');
});

test('A student is known by e-mail, a team by its name without case, outer space or composition', () => {
  expect(keyText(KEY)).toBe('ada@example.edu');
  expect(new Set(['Zoë', ' zoë ', 'ZOE\u0308'].map((team) => keyText({ team })))).toEqual(
    new Set(['team zoë']),
  );
});

describe('The sum of a line', () => {
  const line = on('enrolled') as Extract<LedgerEvent, { event: 'enrolled' }>;
  const sum = sumOf('before', line);

  test('is sixteen hexadecimal digits, the same each time', () => {
    expect(sum).toMatch(/^[0-9a-f]{16}$/);
    expect(sumOf('before', { ...line })).toBe(sum);
  });

  test.each<[string, string, LedgerEvent]>([
    ['what came before', 'after', line],
    ['the day', 'before', { ...line, on: '2027-01-05' as Day }],
    ['the handle', 'before', { ...line, handle: 'bo' as Handle }],
    ['the student', 'before', { ...line, key: { student: aStudent('bo').email } }],
    ['the kind of tenant', 'before', { ...line, key: { team: 'ada@example.edu' } }],
    ['the cell', 'before', { ...line, cell: cellNumber(2) }],
    ['the shard', 'before', { ...line, shard: shardNumber(1) }],
    ['what happened', 'before', on('held')],
  ])('changes with %s', (_, before, event) => expect(sumOf(before, event)).not.toBe(sum));

  test('changes with each letter of a team’s name', () => {
    const sums = ['Kestrel', 'kestrel', 'Kestrel '].map((team) =>
      sumOf('before', { ...line, key: { team } }),
    );
    expect(new Set(sums).size).toBe(3);
  });
});
