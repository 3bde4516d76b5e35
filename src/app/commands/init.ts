import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Problem } from '../../core/input/problem';
import type { CohortId } from '../../core/domain/ids';
import { COHORT_FILE, HOME, ROSTER_FILE, cohortDirectory } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { KEY_FILE } from '../privacy/key-file';
import { reportProblems } from '../report-problems';
import type { Terminal } from '../terminal';
import type { InitAnswers } from './init-cohort';
import { cohortYaml, complaintAbout, problemsOf } from './init-cohort';
import type { InitOption } from './init-questions';
import { INIT_QUESTIONS } from './init-questions';
import { keyLines, newKey } from './privacy-key';

export type InitOptions = Partial<InitAnswers> & { readonly dir: string; readonly groupsDomain?: string };

/** Writes `cohort.yaml` and `roster.csv` for a new cohort; asks for what no option says; never overwrites. */
export async function init(terminal: Terminal, options: InitOptions): Promise<ExitCode> {
  const folder = resolve(options.dir);
  const mine = [COHORT_FILE, ROSTER_FILE, ...(options.groupsDomain === undefined ? [] : [KEY_FILE])];
  const taken = mine.filter((file) => existsSync(join(folder, file)));
  if (taken.length > 0) {
    const kept = taken.map((file): Problem => ({
      file: show(join(folder, file)),
      line: 1,
      column: 1,
      message: 'this file is there already and is never overwritten',
      write: '--dir with an empty folder',
    }));
    return reportProblems(terminal, kept, false);
  }
  const answers = await complete(terminal, options);
  if (answers === undefined) return EXIT.badInput;
  const file = show(join(folder, COHORT_FILE));
  const { groupsDomain } = options;
  const text =
    cohortYaml(answers, relative(folder, join(HOME, 'schemas', 'cohort.schema.json'))) +
    (groupsDomain === undefined ? '' : stringify({ privacy: { pseudonyms: { groupsDomain } } }));
  const problems = problemsOf(`${file} (not written)`, text);
  if (problems.length > 0) return reportProblems(terminal, problems, false);
  mkdirSync(folder, { recursive: true });
  // "wx": a file that came into being while we asked is not overwritten either.
  writeFileSync(join(folder, COHORT_FILE), text, { flag: 'wx' });
  writeFileSync(join(folder, ROSTER_FILE), 'email,name,team,section,github\n', { flag: 'wx' });
  if (groupsDomain !== undefined) newKey(cohortDirectory(folder), answers.id as CohortId);
  const { colors } = terminal;
  terminal.print(
    `${colors.green('✓')} ${show(join(folder, COHORT_FILE))} and ${show(join(folder, ROSTER_FILE))} are written.`,
  );
  terminal.print(
    `  Put your students into ${ROSTER_FILE}, one row each, then: npx practicum check --cohort ${show(folder)}`,
  );
  if (groupsDomain !== undefined)
    for (const line of keyLines(terminal, show(join(folder, KEY_FILE)))) terminal.print(line);
  return EXIT.ok;
}

const show = (path: string): string => relative(process.cwd(), path) || '.';

async function complete(terminal: Terminal, options: InitOptions): Promise<InitAnswers | undefined> {
  const open = INIT_QUESTIONS.filter(
    ({ option, fallback }) =>
      options[option] === undefined && (terminal.interactive || fallback === undefined),
  );
  if (open.length > 0 && !terminal.interactive) {
    terminal.note(terminal.colors.red('Nobody can be asked here, and these options are missing:'));
    for (const { flag, example } of open)
      terminal.note(`  ${flag} ${example.includes(' ') ? `"${example}"` : example}`);
    terminal.note('\nNothing was written.');
    return undefined;
  }
  const answers: Record<string, string> = {};
  for (const { option, question, example, fallback } of INIT_QUESTIONS) {
    const given = options[option] ?? (terminal.interactive ? undefined : fallback);
    answers[option] = given ?? (await ask(option, question, fallback ?? example));
  }
  return answers as InitAnswers;
}

async function ask(option: InitOption, message: string, suggested: string): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  return input({ message, default: suggested, validate: (answer) => complaintAbout(option, answer) ?? true });
}
