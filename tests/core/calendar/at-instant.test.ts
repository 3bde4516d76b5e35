import fc from 'fast-check';
import { atInstant } from '../../../src/core/calendar/at-instant';
import type { Instant } from '../../../src/core/domain/time';
import { plusHours } from '../../../src/core/domain/time';
import { aPlan, after } from '../plan/a-plan';
import { aCourse, enrolled } from '../sample-cohort';
import { CLASS, accommodated } from './accommodated-cohort';

const config = accommodated('student: bo@example.edu, lab: lab1, extraDays: 2');
const ledger = enrolled(config, CLASS, aCourse());
const at = (instant: string, of = ledger) =>
  atInstant(aPlan({ config, roster: CLASS, ledger: of, at: instant as Instant }));
const NONE = { upcoming: 0, open: 0, late: 0, closed: 0 };

test('A lab is open for some and closed for others, and who differs is named', () => {
  const [lab1, lab2, project] = at('2027-01-20T20:00:00Z').labs;
  expect([lab1!.phase, lab1!.tenants]).toEqual(['closed', { ...NONE, closed: 2, open: 1 }]);
  expect(lab1!.others).toEqual([
    { handle: 'bo', phase: 'open', due: '2027-01-21T07:59:00Z', closes: '2027-01-21T07:59:00Z' },
  ]);
  expect([lab2!.phase, lab2!.tenants, lab2!.others]).toEqual(['open', { ...NONE, open: 3 }, []]);
  expect([project!.phase, project!.tenants]).toEqual(['upcoming', { ...NONE, upcoming: 1 }]);
});

test('Who is held has no access and is not counted', () => {
  const { access, labs } = at('2027-01-20T20:00:00Z', after(ledger, 'held', 'ada@example.edu'));
  expect(access.students).toMatchObject({ allowed: true, studentPlaces: 2, teamPlaces: 1, held: ['ada'] });
  expect(labs[0]!.tenants).toEqual({ ...NONE, closed: 1, open: 1 });
});

test('Access of students ends with the instant that Google’s condition names', () => {
  const until = '2027-04-24T07:00:00Z' as Instant;
  expect(at(plusHours(until, -1)).access.students).toMatchObject({ allowed: true, until });
  expect(at('2027-04-24T06:59:59Z').phase).toBe('running');
  expect([at(until).access.students.allowed, at(until).phase]).toEqual([false, 'over']);
  expect(at('2027-01-11T07:59:59Z').phase).toBe('before');
});

test('At any instant every tenant of a lab is in one phase, and phases only go forward', () => {
  const instants = fc
    .integer({ min: -100, max: 3000 })
    .map((n) => plusHours('2027-01-11T08:00:00Z' as Instant, n));
  const order = ['upcoming', 'open', 'late', 'closed'];
  fc.assert(
    fc.property(instants, fc.nat({ max: 500 }), (first, hours) => {
      const [before, later] = [at(first), at(plusHours(first, hours))];
      before.labs.forEach(({ tenants, workedBy, phase }, index) => {
        const sum = Object.values(tenants).reduce((all, count) => all + count, 0);
        expect(sum).toBe(workedBy === 'student' ? 3 : 1);
        expect(order.indexOf(later.labs[index]!.phase)).toBeGreaterThanOrEqual(order.indexOf(phase));
      });
    }),
    { numRuns: 40 },
  );
});
