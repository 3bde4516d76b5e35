import { Duration } from '../../../src/core/domain/duration';

test.each([
  ['10m', 600, '10m'],
  ['90s', 90, '90s'],
  ['120s', 120, '2m'],
  ['2h', 7200, '2h'],
  ['500ms', 0.5, '500ms'],
  ['2000ms', 2, '2s'],
])(
  '%s is %d seconds, and is written in the largest unit that gives a whole number: %s',
  (text, seconds, written) => {
    const duration = Duration.tryParse(text)!;
    expect([duration.seconds, duration.toString(), JSON.stringify(duration)]).toEqual([
      seconds,
      written,
      `"${written}"`,
    ]);
  },
);

test.each(['10', '1.5m', '-1s', '10 m', '10min', 'm', '1h30m', ''])('%s is no duration', (text) =>
  expect(Duration.tryParse(text)).toBeUndefined(),
);
