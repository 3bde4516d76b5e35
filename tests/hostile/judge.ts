import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from '../../src/core/input/decode-text';
import type { Problem } from '../../src/core/input/problem';
import { RESTRICTED_WORDS } from '../../src/core/domain/names';
import type { CohortOnDisk, Run } from './cohort-on-disk';
import { contentsOf, problemsIn, run, withCohort } from './cohort-on-disk';
import type { HostileCase, Told } from './hostile-case';

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

/** One suite about one input: each case in its own cohort on disk. */
export function judgeEach(file: string, cases: readonly HostileCase[]): void {
  const [legal, refused] = [true, false].map((isLegal) =>
    cases.filter(({ told }) => (told.length === 0) === isLegal),
  );
  if (refused!.length > 0)
    test.each(refused!)('is refused, and nothing is written: $name', (each) =>
      withCohort(each.files, (place) => judgeRefusal(file, each, place)),
    );
  if (legal!.length > 0)
    test.each(legal!)('is accepted: $name', (each) =>
      withCohort(each.files, (place) => judgeAcceptance(place)),
    );
}

async function judgeRefusal(file: string, { told }: HostileCase, place: CohortOnDisk): Promise<void> {
  const before = contentsOf(place.root);
  const asJson = await run('synth', '--json', '--cohort', place.cohort, '--out', place.out);
  const forPeople = await run('synth', '--cohort', place.cohort, '--out', place.out);
  expect(contentsOf(place.root)).toEqual(before);
  expect([asJson.code, forPeople.code]).toEqual([2, 2]);
  expect([asJson.err, forPeople.out]).toEqual(['', '']);

  const problems = problemsIn(asJson, place);
  expectTold(file, problems, told);
  problems.slice(0, 100).forEach((problem) => expectForPeople(problem, place));
  expectShown(forPeople, problems);
}

/** An oddity that is legal makes no difference: the plan is possible, and its check has nothing to say. */
async function judgeAcceptance({ root, cohort }: CohortOnDisk): Promise<void> {
  const before = contentsOf(root);
  const checked = await run('check', '--json', '--cohort', cohort);
  expect(contentsOf(root)).toEqual(before);
  expect({ code: checked.code, ...(JSON.parse(checked.out) as object) }).toMatchObject({
    code: 0,
    problems: [],
  });
}

/** Exactly these problems in this order, each with all the words that were asked for. */
export function expectTold(file: string, problems: readonly Problem[], told: readonly Told[]): void {
  const places = problems.map((problem) => `${problem.file}:${problem.line}:${problem.column}`);
  expect(places).toEqual(told.map(({ at }) => (/^\d/.test(at) ? `${file}:${at}` : at)));
  told.forEach((each, index) => {
    const words = Object.entries(each).filter(([part]) => part !== 'at');
    const containing = words.map(([part, word]) => [part, expect.stringContaining(word as string)]);
    expect(problems[index]).toMatchObject(Object.fromEntries(containing) as object);
  });
}

function expectForPeople(problem: Problem, { cohort }: CohortOnDisk): void {
  const { file, line, column, message, got, allowed, write } = problem;
  const lines = linesOf(join(cohort, file));
  expect(line).toBeGreaterThanOrEqual(1);
  expect(line).toBeLessThanOrEqual(lines.length);
  expect(column).toBeGreaterThanOrEqual(1);
  expect(column).toBeLessThanOrEqual(lines[line - 1]!.length + 1);
  const texts = [message, got ?? '', allowed ?? '', write ?? ''];
  for (const text of texts) expectLegible(text);
  expect(message).toMatch(/\S/);
  expect(`${allowed ?? ''}${write ?? ''}`).toMatch(/\S/);
  expect(texts.map((text) => text.length > 700)).toEqual([false, false, false, false]);
}

export function expectLegible(text: string): void {
  const said = text.replaceAll(/\n +/g, ' ').replaceAll(SAID_ON_PURPOSE, '');
  for (const pattern of NOT_FOR_PEOPLE) expect(said).not.toMatch(pattern);
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

function expectShown({ err }: Run, problems: readonly Problem[]): void {
  expectLegible(err);
  for (const { file, line, column, message } of problems.slice(0, 100)) {
    expect(err).toContain(`${basename(file)}:${line}:${column}  ${message}`);
  }
  expect(err).toMatch(/^(One problem|\d+ problems) in .*\. Nothing was written\.$/m);
}
