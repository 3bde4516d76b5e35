import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const CORE = join(__dirname, '../../src/core');
const files = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
/** Packages that compute and do nothing else. */
const PACKAGES = ['csv-parse/sync', 'fastest-levenshtein', 'temporal-polyfill', 'yaml', 'zod'];
/** The one module of the platform, and two things of it: the same text has the same hash everywhere. */
const HASHING = /^import \{ createH(?:ash|mac) \} from 'node:crypto';$/m;

/** Ways to the clock, to files, to the process, to chance, and to what happens later. */
// The list of time zones is a table; all else of Intl depends on where the machine stands.
const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\b|\bDate\(|\bTemporal\.Now\b|\bperformance\b|\bhrtime\b/],
  ['the process', /\bprocess\b|\bconsole\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/],
  [
    'the machine’s place',
    /\btoLocale\w*\(|\bIntl\b(?!\.supportedValuesOf)|\blocaleCompare\b|\b__dirname\b|\b__filename\b/,
  ],
  [
    'later',
    /\basync\b|\bawait\b|\bPromise\b|\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b|\bqueueMicrotask\b/,
  ],
  ['code of another kind', /\brequire\(|\bimport\(|\bglobalThis\b|\beval\(|\bnew Function\b|\bfetch\(/],
];

/** The code of a file without comments and texts, which may speak of anything: programs of students among them. */
const codeOf = (source: string): string =>
  withoutTexts(source)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
    .replaceAll(/^import .*$/gm, '');

/** Code stays where it stands in a text, between ${ and }. */
function withoutTexts(source: string): string {
  const texts: (readonly [from: number, to: number])[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node))
      texts.push([node.getStart(), node.getEnd()]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('code.ts', source, ts.ScriptTarget.Latest, true));
  return texts.reduceRight((code, [from, to]) => `${code.slice(0, from)}''${code.slice(to)}`, source);
}

const importsOf = (source: string): readonly string[] =>
  [...source.matchAll(/\bfrom '([^']+)'|\bimport '([^']+)'/g)].map((match) => (match[1] ?? match[2])!);

test('What is text is told from what is code', () => {
  const code = codeOf(
    'const a = `eval( ${process.env} fetch( ${`Date(`}`; // Math.random\nf(\'async\', "await");',
  );
  expect(code).not.toMatch(/eval|fetch|Date|random|async|await/);
  expect(code).toContain('process.env');
});

test('There are files to look at', () => {
  expect(files.length).toBeGreaterThan(35);
});

describe.each(files)('src/core/%s', (file) => {
  const source = readFileSync(join(CORE, file), 'utf8');

  test('reads neither clock nor files, process, chance or place', () => {
    expect(IMPURE.filter(([, pattern]) => pattern.test(codeOf(source))).map(([what]) => what)).toEqual([]);
  });

  test('imports the core and packages that only compute', () => {
    const others = importsOf(source.replace(HASHING, '')).filter(
      (name) => !name.startsWith('.') && !PACKAGES.includes(name),
    );
    const outside = importsOf(source).filter(
      (name) => name.startsWith('.') && !join('/core', file, '..', name).startsWith('/core/'),
    );
    expect([...others, ...outside]).toEqual([]);
  });
});

test.each([
  ['the clock', 'const now = Date.now();'],
  ['the clock', 'const now = new Date();'],
  ['the clock', 'Temporal.Now.instant()'],
  ['the process', 'if (process.env.HOME) x();'],
  ['chance', 'const die = Math.random() * 6;'],
  ['the machine’s place', "a.localeCompare(b, 'de')"],
  ['later', 'export async function x() {}'],
  ['code of another kind', "const fs = require('fs');"],
])('A file that reads %s would be found: %s', (what, code) => {
  expect(IMPURE.filter(([, pattern]) => pattern.test(codeOf(code))).map(([name]) => name)).toContain(what);
});

test('Comments and texts may name what code may not', () => {
  expect(codeOf("// Date.now()\n/* process */ const a = 'new Date'; x(); // Math.random\n").trim()).toBe(
    "const a = ''; x();",
  );
});
