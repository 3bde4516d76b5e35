import { inMarkdown, reportMarkdown } from '../../../../src/app/rehearse/report/report-markdown';
import { withTotals } from '../../../../src/app/rehearse/report/report';
import { BAD, GOOD, step } from './sample-report';

test('The page begins with what was rehearsed, the verdict and the table of steps', () => {
  expect(reportMarkdown(GOOD).split('\n').slice(0, 16)).toEqual([
    '# Rehearsal of w255-spring27: 60 students, A term in short',
    '',
    '**✓ 5 steps, no finding: 2 min 8 s here, 59 min 57 s on Google Cloud**',
    '',
    'Applied by cdktf with terraform 1.11.4.',
    '',
    '## Steps',
    '',
    '|  | step | here | on Google | added | changed | destroyed | kept | findings |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| ✓ | Deploy the class | 48 s | 31 min 4 s | 508 | 0 | 0 | 0 | 0 |',
    '| ✓ | re-apply | 12 s | 1 min 35 s | 0 | 0 | 0 | 508 | 0 |',
    '| ✓ | A student comes late | 14 s | 2 min 20 s | 6 | 3 | 0 | 505 | 0 |',
    '| ✓ | A student leaves | 21 s | 3 min 8 s | 0 | 3 | 6 | 505 | 0 |',
    '| ✓ | Take all away | 33 s | 21 min 50 s | 0 | 0 | 508 | 0 | 0 |',
    '|  | **together** | **2 min 8 s** | **59 min 57 s** | **514** | **6** | **514** |  | **0** |',
  ]);
});

test('Only sections with something in them are there, findings first', () => {
  const titles = (report: typeof GOOD): readonly string[] =>
    [...reportMarkdown(report).matchAll(/^## (.*)$/gm)].map(([, title]) => title!);
  expect(titles(GOOD)).toEqual([
    'Steps',
    'The longest waits on Google Cloud',
    'Most memory',
    'What was real',
    'What was simulated',
  ]);
  expect(titles(BAD).slice(0, 4)).toEqual(['Steps', 'Findings', 'Left over', 'Went wrong on purpose']);
  expect(titles(BAD).at(-1)).toBe('Stored only, not checked');
});

test('A finding keeps the lines of its message, fenced by more than it holds', () => {
  const finding = { invariant: 'applies', where: 'shard-1-01', message: 'a\n```\n  b', remedy: 'run *it* again' } as const; // prettier-ignore
  expect(reportMarkdown(withTotals({ ...GOOD, steps: [step('Deploy', { findings: [finding] })] }))).toContain(
    [
      '### Deploy: applies',
      '',
      'Terraform applies and destroys without an error that nobody caused on purpose. Not so at **shard-1-01**:',
      '',
      '````text',
      'a',
      '```',
      '  b',
      '````',
      '',
      'Remedy: run \\*it\\* again',
    ].join('\n'),
  );
});

test.each([
  ['a_b', 'a\\_b'],
  ['a | b', 'a \\| b'],
  ['<script>', '\\<script\\>'],
  ['[x](y)', '\\[x\\](y)'],
  ['line\nbreak', 'line break'],
  ['# no title', '\\# no title'],
  ['- no item', '\\- no item'],
  ['1. no item', '1\\. no item'],
  ['\x1b[31mred', 'red'],
])('Text means itself: %j', (text, escaped) => expect(inMarkdown(text)).toBe(escaped));
