import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { RESTRICTED_WORDS } from '../../src/core/domain/names';
import { decodeText } from '../../src/core/input/decode-text';
import type { Problem } from '../../src/core/input/problem';
import type { CohortOnDisk } from './cohort-on-disk';
import type { Told } from './hostile-case';

/** What no person should ever read in a complaint. */
const NOT_FOR_PEOPLE = [
  /\bat .*\(.*:\d+:\d+\)/, // a stack trace
  /\[object \w+\]/,
  /\bundefined\b/,
  /\bNaN\b/,
  /Invalid (input|option|string|key)|expected .*, received/, // zod
  /Unexpected \S+ in |implicit key|block collection|flow (map|sequence|collection)/i, // yaml
  /CsvError|TypeError|RangeError|ENOENT|EISDIR/,
  /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u, // what a terminal would obey
];

/** Google refuses these words in ids, and the complaint about an id says so. */
const SAID_ON_PURPOSE = RESTRICTED_WORDS.join(', ');

const LONGEST = 700;

/** As many as the terminal shows. */
const MOST = 100;

/** Exactly these problems in this order, each with all the words that were asked for. */
export function expectTold(file: string, problems: readonly Problem[], told: readonly Told[]): void {
  const places = problems.map((problem) => `${problem.file}:${problem.line}:${problem.column}`);
  expect(places).toEqual(told.map(({ at }) => (/^\d/.test(at) ? `${file}:${at}` : at)));
  const containing = (each: Told): object =>
    Object.fromEntries(
      Object.entries(each)
        .filter(([part]) => part !== 'at')
        .map(([part, words]) => [part, expect.stringContaining(words as string) as string]),
    );
  expect(problems).toMatchObject(told.map(containing));
}

/** Text that helps: legible, with a remedy, at a place that the file has. */
export function expectForPeople(problems: readonly Problem[], place: CohortOnDisk): void {
  const wrong = problems.slice(0, MOST).filter((problem) => {
    const { message, got = '', allowed = '', write = '' } = problem;
    const texts = [message, got, allowed, write];
    const isShort = texts.every((text) => text.length <= LONGEST);
    const helps = message !== '' && `${allowed}${write}` !== '';
    return !isShort || !helps || !isInFile(problem, place) || texts.some((text) => faultsOf(text).length > 0);
  });
  expect(wrong).toEqual([]);
}

/** All of `problems` are in what a terminal showed, and nothing there is not for people. */
export function expectShown(shown: string, problems: readonly Problem[]): void {
  expect(faultsOf(shown)).toEqual([]);
  const heads = problems
    .slice(0, MOST)
    .map(({ file, ...at }) => `${basename(file)}:${at.line}:${at.column}  ${at.message}`);
  expect(heads.filter((head) => !shown.includes(head))).toEqual([]);
  expect(shown).toMatch(/^(One problem|\d+ problems) in .*\. Nothing was written\.$/m);
}

/** The rules of `NOT_FOR_PEOPLE` that a text breaks. */
export function faultsOf(text: string): readonly RegExp[] {
  const said = text.replaceAll(/\n +/g, ' ').replaceAll(SAID_ON_PURPOSE, '');
  return NOT_FOR_PEOPLE.filter((pattern) => pattern.test(said));
}

function isInFile({ file, line, column }: Problem, { cohort }: CohortOnDisk): boolean {
  const text = linesOf(join(cohort, file))[line - 1];
  return text !== undefined && column >= 1 && column <= text.length + 1;
}

/** The lines of an input as an editor counts them; a file that cannot be read has one, for the place 1:1. */
function linesOf(path: string): readonly string[] {
  try {
    const text = decodeText(path, readFileSync(path));
    return (text.ok ? text.value : readFileSync(path, 'latin1')).split(/\r\n|[\r\n]/);
  } catch {
    return [''];
  }
}
