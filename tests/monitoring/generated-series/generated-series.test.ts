import { generatedSeries } from './generated-series';
import { openMetrics } from './open-metrics';
import { PLACES } from './place';
import { SAMPLES, STEP, counter, histogram } from './series';

const SERIES = generatedSeries();
const minutes = Array.from({ length: SAMPLES }, (_, minute) => minute);

test('No series is there twice', () => {
  const names = SERIES.map(({ name, labels }) => JSON.stringify([name, Object.entries(labels).sort()]));
  expect(new Set(names).size).toBe(names.length);
});

test('The same text comes out each time, with a sample of each series a minute', () => {
  const few = SERIES.slice(0, 50);
  const text = [...openMetrics(few)].join('');
  expect([...openMetrics(few)].join('')).toBe(text);
  expect(text.split('\n')).toHaveLength(few.length * SAMPLES + 2);
});

test('Counters never fall', () => {
  const falling = SERIES.filter(({ name }) => /_(total|count|bucket)$/.test(name)).filter(({ valueAt }) =>
    minutes.some((minute) => minute > 0 && valueAt(minute) < valueAt(minute - 1)),
  );
  expect(falling.map(({ name }) => name)).toEqual([]);
});

test('A counter grows as fast as it is told', () => {
  const { valueAt } = counter('requests_total', {}, 10);
  expect((valueAt(60) - valueAt(0)) / (60 * STEP)).toBeCloseTo(10, 1);
});

test('Buckets of a histogram hold those of smaller ones, and the last one all', () => {
  const series = histogram('seconds', {}, { perSecond: 10, mean: 0.3 });
  const ofBuckets = series.filter(({ labels }) => 'le' in labels).map(({ valueAt }) => valueAt(60));
  expect(ofBuckets).toEqual([...ofBuckets].sort((a, b) => a - b));
  expect(ofBuckets.at(-1)).toBe(series.find(({ name }) => name === 'seconds_count')!.valueAt(60));
});

test('Sixty places have the load of the project each', () => {
  expect(PLACES).toHaveLength(60);
  expect(new Set(PLACES.map(({ namespace }) => namespace)).size).toBe(60);
  expect(new Set(PLACES.map(({ load }) => load))).toEqual(new Set([10]));
});
