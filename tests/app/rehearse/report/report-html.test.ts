import { withTotals } from '../../../../src/app/rehearse/report/report';
import { reportHtml } from '../../../../src/app/rehearse/report/report-html';
import { BAD, GOOD, step } from './sample-report';

test('The page needs no other file, no network and no script', () => {
  for (const page of [reportHtml(GOOD), reportHtml(BAD)]) {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(page).not.toMatch(/<(script|link|img|iframe)\b|\b(src|href)=|@import|url\(/i);
  }
});

test('It is made for day, night and narrow screens', () => {
  const page = reportHtml(GOOD);
  expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
  expect(page).toContain('@media (prefers-color-scheme: dark)');
  expect(page.match(/<div class="wide" tabindex="0" role="group"><table>/g)).toHaveLength(3);
  expect(page.match(/<\/table><\/div>/g)).toHaveLength(3);
});

test('Nothing in a report becomes markup', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const finding = { invariant: 'only-planned', where: evil, message: evil, remedy: evil } as const;
  const page = reportHtml(
    withTotals({
      ...GOOD,
      scenario: evil,
      cohort: evil,
      real: [evil, '[link](javascript:alert(1))', '![picture](http://example.edu/a.png)'],
      steps: [step(evil, { findings: [finding], faults: [evil], waits: [{ about: evil, seconds: 1 }] })],
      assetsLeft: [{ name: evil, type: evil, owner: evil, cause: evil }],
    }),
  );
  expect(page).not.toMatch(/<(img|a)\b/);
  expect(page).toContain('<pre><code class="language-text">&lt;img src=x onerror=alert(1)&gt;');
});

test('Title and body say whether it passed', () => {
  expect(reportHtml(GOOD)).toContain(
    '<title>✓ Rehearsal of w255-spring27: 60 students, A term in short</title>',
  );
  expect(reportHtml(GOOD)).toContain('<body class="passed">');
  expect(reportHtml(BAD)).toContain('<body class="failed">');
});

test('The timeline lays the steps one after another, each as its share of the whole', () => {
  const page = reportHtml(
    withTotals({
      ...GOOD,
      steps: [
        step('a', { seconds: 10, virtualSeconds: 300 }),
        step('b', { seconds: 30, virtualSeconds: 0 }),
        step('c', { seconds: 0, virtualSeconds: 0.1 }),
      ],
    }),
  );
  const bars = [...page.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="\d" width="([\d.]+)"/g)];
  expect(bars.map(([, lane, start, length]) => `${lane} ${start} ${length}`)).toEqual([
    'here 0 25',
    'there 0 99.97',
    'here 25 75',
    'there 99.97 0',
    'here 100 0',
    'there 99.4 0.6',
  ]);
});
