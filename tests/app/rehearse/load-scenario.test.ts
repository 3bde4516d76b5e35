import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { loadScenario, shippedScenarios } from '../../../src/app/rehearse/load-scenario';
import { problemsOf, valueOf } from '../../core/outcomes';
import { temporaryFolder } from '../temporary-folder';

test('Every scenario that ships is loaded by its name', () => {
  expect(shippedScenarios()).toEqual(['faults', 'long-term', 'scale', 'term']);
  expect(shippedScenarios().map((name) => valueOf(loadScenario(name)).name)).toEqual([
    'A term with faults',
    'A long term',
    'A term at scale',
    'A term in short',
  ]);
});

test('A file is loaded by its path', () => {
  const file = join(temporaryFolder(), 'mine.yaml');
  cpSync(join(HOME, 'scenarios', 'term.yaml'), file);
  expect(valueOf(loadScenario(file)).name).toBe('A term in short');
});

test('A name that none has leads to the nearest, or to the shortest', () => {
  const problem = (asked: string) => problemsOf(loadScenario(asked));
  const lesson = {
    file: '--scenario',
    line: 1,
    column: 1,
    message: 'no scenario that ships with practicum has this name',
    allowed: 'one of faults, long-term, scale, term, or the path of your own file',
  };
  expect(problem('lang-term')).toEqual([{ ...lesson, got: '"lang-term"', write: '--scenario long-term' }]);
  expect(problem('nonsense')).toEqual([{ ...lesson, got: '"nonsense"', write: '--scenario term' }]);
});

test('A file that is not there is told by its path, with what to begin with', () => {
  const file = join(temporaryFolder(), 'mine.yaml');
  expect(problemsOf(loadScenario(file))).toEqual([
    {
      file,
      line: 1,
      column: 1,
      message: 'there is no such file',
      write: 'copy scenarios/term.yaml and change it',
    },
  ]);
});

test('What is wrong in a file is told where it stands', () => {
  const file = join(temporaryFolder(), 'mine.yaml');
  writeFileSync(file, 'name: Mine\nabout: It.\nsteps:\n  - add: { students: 1 }\n');
  expect(problemsOf(loadScenario(file))).toEqual([
    {
      file,
      line: 4,
      column: 5,
      message: 'nothing stands that "add" could be done to',
      allowed: 'deploy, fault, teardown; the others after a deploy',
      write: '- deploy',
    },
  ]);
});
