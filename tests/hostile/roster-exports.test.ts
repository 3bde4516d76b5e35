import type { Outcome, Problem } from '../../src/core/input/problem';
import type { RosterReading } from '../../src/core/roster/exports/read-roster-exports';
import { readRosterExports } from '../../src/core/roster/exports/read-roster-exports';
import { faultsOf } from './expect-told';
import type { ExportCase } from './roster-exports-any.cases';
import { casesOfAny } from './roster-exports-any.cases';
import { CASES_OF_ONE } from './roster-exports-own.cases';
import type { ExportSample } from './roster-exports-samples';
import { SAMPLES, written } from './roster-exports-samples';

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

const read = ({ options }: ExportSample, content: string | Uint8Array): Outcome<RosterReading> =>
  readRosterExports([{ file: 'export.csv', bytes: bytesOf(content) }], options);

/** Text that helps: legible, on few lines, with a remedy. */
function expectForPeople(problems: readonly Problem[]): void {
  const wrong = problems.filter(({ message, got = '', allowed = '', write = '', line, column }) => {
    const texts = [message, got, allowed, write];
    const isShort = texts.every((text) => text.length <= 700);
    return (
      !isShort ||
      `${allowed}${write}` === '' ||
      line < 1 ||
      column < 1 ||
      texts.some((text) => faultsOf(text).length > 0)
    );
  });
  expect(wrong).toEqual([]);
}

describe.each(SAMPLES)('The export $id', (sample) => {
  const cases = [...casesOfAny(sample), ...CASES_OF_ONE[sample.id]];
  const isLegal = ({ told }: ExportCase): boolean => told.length === 0;

  test('is tried with fifteen inputs and more that are wrong', () => {
    expect(cases.filter((each) => !isLegal(each)).length).toBeGreaterThanOrEqual(15);
  });

  test('is read as it is', () => {
    const reading = read(sample, written([sample.header, ...sample.rows]));
    expect(reading).toMatchObject({ ok: true, value: { roster: { students: sample.students } } });
  });

  test.each(cases.filter((each) => !isLegal(each)))('is refused: $name', ({ content, told }) => {
    const outcome = read(sample, content);
    const problems = outcome.ok ? [] : outcome.problems;
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual(
      told.map(
        ({ line, message }) => expect.stringMatching(new RegExp(`^${line} .*${escaped(message)}`)) as string,
      ),
    );
    told.forEach(({ write = '' }, index) => expect(problems[index]!.write ?? '').toContain(write));
    expectForPeople(problems);
  });

  test.each(cases.filter(isLegal))('is read: $name', ({ content, asGood }) => {
    const outcome = read(sample, content);
    expect(outcome).toMatchObject({ ok: true });
    if (!outcome.ok) return;
    const { roster, notes } = outcome.value;
    expect(roster.students.length).toBeGreaterThan(0);
    if (asGood === true) expect(roster.students).toEqual(sample.students);
    expect(notes.filter(({ message }) => faultsOf(message).length > 0)).toEqual([]);
    expect(notes.filter(({ message }) => message.includes('@'))).toEqual([]);
  });
});

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
