import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HOME, presets } from '../../../src/app/cohort-directory';
import { coursePages } from '../../../src/app/course/course-pages';

const FOLDER = join(HOME, 'docs', 'courses');
const pages = coursePages();
const markdown = [...pages].filter(([file]) => file.endsWith('.md'));

test.each([...pages])('%s is what the courses say; "npm run schemas" writes it', (file, text) =>
  expect(readFileSync(join(FOLDER, file), 'utf8')).toBe(text),
);

test('Every course that ships has a page and a picture, and nothing else is in the folder', () => {
  const expected = [...presets().flatMap((id) => [`${id}.md`, `${id}.svg`]), 'README.md'];
  expect(readdirSync(FOLDER).sort()).toEqual(expected.sort());
});

test.each(markdown)('Links of %s lead somewhere', (file, text) => {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !existsSync(join(dirname(join(FOLDER, file)), link)))).toEqual([]);
});

test.each(markdown)('Every row of a table of %s has as many cells as its head', (_, text) => {
  const widths = (rows: string): readonly number[] =>
    rows.split('\n').map((row) => row.split(/(?<!\\)\|/).length);
  const tables = text
    .trim()
    .split('\n\n')
    .filter((part) => part.startsWith('|'));
  expect(tables.filter((table) => new Set(widths(table)).size > 1)).toEqual([]);
});

test('Every course is shown with the days of an example', () => {
  for (const id of presets()) expect(pages.get(`${id}.md`)).toContain('Days are those of [examples/');
});
