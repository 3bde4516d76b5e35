import { effectiveWindows } from '../../../src/core/calendar/effective-windows';
import { deadlineOf } from '../../../src/core/grading/deadline-of';
import { aPlan, tenant } from '../plan/a-plan';
import { CLASS, accommodated } from './accommodated-cohort';

const plan = aPlan({
  config: accommodated(
    'student: bo@example.edu, lab: lab2, extraDays: 2',
    'team: Kestrel, lab: project, dueAt: 2027-02-03T23:59',
  ),
  roster: CLASS,
});
const { labs, tenants } = effectiveWindows(plan);
const of = (handle: string) => tenants.find((each) => each.handle === handle)!;

test('Everyone has windows of the labs they work on, by handle', () => {
  expect(
    tenants.map(({ handle, windows }) => `${handle} ${windows.map(({ lab }) => lab).join(' ')}`),
  ).toEqual(['ada lab1 lab2', 'bo lab1 lab2', 'cy lab1 lab2', 'team-kestrel project']);
});

test('Those without accommodation share one list', () => {
  expect(of('ada').windows).toBe(of('cy').windows);
  expect(of('ada').windows).toEqual(labs.slice(0, 2).map(({ window }) => window));
  expect(of('ada').own).toEqual([]);
});

test('Those with one have their own beside the class’s', () => {
  expect(of('bo').windows.map(({ due }) => due)).toEqual(['2027-01-19T07:59:00Z', '2027-01-28T07:59:00Z']);
  expect(of('bo').own.map(({ lab }) => lab)).toEqual(['lab2']);
  expect(of('team-kestrel').own).toEqual(of('team-kestrel').windows);
});

test('Grading waits for the deadline of each tenant', () => {
  const lab2 = plan.labs[1]!;
  expect(deadlineOf(tenant(plan, 'ada'), lab2)).toBe('2027-01-26T07:59:00Z');
  expect(deadlineOf(tenant(plan, 'bo'), lab2)).toBe('2027-01-28T07:59:00Z');
});
