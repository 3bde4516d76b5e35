import type { GradingRecord } from '../../../src/core/grading/grading-records';
import { parseRecords, recordsByPlace } from '../../../src/core/grading/grading-records';
import { handle } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { problemsOf, valueOf } from '../outcomes';
import { GOOD_REPORT } from './a-load-lab';

const ada = handle('ada');
const bo = handle('bo');
const at = '2027-04-06T07:00:00Z' as Instant;
const started: GradingRecord = { record: 'started', handle: ada, job: 'j1', script: 's1' };
const graded: GradingRecord = { record: 'graded', handle: ada, at, report: GOOD_REPORT };
const refused: GradingRecord = { record: 'not graded', handle: bo, at, reason: 'there is no Service web' };

const text = (...records: readonly GradingRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

test('What was written is read again', () => {
  const again: GradingRecord = { record: 'again', handles: [ada, bo] };
  expect(valueOf(parseRecords('r.jsonl', text(started, graded, refused, again)))).toEqual([
    started,
    graded,
    refused,
    again,
  ]);
});

test('A last line that a crash cut off never was', () => {
  const whole = text(started, graded);
  expect(valueOf(parseRecords('r.jsonl', whole.slice(0, -1)))).toEqual([started]);
  expect(valueOf(parseRecords('r.jsonl', whole.slice(0, -30)))).toEqual([started]);
});

test('Any other line that is none is told with its place', () => {
  expect(problemsOf(parseRecords('r.jsonl', `${text(started)}\n<<<<<<< HEAD\n`))).toEqual([
    {
      file: 'r.jsonl',
      line: 3,
      column: 1,
      message: 'this is no line of results',
      got: '"<<<<<<< HEAD"',
      allowed: 'lines that "practicum grade" wrote',
      write: 'nothing: delete the line; its place is graded again',
    },
  ]);
});

test('Of each place the last result stands, and a run only until its result', () => {
  const other: GradingRecord = { ...graded, at: '2027-04-07T07:00:00Z' as Instant };
  const places = recordsByPlace([started, refused, graded, other]);
  expect(places.get(ada)).toEqual({ result: other });
  expect(places.get(bo)).toEqual({ result: refused });
  expect(recordsByPlace([graded, started]).get(ada)).toEqual({ started });
});

test('Places that are graded again have neither result nor run, while the file keeps both', () => {
  const places = recordsByPlace([started, graded, refused, { record: 'again', handles: [ada] }]);
  expect([places.get(ada), places.get(bo)]).toEqual([undefined, { result: refused }]);
});
