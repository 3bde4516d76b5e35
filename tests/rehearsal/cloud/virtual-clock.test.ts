import fc from 'fast-check';
import type { ClockSession, Work } from '../../../src/rehearsal/cloud/virtual-clock';
import { VirtualClock } from '../../../src/rehearsal/cloud/virtual-clock';

const START = 1_000_000;
let clock: VirtualClock;
let session: ClockSession;

beforeEach(() => {
  clock = new VirtualClock(START);
  session = clock.open();
});

/** Seconds after the start at which work that is handed in now is done. */
const done = (seconds: number, more: Partial<Work> = {}, by: ClockSession = session): number =>
  (by.spend({ about: 'work', seconds, after: [], ...more }) - START) / 1000;
const now = (): number => (clock.now - START) / 1000;
const RATE = { about: 'bucket writes', scope: 'w255', perSecond: 0.5 };

test('Ten calls of one terraform are under way at once, and the eleventh waits for the first that ends', () => {
  const ends = [30, 20, 10, 30, 30, 30, 30, 30, 30, 30].map((seconds) => done(seconds));
  expect(ends).toEqual([30, 20, 10, 30, 30, 30, 30, 30, 30, 30]);
  expect(done(5)).toBe(15);
  expect(done(5)).toBe(20);
  expect(now()).toBe(30);
});

test('What a call needs must stand before it begins', () => {
  clock.ready('//example/project', START + 16_000);
  clock.ready('//example/api', START + 26_000);
  expect(done(10, { after: ['//example/project', '//example/api'] })).toBe(36);
  expect(done(10, { after: ['//example/never-heard-of'] })).toBe(10);
});

test('A call that waits for what it needs holds no hand meanwhile', () => {
  for (let chain = 0; chain < 5; chain += 1) {
    clock.ready(`//example/${chain}`, START + done(100) * 1000);
    expect(done(100, { after: [`//example/${chain}`] })).toBe(200);
  }
  expect([1, 2, 3, 4, 5].map(() => done(1))).toEqual([1, 1, 1, 1, 1]);
  expect(done(1)).toBe(2);
});

test('Writes with a quota of one in two seconds follow each other, the first at once', () => {
  expect([1, 2, 3].map(() => done(1, { rate: RATE }))).toEqual([1, 3, 5]);
  expect(done(1, { rate: { ...RATE, scope: 'w256' } })).toBe(1);
  expect(done(1, { rate: { ...RATE, about: 'repository writes' } })).toBe(1);
  expect(clock.takeWaits().quotas).toEqual([{ about: 'bucket writes', seconds: 4 }]);
});

test('A quota that was not used is not saved up, and counts across sessions', () => {
  done(1, { rate: RATE });
  expect(done(100)).toBe(100);
  clock.advanceTo(START + 100_000);
  const [one, other] = [clock.open(), clock.open()];
  expect(done(1, { rate: RATE }, one)).toBe(101);
  expect(done(1, { rate: RATE }, other)).toBe(103);
  expect(done(1, { rate: RATE }, one)).toBe(105);
});

test('Sessions that overlap run side by side', () => {
  const other = clock.open();
  expect(done(100)).toBe(100);
  session.close();
  expect(done(60, {}, other)).toBe(60);
  expect(now()).toBe(100);
});

test('A session that begins after another has ended begins where that one ended', () => {
  done(100);
  session.close();
  const second = clock.open();
  expect(done(60, {}, second)).toBe(160);
  expect(done(10, {}, clock.open())).toBe(110);
  second.close();
  expect(done(1, {}, clock.open())).toBe(161);
});

test('A session without work takes no time, and one that has not ended holds nobody up', () => {
  clock.open().close();
  done(100);
  expect(done(1, {}, clock.open())).toBe(1);
});

test('Time passes between two days, and never goes back', () => {
  clock.advanceTo(START + 3_600_000);
  expect(now()).toBe(3600);
  expect(done(1, {}, clock.open())).toBe(3601);
  clock.advanceTo(START + 60_000);
  expect(now()).toBe(3601);
  expect(done(1, {}, clock.open())).toBe(3602);
});

test('Whoever begins after time was let pass begins after all work so far', () => {
  done(100);
  clock.advanceTo(START);
  expect(done(1, {}, clock.open())).toBe(101);
});

test('What was waited for and worked on is told longest first, once', () => {
  done(5, { about: 'bucket', rate: RATE });
  done(5, { about: 'bucket', rate: RATE });
  done(300, { about: 'cluster' });
  done(10, { about: 'address' });
  expect(clock.takeWaits()).toEqual({
    quotas: [{ about: 'bucket writes', seconds: 2 }],
    work: [
      { about: 'cluster', seconds: 300 },
      { about: 'address', seconds: 10 },
      { about: 'bucket', seconds: 10 },
    ],
  });
  expect(clock.takeWaits()).toEqual({ quotas: [], work: [] });
});

const works = fc.array(fc.record({ seconds: fc.integer({ min: 1, max: 50 }), needs: fc.option(fc.nat(9)) }), {
  maxLength: 60,
});

test('However calls fall, ten at most are under way, and none begins before what it needs', () => {
  fc.assert(
    fc.property(works, (all) => {
      const fresh = new VirtualClock(START);
      const one = fresh.open();
      const readyAt = new Map<number, number>();
      const spans = all.map(({ seconds, needs }, index) => {
        const after = needs === null ? [] : [`//example/${needs}` as const];
        const standing = readyAt.get(needs ?? -1) ?? START;
        const end = one.spend({ about: 'work', seconds, after });
        readyAt.set(index, end);
        fresh.ready(`//example/${index}`, end);
        return { begin: end - seconds * 1000, end, standing };
      });
      for (const { begin, standing } of spans) {
        expect(begin).toBeGreaterThanOrEqual(standing);
        expect(spans.filter((each) => each.begin <= begin && begin < each.end).length).toBeLessThanOrEqual(
          10,
        );
      }
      expect(fresh.now).toBe(Math.max(START, ...spans.map(({ end }) => end)));
    }),
  );
});
