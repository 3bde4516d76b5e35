import { cohortId } from '../../../src/core/domain/ids';
import type { Day } from '../../../src/core/domain/time';
import { enroll } from '../../../src/core/ledger/enroll';
import { forgetIn } from '../../../src/core/ledger/forget';
import type { LedgerEvent } from '../../../src/core/ledger/ledger';
import { emptyLedger, extended } from '../../../src/core/ledger/ledger';
import { placesByKey } from '../../../src/core/ledger/places-by-key';
import { CAPACITY, aStudent } from '../sample-cohort';

const DAY = '2027-01-04' as Day;
const KEY = { student: aStudent('ada').email };
const START = enroll(emptyLedger(cohortId('mlops-fall27')), [KEY], DAY, CAPACITY);
const { handle } = START.events[0]!;
const GONE = extended(START, [{ on: DAY, event: 'destroyed', handle }]);
const AGAIN = extended(GONE, [{ ...START.events[0]!, handle: 'ada-2' as typeof handle } as LedgerEvent]);

test('A person’s place is the one that stands, else the last that was destroyed', () => {
  const of = (ledger: typeof START): readonly string[] =>
    [...placesByKey(ledger)].map(([key, place]) => `${key} ${place.handle} ${place.state}`);
  expect(of(START)).toEqual(['ada@example.edu ada active']);
  expect(of(GONE)).toEqual(['ada@example.edu ada destroyed']);
  expect(of(AGAIN)).toEqual(['ada@example.edu ada-2 active']);
});

test('Who was forgotten has none', () => {
  expect([...placesByKey(forgetIn(GONE, handle, DAY))]).toEqual([]);
});
