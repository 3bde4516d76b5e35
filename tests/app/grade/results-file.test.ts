import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ResultsFile } from '../../../src/app/grade/results-file';
import { handle } from '../../../src/core/domain/ids';
import type { StartedRun } from '../../../src/core/grading/grading-records';
import { problemsOf, valueOf } from '../../core/outcomes';
import { temporaryFolder } from '../temporary-folder';

const started = (name: string): StartedRun => ({
  record: 'started',
  handle: handle(name),
  job: 'j',
  script: 's',
});
const file = (): string => join(temporaryFolder(), 'lab5', 'results.jsonl');
const open = (path: string): ResultsFile => valueOf(ResultsFile.open(path, 'results.jsonl'));

test('What is appended is there at once, for this process and for the next', () => {
  const path = file();
  const first = open(path);
  first.append(started('ada'));
  expect([...first.places.keys()]).toEqual(['ada']);
  expect([...open(path).places.keys()]).toEqual(['ada']);
});

test('A line that a crash cut off is taken away before the next is written', () => {
  const path = file();
  open(path).append(started('ada'));
  appendFileSync(path, '{"record":"graded","handle":"é');
  open(path).append(started('bo'));
  expect(
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.slice(0, 12)),
  ).toEqual(['{"record":"s', '{"record":"s', '']);
  expect([...open(path).places.keys()]).toEqual(['ada', 'bo']);
});

test('A file with another line is refused and left as it is', () => {
  const path = join(temporaryFolder(), 'results.jsonl');
  writeFileSync(path, 'hello\n{"rec');
  expect(problemsOf(ResultsFile.open(path, 'results.jsonl'))).toHaveLength(1);
  expect(readFileSync(path, 'utf8')).toBe('hello\n{"rec');
});
