import type { Day } from '../../../src/core/domain/time';
import { extended, placesOf } from '../../../src/core/ledger/ledger';
import type { KnownPerson } from '../../../src/core/privacy/find-person';
import { tryFindPerson } from '../../../src/core/privacy/find-person';
import { retentionOf } from '../../../src/core/privacy/retention';
import { THREE } from '../plan/a-plan';
import { aConfig, aCourse, enrolled } from '../sample-cohort';

const course = aCourse();
const config = aConfig('privacy: { retentionDays: 30 }\n');
const ledger = enrolled(config, THREE, course);
const ada = (of = ledger): KnownPerson =>
  tryFindPerson('ada@example.edu', { config, roster: THREE, course, ledger: of }, undefined)!;
const [handle] = [...placesOf(ledger).keys()].filter((each) => each === 'ada');

test('A place that stands keeps its owner', () => {
  expect(retentionOf(ada(), config)).toMatchObject({ standing: { handle: 'ada', state: 'active' } });
  const held = extended(ledger, [{ on: '2027-02-01' as Day, event: 'held', handle: handle! }]);
  expect(retentionOf(ada(held), config)).toMatchObject({ standing: { state: 'held' } });
});

test('The days are counted from the day on which the place was destroyed', () => {
  const gone = extended(ledger, [{ on: '2027-02-01' as Day, event: 'destroyed', handle: handle! }]);
  expect(retentionOf(ada(gone), config)).toEqual({ from: '2027-03-03' });
  expect(retentionOf(ada(gone), aConfig('privacy: { retentionDays: 0 }\n'))).toEqual({ from: '2027-02-01' });
  expect(retentionOf(ada(gone), aConfig())).toEqual({ from: '2028-02-01' });
});

test('Who never had a place is remembered from the end of the students’ access', () => {
  const none = ada({ ...ledger, events: [] });
  expect(retentionOf(none, config)).toEqual({ from: '2027-05-23' });
});
