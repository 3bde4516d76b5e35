import fc from 'fast-check';
import { cohortId } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import { enroll } from '../../../src/core/ledger/enroll';
import type { Ledger, LedgerEvent, TenantKey } from '../../../src/core/ledger/ledger';
import { emptyLedger, keyText, placesOf } from '../../../src/core/ledger/ledger';
import { LIMITS } from '../../../src/core/limits/limits';
import { shuffled, tenantKeys } from '../invented-people';
import { aStudent } from '../sample-cohort';

const EMPTY = emptyLedger(cohortId('mlops-fall27'));
const SMALL = { tenantsPerShard: 3, tenantsPerCell: 7 };
const JANUARY = '2027-01-04' as Day;
const LATER = '2027-02-01' as Day;
const students = (count: number): TenantKey[] =>
  Array.from({ length: count }, (_, n) => ({ student: aStudent(`s${String(n).padStart(4, '0')}`).email }));
const seats = (ledger: Ledger): readonly string[] =>
  [...placesOf(ledger).values()].map(({ cell, shard }) => `${cell}/${shard}`);

test('Each tenant gets one line, in the order of their keys', () => {
  const keys: TenantKey[] = [
    { team: 'Kestrel' },
    { student: aStudent('zoe').email },
    { student: aStudent('ada').email },
  ];
  expect(enroll(EMPTY, keys, JANUARY, SMALL).events).toEqual([
    { on: JANUARY, event: 'enrolled', handle: 'ada', key: keys[2], cell: 1, shard: 1 },
    { on: JANUARY, event: 'enrolled', handle: 'team-kestrel', key: keys[0], cell: 1, shard: 1 },
    { on: JANUARY, event: 'enrolled', handle: 'zoe', key: keys[1], cell: 1, shard: 1 },
  ]);
});

test('Shards and cells are filled to what they take, one after another', () => {
  const ledger = enroll(EMPTY, students(16), JANUARY, SMALL);
  expect(seats(ledger)).toEqual([
    ...['1/1', '1/1', '1/1', '1/2', '1/2', '1/2', '1/3'],
    ...['2/1', '2/1', '2/1', '2/2', '2/2', '2/2', '2/3'],
    ...['3/1', '3/1'],
  ]);
});

test('A thousand and one tenants have twenty shards of fifty in one cell, and one in the next', () => {
  const capacity = {
    tenantsPerShard: LIMITS.tenantsPerShard.planFor,
    tenantsPerCell: LIMITS.tenantsPerCell.planFor,
  };
  const counts = new Map<string, number>();
  for (const seat of seats(enroll(EMPTY, students(1001), JANUARY, capacity)))
    counts.set(seat, (counts.get(seat) ?? 0) + 1);
  expect([...counts.entries()].filter(([, count]) => count === 50)).toHaveLength(20);
  expect(counts.get('2/1')).toBe(1);
});

test('A cohort beyond the last cell is a fault, not a cell that names cannot hold', () => {
  expect(() => enroll(EMPTY, students(100), JANUARY, { tenantsPerShard: 1, tenantsPerCell: 1 })).toThrow(
    'Cell 100 is not in 1..99',
  );
});

test('A ledger in which everyone has a line stays the same object', () => {
  const ledger = enroll(EMPTY, students(5), JANUARY, SMALL);
  expect(enroll(ledger, students(5), LATER, SMALL)).toBe(ledger);
  expect(enroll(ledger, [], LATER, SMALL)).toBe(ledger);
});

test('A seat that became free is not given again', () => {
  const ledger = enroll(EMPTY, students(3), JANUARY, SMALL);
  const gone = ledger.events.map(({ handle }): LedgerEvent => ({ on: LATER, event: 'destroyed', handle }));
  const after = enroll({ ...ledger, events: [...ledger.events, ...gone] }, students(4), LATER, SMALL);
  expect(after.events.at(-1)).toMatchObject({ event: 'enrolled', cell: 1, shard: 2 });
});

test('Who was destroyed is not enrolled again, and the handle goes to no one else', () => {
  const student = aStudent('s0000').email;
  const ledger = enroll(EMPTY, [{ student }], JANUARY, SMALL);
  const gone: Ledger = {
    ...ledger,
    events: [...ledger.events, { on: LATER, event: 'destroyed', handle: ledger.events[0]!.handle }],
  };
  expect(enroll(gone, [{ student }], LATER, SMALL)).toBe(gone);
  const other = enroll(gone, [{ student: aStudent('s0000+new').email }], LATER, SMALL);
  expect(other.events.at(-1)).toMatchObject({ handle: 's0000-2' });
});

test('A team under another letter case is the team that has a line', () => {
  const ledger = enroll(EMPTY, [{ team: 'Barn Owl' }], JANUARY, SMALL);
  expect(enroll(ledger, [{ team: ' barn owl' }, { team: 'BARN OWL' }], LATER, SMALL)).toBe(ledger);
});

test('The order of the tenants decides nothing', () => {
  const orders = tenantKeys(30).chain((keys) => fc.tuple(fc.constant(keys), shuffled(keys)));
  fc.assert(
    fc.property(orders, ([keys, other]) => {
      expect(enroll(EMPTY, other, JANUARY, SMALL)).toEqual(enroll(EMPTY, keys, JANUARY, SMALL));
    }),
  );
});

test('Whoever comes later, the lines that are there never change and no one gets a second one', () => {
  fc.assert(
    fc.property(tenantKeys(40), fc.array(fc.nat({ max: 40 }), { maxLength: 4 }), (keys, cuts) => {
      let ledger = EMPTY;
      for (const cut of [...cuts, keys.length]) {
        const next = enroll(ledger, keys.slice(0, cut), LATER, SMALL);
        expect(next.events.slice(0, ledger.events.length)).toEqual(ledger.events);
        ledger = next;
      }
      const places = [...placesOf(ledger).values()];
      expect(places.map(({ key }) => keyText(key)).sort()).toEqual(keys.map(keyText).sort());
      expect(new Set(ledger.events.map(({ handle }) => handle)).size).toBe(keys.length);
    }),
  );
});

test('One student more changes handle, cell and shard of no one else', () => {
  const newcomers = tenantKeys(30).filter((keys) => keys.length > 0);
  fc.assert(
    fc.property(newcomers, ([newcomer, ...keys]) => {
      const before = enroll(EMPTY, keys, JANUARY, SMALL);
      const after = placesOf(enroll(before, [newcomer!, ...keys], LATER, SMALL));
      for (const [handle, place] of placesOf(before)) expect(after.get(handle)).toEqual(place);
      expect(after.size).toBe(keys.length + 1);
    }),
  );
});

test('No shard and no cell ever has more tenants than it takes', () => {
  fc.assert(
    fc.property(tenantKeys(40), fc.nat({ max: 40 }), (keys, cut) => {
      const ledger = enroll(enroll(EMPTY, keys.slice(cut), JANUARY, SMALL), keys, LATER, SMALL);
      const inShard = new Map<string, number>();
      const inCell = new Map<number, number>();
      for (const { cell, shard } of placesOf(ledger).values()) {
        inShard.set(`${cell}/${shard}`, (inShard.get(`${cell}/${shard}`) ?? 0) + 1);
        inCell.set(cell, (inCell.get(cell) ?? 0) + 1);
      }
      expect(Math.max(0, ...inShard.values())).toBeLessThanOrEqual(SMALL.tenantsPerShard);
      expect(Math.max(0, ...inCell.values())).toBeLessThanOrEqual(SMALL.tenantsPerCell);
    }),
  );
});
