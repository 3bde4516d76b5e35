import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stringify } from 'yaml';
import { parseCohort } from '../../core/config/parse-cohort';
import type { Problem } from '../../core/input/problem';
import { YamlSource } from '../../core/input/yaml-source';
import { COHORT_FILE, HOME, ROSTER_FILE, presets } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import type { Terminal } from '../terminal';
import type { InitOption } from './init-questions';
import { INIT_QUESTIONS } from './init-questions';

/** Answers by the name of their option. */
export type InitAnswers = Readonly<Record<InitOption, string>>;

export type InitOptions = Partial<InitAnswers> & { readonly dir: string };

/** Writes `cohort.yaml` and `roster.csv` for a new cohort; asks for what no option says; never overwrites. */
export async function init(terminal: Terminal, options: InitOptions): Promise<ExitCode> {
  const folder = resolve(options.dir);
  const taken = [COHORT_FILE, ROSTER_FILE].filter((file) => existsSync(join(folder, file)));
  if (taken.length > 0) {
    const problems = taken.map((file): Problem => ({
      file: show(join(folder, file)),
      line: 1,
      column: 1,
      message: 'this file is there already and is never overwritten',
      write: '--dir with an empty folder',
    }));
    return reportProblems(terminal, problems, false);
  }
  const answers = await complete(terminal, options);
  if (answers === undefined) return EXIT.badInput;
  const text = cohortYaml(answers, folder);
  const source = YamlSource.read(show(join(folder, COHORT_FILE)), text);
  const parsed = source.ok ? parseCohort(source.value) : source;
  if (!parsed.ok)
    return reportProblems(
      terminal,
      parsed.problems.map((problem) => asOption(problem)),
      false,
    );
  mkdirSync(folder, { recursive: true });
  // "wx": a file that came into being while we asked is not overwritten either.
  writeFileSync(join(folder, COHORT_FILE), text, { flag: 'wx' });
  writeFileSync(join(folder, ROSTER_FILE), 'email,name,team,section,github\n', { flag: 'wx' });
  const { colors } = terminal;
  terminal.print(
    `${colors.green('✓')} ${show(join(folder, COHORT_FILE))} and ${show(join(folder, ROSTER_FILE))} are written.`,
  );
  terminal.print(
    `  Put your students into ${ROSTER_FILE}, one row each, then: npx practicum check --cohort ${show(folder)}`,
  );
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
    answers[option] = given ?? (await ask(question, fallback ?? example));
  }
  return answers as InitAnswers;
}

async function ask(message: string, suggested: string): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  return input({ message, default: suggested });
}

/** A problem of the file that was not written is one of the option that it came from. */
function asOption(problem: Problem): Problem {
  return { ...problem, file: `${problem.file} (not written)` };
}

function cohortYaml(answers: InitAnswers, folder: string): string {
  const {
    id,
    course,
    starts,
    ends,
    timeZone,
    billingAccount,
    region,
    adminProject,
    stateBucket,
    domain,
    budget,
    instructor,
    instructorName,
  } = answers;
  const schema = relative(folder, join(HOME, 'schemas', 'cohort.schema.json'));
  const content = {
    id,
    course,
    term: { starts, ends, timeZone },
    google: { folder: answers.folder, billingAccount, region, adminProject },
    state: stateBucket === 'local' ? { backend: 'local' } : { backend: 'gcs', bucket: stateBucket },
    domain,
    tier: 'namespace',
    budget: { perTenant: budget },
    staff: [{ email: instructor, name: instructorName, role: 'instructor' }],
  };
  return [
    `# yaml-language-server: $schema=${schema}`,
    '#',
    `# Courses that ship with practicum: ${presets().join(', ')}. Every key is explained in docs/cohort.md.`,
    '',
    stringify(content),
  ].join('\n');
}
