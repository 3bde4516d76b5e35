import type { PlanInputs } from '../../../src/core/plan/plan-inputs';
import { noticesOf } from '../../../src/core/plan/notices';
import { aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { THREE, after } from './a-plan';

const config = aConfig();
const course = aCourse();
const ledger = enrolled(config, THREE, course);
const inputs = (change: Partial<PlanInputs> = {}): PlanInputs => ({
  config,
  course,
  roster: THREE,
  ledger,
  ...change,
});
const ONLY_BO = aRoster([aStudent('bo')]);

test('A cohort in which everyone is where they should be has no notice', () => {
  expect(noticesOf(inputs())).toEqual([]);
});

test('Who is missing from the roster is told by handle, never by e-mail', () => {
  expect(noticesOf(inputs({ roster: ONLY_BO }))).toEqual([
    'ada is not in the roster any more; the place stays as it is',
    'cy is not in the roster any more; the place stays as it is',
  ]);
});

test('Who is held or destroyed is not missed', () => {
  const left = after(after(ledger, 'held', 'ada@example.edu'), 'destroyed', 'cy@example.edu');
  expect(noticesOf(inputs({ roster: ONLY_BO, ledger: left }))).toEqual([]);
});

test('Who was destroyed and stands in the roster is told of: no place is made again', () => {
  const destroyed = after(ledger, 'destroyed', 'cy@example.edu');
  expect(noticesOf(inputs({ ledger: destroyed }))).toEqual([
    'cy is in the roster, but the place was destroyed and is not made again',
  ]);
});

test('Students without a team are counted where a lab needs one', () => {
  const teams = aConfig('teamLabs: [lab2, project]\n');
  const roster = aRoster([aStudent('ada', { team: 'Owl' }), aStudent('bo'), aStudent('cy')]);
  const told = noticesOf(inputs({ config: teams, roster, ledger: enrolled(teams, roster, course) }));
  expect(told).toEqual(['2 of 3 students have no team yet, for lab2, project']);
});
