import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import {
  emptyFolder,
  markFolder,
  tryFindOwnCohort,
  tryFindStranger,
} from '../../../src/app/rehearse/rehearsal-folder';
import { temporaryFolder } from '../temporary-folder';

test('A folder that is not there, or empty, or a rehearsal’s own may be taken', () => {
  const folder = temporaryFolder();
  expect(tryFindStranger(join(folder, 'new'))).toBeUndefined();
  expect(tryFindStranger(folder)).toBeUndefined();
  emptyFolder(folder);
  writeFileSync(join(folder, 'report.md'), '');
  expect(tryFindStranger(folder)).toBeUndefined();
});

test('A folder with files of others may not', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'thesis.tex'), '');
  expect(tryFindStranger(folder)).toEqual({
    file: relative(process.cwd(), folder),
    line: 1,
    column: 1,
    message: 'this folder has files in it that no rehearsal made, and a rehearsal would delete them',
    write: '--out with a folder of its own',
  });
});

test('A cohort inside the folder would be emptied with it', () => {
  const folder = temporaryFolder();
  const message = 'this cohort is in the folder that the rehearsal would empty';
  for (const cohort of [folder, join(folder, 'cohort')])
    expect(tryFindOwnCohort(folder, cohort)).toEqual({
      file: relative(process.cwd(), cohort),
      line: 1,
      column: 1,
      message,
      write: '--out with a folder that the cohort is not in',
    });
  expect(tryFindOwnCohort(folder, `${folder}-cohort`)).toBeUndefined();
  expect(tryFindOwnCohort(join(folder, 'dist', 'rehearsal'), folder)).toBeUndefined();
});

test('Emptying leaves the mark alone, marking leaves what is there', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'cloud'));
  markFolder(folder);
  expect(readdirSync(folder).sort()).toEqual(['.practicum-rehearsal', 'cloud']);
  emptyFolder(folder);
  expect(readdirSync(folder)).toEqual(['.practicum-rehearsal']);
});
