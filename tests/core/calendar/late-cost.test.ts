import fc from 'fast-check';
import type { HandedIn } from '../../../src/core/calendar/late-cost';
import { lateCost } from '../../../src/core/calendar/late-cost';
import type { LatePolicy } from '../../../src/core/course/late-policy.schema';
import type { LabId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { plusHours } from '../../../src/core/domain/time';

const DUE = '2027-03-10T20:29:00Z' as Instant;

/** Handed in so many hours after the due time, where `days` days are accepted. */
const item = (lab: string, weight: number, hours: number, days = 5): HandedIn => ({
  lab: lab as LabId,
  weight,
  due: DUE,
  closes: plusHours(DUE, days * 24),
  submitted: plusHours(DUE, hours),
});
const SHARIF: LatePolicy = { acceptedDays: 5, percentPerHour: 0.5, forgivenDays: 15 };
const told = (items: readonly HandedIn[], policy: LatePolicy) =>
  lateCost(items, policy).map(
    ({ lab, accepted, lateHours, forgivenHours, deductionPercent }) =>
      `${lab} ${accepted ? '' : 'not accepted '}${lateHours}h -${forgivenHours}h = ${deductionPercent}%`,
  );

describe('Where no late work is accepted', () => {
  const policy: LatePolicy = { acceptedDays: 0 };
  test('the due instant is in time, and a second later gets zero', () => {
    const second = { ...item('b', 10, 0, 0), submitted: '2027-03-10T20:29:01Z' as Instant };
    expect(told([item('a', 10, 0, 0), second], policy)).toEqual([
      'a 0h -0h = 0%',
      'b not accepted 1h -0h = 100%',
    ]);
  });
});

test('Where days are accepted and no price is named, they are free', () => {
  expect(told([item('a', 10, 72, 3), item('b', 10, 73, 3)], { acceptedDays: 3 })).toEqual([
    'a 72h -0h = 0%',
    'b not accepted 73h -0h = 100%',
  ]);
});

describe('Sharif’s allowance', () => {
  test('forgives fifteen days wherever they are, and spends no more than is needed', () => {
    const items = ['a', 'b', 'c'].map((lab) => item(lab, 10, 120));
    expect(told(items, SHARIF)).toEqual(['a 120h -120h = 0%', 'b 120h -120h = 0%', 'c 120h -120h = 0%']);
  });

  test('goes to the labs that count most; the rest costs half a percent an hour', () => {
    const items = [item('a', 5, 120), item('b', 20, 100), item('c', 20, 120), item('d', 30, 120)];
    expect(told(items, SHARIF)).toEqual([
      'a 120h -20h = 50%',
      'b 100h -100h = 0%',
      'c 120h -120h = 0%',
      'd 120h -120h = 0%',
    ]);
  });

  test('does not reach beyond five days of one lab', () => {
    expect(told([item('a', 10, 121), item('b', 10, 1)], SHARIF)).toEqual([
      'a not accepted 121h -0h = 100%',
      'b 1h -1h = 0%',
    ]);
  });

  test('counts an hour from its first second', () => {
    const late = { ...item('a', 10, 0), submitted: '2027-03-10T20:29:01Z' as Instant };
    expect(lateCost([late], { acceptedDays: 5, percentPerHour: 0.5 })[0]).toMatchObject({
      lateHours: 1,
      deductionPercent: 0.5,
    });
  });

  test('is spent on a lab without weight last, but rather than not at all', () => {
    const policy: LatePolicy = { acceptedDays: 5, percentPerHour: 1, forgivenDays: 1 };
    expect(told([item('a', 0, 20), item('b', 10, 10)], policy)).toEqual([
      'a 20h -14h = 6%',
      'b 10h -10h = 0%',
    ]);
  });
});

test('Where a lab would lose all of its grade, the first hours forgiven save nothing', () => {
  // 24 hours: of lab a (40 h at 5 %) they save 4 h × 5 % × 30; of lab b (24 h) all of 100 % × 20.
  const policy: LatePolicy = { acceptedDays: 5, percentPerHour: 5, forgivenDays: 1 };
  expect(told([item('a', 30, 40), item('b', 20, 24)], policy)).toEqual([
    'a 40h -0h = 100%',
    'b 24h -24h = 0%',
  ]);
});

test('Of two ways that cost the same, the one that spends less of the allowance is taken', () => {
  const policy: LatePolicy = { acceptedDays: 5, percentPerHour: 10, forgivenDays: 1 };
  expect(told([item('a', 10, 24), item('b', 10, 20)], policy)).toEqual([
    'a 24h -0h = 100%',
    'b 20h -20h = 0%',
  ]);
});

const items = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -5, max: 60 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) => all.map(([weight, hours], index) => item(`lab${index + 1}`, weight, hours, 2)));
const policies = fc.record({
  acceptedDays: fc.constant(2),
  percentPerHour: fc.constantFrom(0.5, 1, 2.5, 4, 10, 50),
  forgivenDays: fc.integer({ min: 0, max: 3 }),
});

/** The least of the whole grade that can be lost, by trying every way to share out the hours. */
function leastLost(all: readonly HandedIn[], { percentPerHour = 0, forgivenDays = 0 }: LatePolicy): number {
  const lost = (index: number, left: number): number => {
    const each = all[index];
    if (each === undefined) return 0;
    const hours = Math.max(0, (Date.parse(each.submitted) - Date.parse(each.due)) / 3_600_000);
    const accepted = each.submitted <= each.closes;
    let least = Infinity;
    for (let given = 0; given <= (accepted ? Math.min(hours, left) : 0); given += 1) {
      const own = accepted ? Math.min(100, (hours - given) * percentPerHour) : 100;
      least = Math.min(least, own * each.weight + lost(index + 1, left - given));
    }
    return least;
  };
  return lost(0, forgivenDays * 24);
}

describe('For any student and policy', () => {
  test('no other way to spend the allowance loses less: all ways are tried', () => {
    fc.assert(
      fc.property(items, policies, (all, policy) => {
        const lost = lateCost(all, policy).reduce(
          (sum, { lab, deductionPercent }) =>
            sum + deductionPercent * all.find((each) => each.lab === lab)!.weight,
          0,
        );
        expect(lost).toBeCloseTo(leastLost(all, policy), 6);
      }),
      { numRuns: 150 },
    );
  });

  test('no lab is forgiven more than it was late, and together no more than the allowance', () => {
    fc.assert(
      fc.property(items, policies, (all, policy) => {
        const costs = lateCost(all, policy);
        for (const { forgivenHours, lateHours } of costs)
          expect(forgivenHours).toBeLessThanOrEqual(lateHours);
        const spent = costs.reduce((sum, { forgivenHours }) => sum + forgivenHours, 0);
        expect(spent).toBeLessThanOrEqual(policy.forgivenDays * 24);
      }),
    );
  });

  test('the order of the labs decides nothing', () => {
    fc.assert(
      fc.property(items, policies, (all, policy) => {
        expect(lateCost([...all].reverse(), policy)).toEqual(lateCost(all, policy));
      }),
    );
  });
});
