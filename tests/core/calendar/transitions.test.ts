import fc from 'fast-check';
import { transitionsBetween, transitionsOf } from '../../../src/core/calendar/transitions';
import type { Instant } from '../../../src/core/domain/time';
import { epochSeconds, fromEpochSeconds, plusHours, toInstant } from '../../../src/core/domain/time';
import { aPlan } from '../plan/a-plan';
import { resolveWindows } from '../../../src/core/plan/windows';
import { CLASS, accommodated } from './accommodated-cohort';
import { aCourse, enrolled } from '../sample-cohort';
import type { TermCase } from './term-in-a-zone';
import { termAt, terms } from './term-in-a-zone';

const beginningOf = ({ first }: TermCase): Instant => toInstant(`${first}T00:00:00Z`);
const transitionsIn = (term: TermCase) => transitionsOf(termAt(term, beginningOf(term)));

/** The windows of a term at any instant; a plan for each would take a hundred times as long. */
function windowsIn(term: TermCase): (at: Instant) => string {
  const { cells, shards, labs, hours } = termAt(term, beginningOf(term)).plan;
  return (at) => JSON.stringify(resolveWindows({ labs, hours, at }, cells, shards));
}
const secondBefore = (at: Instant): Instant => fromEpochSeconds(epochSeconds(at) - 1);

test('The transitions of a term are told in their order, those of one instant by what they are', () => {
  const config = accommodated('student: cy@example.edu, lab: lab1, extraDays: 1');
  const ledger = enrolled(config, CLASS, aCourse());
  const told = transitionsOf({ plan: aPlan({ config, roster: CLASS, ledger }), config, ledger }).map(
    ({ at, kind, about = '', handles = [] }) => [at, kind, about, ...handles].join(' ').trim(),
  );
  expect(told).toEqual([
    '2027-01-11T16:00:00Z lab opens lab1',
    '2027-01-18T16:00:00Z lab opens lab2',
    '2027-01-19T07:59:00Z lab due lab1',
    '2027-01-20T07:59:00Z lab due lab1 cy',
    '2027-01-25T16:00:00Z lab opens project',
    '2027-01-26T07:59:00Z lab due lab2',
    '2027-02-02T00:00:00Z lab due project',
    '2027-04-17T07:00:00Z term over',
    '2027-04-24T07:00:00Z access ends',
    '2027-04-24T07:00:00Z teardown due',
  ]);
});

test('Transitions are the same whatever the instant that is asked about', () => {
  fc.assert(
    fc.property(terms, fc.integer({ min: -2000, max: 2000 }), (term, hours) => {
      const at = plusHours(beginningOf(term), hours);
      const other = termAt(term, at);
      expect(transitionsOf(other)).toEqual(transitionsIn(term));
      expect(JSON.stringify(other.plan.windows)).toBe(windowsIn(term)(at));
    }),
    { seed: 255, numRuns: 20 },
  );
});

test('Runs one after the other find each transition exactly once', () => {
  fc.assert(
    fc.property(terms, fc.array(fc.integer({ min: -1000, max: 4000 }), { maxLength: 30 }), (term, hours) => {
      const all = transitionsIn(term);
      const begin = plusHours(beginningOf(term), -100_000);
      const asked = [...hours.map((each) => plusHours(beginningOf(term), each)), ...all.map(({ at }) => at)];
      const stops = [...new Set([...asked, plusHours(begin, 200_000)])].sort();
      const found = stops.flatMap((until, index) =>
        transitionsBetween(all, index === 0 ? begin : stops[index - 1]!, until),
      );
      expect(found).toEqual(all);
    }),
    { seed: 255, numRuns: 60 },
  );
});

test('Between two transitions nothing of the windows changes', () => {
  fc.assert(
    fc.property(terms, (term) => {
      const windowsAt = windowsIn(term);
      const instants = [...new Set(transitionsIn(term).map(({ at }) => at))];
      instants.forEach((at, index) => {
        const next = instants[index + 1] ?? plusHours(at, 10_000);
        expect(windowsAt(secondBefore(next))).toBe(windowsAt(at));
      });
    }),
    { seed: 255, numRuns: 40 },
  );
});

test('What changes the windows is a transition that is to be deployed', () => {
  fc.assert(
    fc.property(terms, (term) => {
      const windowsAt = windowsIn(term);
      const all = transitionsIn(term);
      for (const at of new Set(all.map((each) => each.at))) {
        if (windowsAt(secondBefore(at)) === windowsAt(at)) continue;
        const here = all.filter((each) => each.at === at);
        expect(here.some(({ deploys }) => deploys)).toBe(true);
      }
    }),
    { seed: 255, numRuns: 40 },
  );
});

test('Each lab that opens, is due or closes for the class changes the windows', () => {
  fc.assert(
    fc.property(terms, (term) => {
      const ofClass = transitionsIn(term).filter(
        ({ kind, handles }) => kind.startsWith('lab ') && handles === undefined,
      );
      expect(ofClass.length).toBeGreaterThanOrEqual(6);
      const windowsAt = windowsIn(term);
      for (const { at } of ofClass) expect(windowsAt(secondBefore(at))).not.toBe(windowsAt(at));
    }),
    { seed: 255, numRuns: 40 },
  );
});
