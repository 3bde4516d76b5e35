import type { Handle, LabId } from '../../../src/core/domain/ids';
import { handle } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { criteriaOf } from '../../../src/core/grading/criteria';
import { gradeCsv } from '../../../src/core/grading/grade-csv';
import type { GradeRow } from '../../../src/core/grading/grade-table';
import { gradeRows, missingRows, valueText } from '../../../src/core/grading/grade-table';
import { gradedPlaces } from '../../../src/core/grading/graded-places';
import type { PlaceRecord } from '../../../src/core/grading/grading-records';
import { aPlan, after } from '../plan/a-plan';
import { aConfig, aCourse, aRoster, aStudent, enrolled } from '../sample-cohort';
import { GOOD_REPORT, loadLab } from './a-load-lab';

const at = '2027-02-01T08:00:00Z' as Instant;
const criteria = criteriaOf(loadLab().load);
const roster = aRoster([
  aStudent('ada', { name: 'Zeta, "Z" Ada' }),
  aStudent('bo', { name: '=HYPERLINK("x")' }),
  aStudent('cy', { name: 'Cy' }),
  aStudent('di', { name: 'Di' }),
]);
const ledger = after(enrolled(aConfig(), roster, aCourse()), 'held', 'di@example.edu');
const places = gradedPlaces(aPlan({ roster, ledger, at }), 'lab2' as LabId);

const slow = { ...GOOD_REPORT, seconds: 1_000 };
const records = new Map<Handle, PlaceRecord>([
  [handle('ada'), { result: { record: 'graded', handle: handle('ada'), at, report: GOOD_REPORT } }],
  [handle('bo'), { result: { record: 'graded', handle: handle('bo'), at, report: slow } }],
  [handle('cy'), { result: { record: 'not graded', handle: handle('cy'), at, reason: 'no Service, "web"' } }],
]);
const rows = gradeRows(places, records, criteria);

const said = ({ title, outcome, reason }: GradeRow): string => `${title}: ${reason ?? outcome}`;

test('Rows stand by name, each with what came of it', () => {
  expect(rows.map(said)).toEqual([
    '=HYPERLINK("x"): failed',
    'Cy: no Service, "web"',
    'Di: access is paused',
    'Zeta, "Z" Ada: passed',
  ]);
});

test('Whoever has no result yet is not graded, and that is told', () => {
  expect(missingRows(gradeRows(places, new Map(), criteria)).map(said)).toEqual([
    '=HYPERLINK("x"): its turn has not come yet',
    'Cy: its turn has not come yet',
    'Zeta, "Z" Ada: its turn has not come yet',
  ]);
});

test('Who was graded early keeps the numbers in a table of those who are due', () => {
  const none = { due: [], held: [], early: places.due };
  expect(gradeRows(none, records, criteria).map(said)).toEqual([
    '=HYPERLINK("x"): failed',
    'Cy: may still hand in',
    'Zeta, "Z" Ada: passed',
  ]);
});

test('The CSV quotes what must be, and no name is a formula', () => {
  expect(gradeCsv(rows, criteria)).toBe(
    `handle,name,result,requestsPerSecond (/s),≥ 10 requests/s,p99 (ms),p99 < 2000 ms,requests,answered,seconds,median (ms),p95 (ms),p99 (ms),graded at,reason
bo,"'=HYPERLINK(""x"")",failed,8.991,fail,1250.5,pass,9000,8991,1000,200,600,1250.5,2027-02-01T08:00:00Z,
cy,Cy,not graded,,,,,,,,,,,2027-02-01T08:00:00Z,"no Service, ""web"""
di,Di,held,,,,,,,,,,,,access is paused
ada,"Zeta, ""Z"" Ada",passed,14.985,pass,1250.5,pass,9000,8991,600,200,600,1250.5,2027-02-01T08:00:00Z,
`,
  );
});

test('No table tells an e-mail address', () => {
  expect(JSON.stringify(rows) + gradeCsv(rows, criteria)).not.toContain('@');
});

test.each([
  [14.985, '/s', '14.98 /s'],
  [1250.5, 'ms', '1250.5 ms'],
  [Infinity, 'ms', 'none'],
])('%d %s is shown as %s', (value, unit, text) => {
  expect(valueText({ criterion: 'p99', title: '', bound: 1, passed: true, value, unit })).toBe(text);
});
