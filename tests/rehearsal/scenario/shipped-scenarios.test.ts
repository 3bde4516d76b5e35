import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../layers';
import { valueOf } from '../../core/outcomes';
import type { Scenario, StepAction } from '../../../src/rehearsal/scenario/scenario';
import { read } from './sample-scenario';

const FOLDER = join(ROOT, 'scenarios');
const text = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const scenario = (file: string): Scenario => valueOf(read(text(file))).scenario;
const actions = (file: string): readonly StepAction[] => scenario(file).steps.map(({ action }) => action);

test.each(readdirSync(FOLDER))(
  '%s is read, ends with nothing left, and leads editors to its schema',
  (file) => {
    expect(actions(file).at(-1)).toBe('teardown');
    expect(text(file).split('\n')[0]).toBe('# yaml-language-server: $schema=../schemas/scenario.schema.json');
  },
);

test('The short term is the story that the demo tells', () => {
  expect(actions('term.yaml')).toEqual(['deploy', 're-apply', 'add', 'drop', 'teardown']);
});

test('The ground for seeded faults has ten students and no fault of its own', () => {
  const { students, steps } = scenario('faults.yaml');
  expect(students).toBe(10);
  expect(steps.map(({ action }) => action)).toEqual(['deploy', 're-apply', 'add', 'drop', 'teardown']);
  expect(steps.flatMap(({ faults }) => faults)).toEqual([]);
});

test('The long term has every action', () => {
  expect(new Set(actions('long-term.yaml'))).toEqual(
    new Set([
      ...['deploy', 're-apply', 'add', 'drop', 'return', 'change-email', 'rename', 'change-team'],
      ...['use', 'drift', 'fault', 'recover', 'teardown'],
    ]),
  );
});
