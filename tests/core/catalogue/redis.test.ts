import { TOOLKIT_SIZES } from '../../../src/core/catalogue/allowance';
import { cacheAmounts, redisSettings } from '../../../src/core/catalogue/redis/settings';
import { redis } from '../../../src/core/catalogue/redis/toolkit';
import { placeOf } from './a-place';

const settingOf = (text: string, name: string): string => new RegExp(`^${name} (.*)$`, 'm').exec(text)![1]!;

test.each(TOOLKIT_SIZES)('A full cache of the size %s can write its file anew within its limit', (size) => {
  const place = placeOf(redis, size);
  const most = Number(settingOf(redisSettings(place), 'maxmemory'));
  // All that it holds, twice, while each key changes.
  expect(2 * most).toBeLessThanOrEqual(cacheAmounts(place).memoryLimit.bytes);
});

test('It keeps a file only where there is a disk for it', () =>
  expect(TOOLKIT_SIZES.map((size) => settingOf(redisSettings(placeOf(redis, size)), 'appendonly'))).toEqual([
    'no',
    'yes',
    'yes',
  ]));

test('Who sets it up is told what to set up, and nothing of one that stands', () => {
  const place = placeOf(redis, 'small');
  expect(redis.handout(place)).toContain('It is Valkey');
  const own = redis.setUp!({ ...place, toolkits: [] });
  expect(own).toContain('a Service with the name `redis`');
  expect(own).not.toMatch(/Valkey|gone after a restart|board "Redis" shows/);
  for (const told of [redis.handout(place), own]) expect(told).toContain('REDIS_HOST=localhost');
});
