import { resultsHtml } from '../../../src/app/grade/results-html';
import { handle } from '../../../src/core/domain/ids';
import { criteriaOf, judge } from '../../../src/core/grading/criteria';
import type { GradeRow } from '../../../src/core/grading/grade-table';
import { GOOD_REPORT, loadLab } from '../../core/grading/a-load-lab';

const criteria = criteriaOf(loadLab().load);
const row = (rest: Partial<GradeRow>): GradeRow => ({
  handle: handle('ada'),
  title: 'Ada',
  outcome: 'passed',
  judgements: judge(criteria, GOOD_REPORT),
  report: GOOD_REPORT,
  ...rest,
});
const page = (...rows: readonly GradeRow[]): string =>
  resultsHtml({ lab: 'Load & <b>tests</b>', load: '10 virtual users', criteria, rows });

test('Each row tells the values beside their bounds, and what k6 measured when it is opened', () => {
  const html = page(row({}));
  expect(html).toContain('<th scope="col">≥ 10 requests/s</th><th scope="col">p99 &lt; 2000 ms</th>');
  expect(html).toContain('<th scope="row">Ada</th><td>ada</td><td>✓ passed</td>');
  expect(html).toContain('<td class="pass">✓ 14.98 /s</td><td class="pass">✓ 1250.5 ms</td>');
  expect(html).toContain('<details><summary>k6</summary><dl><dt>requests</dt><dd>9000</dd>');
  expect(html).toContain('<dt>p(99), ms</dt><dd>1250.5</dd>');
  expect(html).toContain('<p>1 of 1 place passed; 0 could not be graded.</p>');
});

test('A place without numbers has its reason, and as many cells as the others', () => {
  const html = page({
    handle: handle('bo'),
    title: 'Bo',
    outcome: 'not graded',
    judgements: [],
    reason: 'there is no Service web',
  });
  expect(html).toContain(
    '<td class="fail">! not graded<small>there is no Service web</small></td><td></td><td></td>',
  );
  expect(html).toContain('<body class="failed">');
});

test('No text of the class is markup', () => {
  const evil = '<script>alert("x")</script>';
  const html = page(row({ title: evil }), row({ outcome: 'not graded', judgements: [], reason: evil }));
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<b>');
  expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;');
});
