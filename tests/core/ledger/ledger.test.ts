import type { CohortId, Handle } from '../../../src/core/domain/ids';
import { cellNumber, shardNumber } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import type { LedgerEvent, LedgerEventKind, LedgerKey } from '../../../src/core/ledger/ledger';
import {
  LEDGER_EVENTS,
  applyEvent,
  contradiction,
  emptyLedger,
  extended,
  keyText,
  placesOf,
  sumOf,
} from '../../../src/core/ledger/ledger';
import { aStudent } from '../sample-cohort';

const ADA = 'ada' as Handle;
const KEY = { student: aStudent('ada').email };
const NEW_KEY = { student: aStudent('ada.lovelace').email };
const on = (event: LedgerEventKind, day = '2027-01-04', handle = ADA): LedgerEvent => {
  const line = { on: day as Day, handle };
  if (event === 'enrolled') return { ...line, event, key: KEY, cell: cellNumber(1), shard: shardNumber(2) };
  return event === 'renamed' ? { ...line, event, key: NEW_KEY } : { ...line, event };
};
const after = (...events: readonly LedgerEventKind[]): ReturnType<typeof placesOf> =>
  placesOf({ ...emptyLedger('mlops-fall27' as CohortId), events: events.map((event) => on(event)) });

const ALLOWED: Readonly<Record<string, readonly LedgerEventKind[]>> = {
  '': ['enrolled'],
  enrolled: ['renamed', 'held', 'destroyed'],
  'enrolled renamed': ['held', 'destroyed'],
  'enrolled held': ['renamed', 'returned', 'emptied', 'destroyed'],
  'enrolled held renamed': ['returned', 'emptied', 'destroyed'],
  'enrolled held returned': ['renamed', 'held', 'destroyed'],
  'enrolled held emptied': ['renamed', 'destroyed'],
  'enrolled held emptied renamed': ['destroyed'],
  'enrolled destroyed': [],
  'enrolled held destroyed': [],
  'enrolled held emptied destroyed': [],
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
  ['back when it is empty', ['enrolled', 'held', 'emptied'], 'returned', 'ada is emptied'],
  ['emptied while somebody works there', ['enrolled'], 'emptied', 'ada is active'],
  ['renamed to what it is called', ['enrolled', 'renamed'], 'renamed', 'ada has this key already'],
  ['forgotten while it stands', ['enrolled', 'held'], 'forgotten', 'ada is held'],
  [
    'forgotten in one line alone',
    ['enrolled', 'destroyed'],
    'forgotten',
    'a line above still says who ada was',
  ],
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

describe('A key', () => {
  const BO = 'bo' as Handle;
  const enrolledAs = (handle: Handle, key: LedgerKey): LedgerEvent => ({
    ...(on('enrolled', '2027-01-04', handle) as Extract<LedgerEvent, { event: 'enrolled' }>),
    key,
  });
  const renamed = (handle: Handle, key: LedgerKey): LedgerEvent => ({
    on: '2027-02-01' as Day,
    event: 'renamed',
    handle,
    key,
  });
  const wrongAfter = (events: readonly LedgerEvent[], next: LedgerEvent): string | undefined =>
    contradiction(placesOf({ ...emptyLedger('mlops-fall27' as CohortId), events }), next);

  test('is one place’s while it stands, and free when that is destroyed', () => {
    const held = [on('enrolled'), on('held')];
    expect(wrongAfter(held, enrolledAs(BO, KEY))).toBe('ada has this key');
    expect(wrongAfter([...held, enrolledAs(BO, NEW_KEY)], renamed(BO, KEY))).toBe('ada has this key');
    expect(wrongAfter([...held, on('destroyed')], enrolledAs(BO, KEY))).toBeUndefined();
  });

  test('that was given up may be another’s', () => {
    expect(wrongAfter([on('enrolled'), on('renamed')], enrolledAs(BO, KEY))).toBeUndefined();
  });

  test('of a student is never a team’s, though a team’s may change its letters', () => {
    const team = enrolledAs(BO, { team: 'Kestrel' });
    expect(wrongAfter([on('enrolled')], renamed(ADA, { team: 'Kestrel' }))).toBe('ada is a student');
    expect(wrongAfter([team], renamed(BO, KEY))).toBe('bo is a team');
    expect(wrongAfter([team], renamed(BO, { team: 'KESTREL' }))).toBeUndefined();
  });

  test('that is taken by name keeps handle, cell, shard and first day, and so does the state', () => {
    const places = after('enrolled', 'held', 'renamed');
    expect(places.get(ADA)).toEqual({ ...after('enrolled', 'held').get(ADA), key: NEW_KEY });
  });
});

test('Lines that cannot follow are a fault of ours', () => {
  const ledger = { ...emptyLedger('mlops-fall27' as CohortId), events: [on('enrolled')] };
  expect(extended(ledger, [on('held'), on('returned')]).events).toHaveLength(3);
  expect(extended(ledger, [])).toBe(ledger);
  expect(() => extended(ledger, [on('held'), on('held')])).toThrow(
    'The ledger cannot take "held": ada is held',
  );
});
