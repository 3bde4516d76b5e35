import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { MUTANTS } from './mutants';
import { mutantsPage } from './mutants-page';

test('The page about mutants says what the tests test; "node -r tsx/cjs scripts/mutants-page.ts" writes it', () => {
  expect(readFileSync(join(HOME, 'docs', 'rehearsal-mutants.md'), 'utf8')).toBe(mutantsPage());
});

test('No two mutants of a stack are told of alike', () => {
  for (const { mutants } of MUTANTS) {
    expect(new Set(mutants.map(({ title }) => title)).size).toBe(mutants.length);
  }
});
