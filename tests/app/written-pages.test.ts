import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../src/app/cohort-directory';
import { withCatalogue } from '../../src/app/catalogue-page';
import { withCharts } from '../../src/app/charts/charts-page';
import { editorSchemas } from '../../src/app/editor-schemas';
import { referencePages } from '../../src/app/reference-page';
import { referenceOfTypes, withReference } from '../../src/app/rehearse/reference-of-types';
import { TOOLKITS } from '../../src/core/catalogue/catalogue';
import { SIMULATED_KINDS } from '../../src/app/rehearse/simulated-providers';

const read = (folder: string, file: string): string => readFileSync(join(HOME, folder, file), 'utf8');

test.each([...editorSchemas()])(
  'The editor schema %s is what the parsers’ schema says; "npm run schemas" writes it',
  (file, text) => {
    expect(read('schemas', file)).toBe(text);
  },
);

test.each([...referencePages()])(
  'The page %s is what the parsers’ schema says; "npm run schemas" writes it',
  (file, text) => {
    expect(read('docs', file)).toBe(text);
  },
);

test('The page about the rehearsal says of every simulated type what is checked; "npm run schemas" writes it', () => {
  const page = read('docs', 'rehearsal.md');
  expect(withReference(page, referenceOfTypes(SIMULATED_KINDS))).toBe(page);
  expect(page.match(/^### /gm)).toHaveLength(SIMULATED_KINDS.length);
});

test('The page about toolkits says what the catalogue says; "npm run schemas" writes it', () => {
  const page = read('docs', 'toolkits.md');
  expect(withCatalogue(page)).toBe(page);
  for (const { id } of TOOLKITS) expect(page).toContain(`\`${id}\` |`);
});

test('The page about charts says what there is; "npm run schemas" writes it', () => {
  const page = read('docs', 'charts.md');
  expect(withCharts(page)).toBe(page);
});

test('Every key has a meaning on its page', () => {
  const silent = [...referencePages().values()].flatMap((page) =>
    page.split('\n').filter((line) => /\| *\| *\|$/.test(line)),
  );
  expect(silent).toEqual([]);
});

test.each([
  ['courses/w255.yaml', '../schemas/course.schema.json'],
  ['examples/w255-spring/cohort.yaml', '../../schemas/cohort.schema.json'],
  ['examples/csce790-fall/cohort.yaml', '../../schemas/cohort.schema.json'],
  ['examples/mlsd-fall/cohort.yaml', '../../schemas/cohort.schema.json'],
  ['examples/sharif-spring/cohort.yaml', '../../schemas/cohort.schema.json'],
  ['examples/tier-cluster/cohort.yaml', '../../schemas/cohort.schema.json'],
])('%s leads editors to its schema', (file, schema) => {
  expect(read('.', file).split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema}`);
});
