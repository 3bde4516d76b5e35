import { gradePlace } from '../../../src/app/grade/grade-place';
import { gradePlaces } from '../../../src/app/grade/grade-places';
import { estimateText } from '../../../src/app/grade/estimate-text';
import { readableDuration } from '../../../src/app/rehearse/report/duration';
import { Cpu } from '../../../src/core/domain/quantity';
import { estimateOf } from '../../../src/core/grading/estimate';
import type { GradingRecord } from '../../../src/core/grading/grading-records';
import { recordsByPlace } from '../../../src/core/grading/grading-records';
import { loadLab } from '../../core/grading/a-load-lab';
import { temporaryFolder } from '../temporary-folder';
import { aGround, aPlace } from './a-ground';
import { FakeCluster } from './fake-cluster';
import { VirtualTime } from './virtual-time';

const NAMES = Array.from({ length: 60 }, (_, n) => `s-${String(n + 1).padStart(2, '0')}`);
/** Room for twelve places of four cores. */
const capacity = { cpu: Cpu.millis(48_000) };

test('Sixty students of ten minutes each are graded within the hour that was estimated, twelve at once', async () => {
  const clock = new VirtualTime();
  const cluster = new FakeCluster(clock);
  const records: GradingRecord[] = [];
  const ground = aGround(clock, records, temporaryFolder());
  const turns = NAMES.map((name) => aPlace(name, cluster.kubectl));
  const estimate = estimateOf([{ turns, capacity }], loadLab().load);
  const seconds = await clock.until(gradePlaces([{ turns, capacity }], (place) => gradePlace(place, ground)));
  process.stdout.write(
    `grading ${estimateText(estimate)}; simulated ${readableDuration(seconds)} beside ${readableDuration(estimate.serialSeconds)}\n`,
  );
  expect(records.filter(({ record }) => record === 'graded')).toHaveLength(60);
  expect([cluster.mostAtOnce, estimate.atOnce]).toEqual([12, 12]);
  expect(seconds).toBe(5 * 620);
  expect(seconds).toBeLessThanOrEqual(estimate.seconds);
  expect(estimate.serialSeconds).toBe(36_000);
});

test('Students who cannot be graded stop nobody else', async () => {
  const clock = new VirtualTime();
  const cluster = new FakeCluster(clock, { 's-01': { kinds: [] }, 's-13': { complaint: 'Unauthorized' } });
  const records: GradingRecord[] = [];
  const ground = aGround(clock, records, temporaryFolder());
  const turns = NAMES.map((name) => aPlace(name, cluster.kubectl));
  await clock.until(gradePlaces([{ turns, capacity }], (place) => gradePlace(place, ground)));
  const results = [...recordsByPlace(records)].map(([name, { result }]) => [name, result!.record]);
  expect(results.filter(([, record]) => record === 'not graded').map(([name]) => name)).toEqual([
    's-01',
    's-13',
  ]);
  expect(results).toHaveLength(60);
});

test('After a crash in the middle, results stay, Jobs that run are adopted, and only the rest is started', async () => {
  const clock = new VirtualTime();
  const cluster = new FakeCluster(clock);
  const records: GradingRecord[] = [];
  const ground = aGround(clock, records, temporaryFolder());
  const turns = NAMES.map((name) => aPlace(name, cluster.kubectl));
  // The first process: it sees nothing more after fifteen minutes.
  const crashed = { ...ground, clock: { ...bound(clock), wait: (ms: number) => untilCrash(clock, ms) } };
  void gradePlaces([{ turns, capacity }], (place) => gradePlace(place, crashed));
  await clock.until(clock.wait(CRASH_MS));
  const known = recordsByPlace(records);
  const count = (part: 'started' | 'result'): number =>
    [...known.values()].filter((place) => place[part] !== undefined).length;
  expect([count('result'), count('started')]).toEqual([12, 12]);

  const left = NAMES.filter((name) => known.get(turns[NAMES.indexOf(name)]!.handle)?.result === undefined);
  const again = left.map((name) =>
    aPlace(name, cluster.kubectl, known.get(turns[NAMES.indexOf(name)]!.handle)?.started),
  );
  const seconds = await clock.until(
    gradePlaces([{ turns: again, capacity }], (place) => gradePlace(place, ground)),
  );
  expect(
    [...recordsByPlace(records).values()].filter(({ result }) => result?.record === 'graded'),
  ).toHaveLength(60);
  expect(cluster.calls.filter((call) => call.endsWith(' create'))).toHaveLength(60);
  expect(seconds).toBeLessThan(5 * 620 + 60);
});

const CRASH_MS = 900_000;

const bound = (clock: VirtualTime) => ({
  milliseconds: () => clock.milliseconds(),
  instant: () => clock.instant(),
});

/** Waits as the clock does, and for ever from the crash on. */
const untilCrash = async (clock: VirtualTime, ms: number): Promise<void> => {
  await clock.wait(ms);
  if (clock.milliseconds() >= CRASH_MS) await new Promise(() => undefined);
};
