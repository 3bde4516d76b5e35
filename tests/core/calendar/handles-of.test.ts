import { handlesOf } from '../../../src/core/calendar/handles-of';
import { aPlan, after, tenantsOf } from '../plan/a-plan';
import { aCourse, enrolled } from '../sample-cohort';
import { CLASS, accommodated } from './accommodated-cohort';

const config = accommodated('team: Kestrel, extraDays: 1');
const ledger = enrolled(config, CLASS, aCourse());
const of = (asked: string, book = ledger): readonly string[] =>
  handlesOf(
    asked,
    { ledger: book, roster: CLASS },
    tenantsOf(aPlan({ config, roster: CLASS, ledger: book })),
  );

test.each([
  ['ada', ['ada', 'team-kestrel']],
  [' ADA@example.edu', ['ada', 'team-kestrel']],
  ['cy', ['cy']],
  ['team-kestrel', ['team-kestrel']],
  ['nobody', []],
  ['', []],
])('%j has the places %j', (asked, handles) => expect(of(asked)).toEqual(handles));

test('Who is held is still found, and who was destroyed has no place', () => {
  expect(of('cy', after(ledger, 'held', 'cy@example.edu'))).toEqual(['cy']);
  expect(of('cy', after(ledger, 'destroyed', 'cy@example.edu'))).toEqual([]);
});
