import { readableDuration, stopwatch } from '../../../../src/app/rehearse/report/duration';

test.each([
  [0, '0 s'],
  [0.04, '0 s'],
  [0.44, '0.4 s'],
  [9.94, '9.9 s'],
  [9.96, '10 s'],
  [59.4, '59 s'],
  [59.6, '1 min'],
  [134, '2 min 14 s'],
  [3599.6, '1 h'],
  [3780, '1 h 3 min'],
  [86_399, '23 h 59 min'],
  [187_200, '2 d 4 h'],
])('%d seconds are read as %s', (seconds, text) => expect(readableDuration(seconds)).toBe(text));

test.each([
  [0, '0:00'],
  [42.9, '0:42'],
  [725, '12:05'],
  [3723, '1:02:03'],
])('After %d seconds a stopwatch shows %s', (seconds, text) => expect(stopwatch(seconds)).toBe(text));
