import { resolve } from 'node:path';
import { EMAIL } from '../../core/domain/ids';
import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import type { ExportFile } from '../../core/roster/exports/read-roster-exports';
import { readRosterExports } from '../../core/roster/exports/read-roster-exports';
import { readInput } from '../cohort-directory';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import { noteLine, readingLines } from '../roster/reading-lines';
import { whyNotWritten, writeRoster } from '../roster/write-roster';
import type { Terminal } from '../terminal';

export interface RosterCheckOptions {
  readonly emailDomain?: string;
  readonly teamPrefix?: string;
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const REMEDY = 'the path of an export of your learning system; docs/roster.md tells how to get one';

/** Reads one or two exports and tells what they say or all that is wrong; writes only where `--out` says. */
export function rosterCheck(
  terminal: Terminal,
  options: RosterCheckOptions,
  [first, second]: readonly [string, string | undefined],
): ExitCode {
  const json = options.json === true;
  const wrong = optionProblems(options);
  if (wrong.length > 0) return reportProblems(terminal, wrong, json);
  const files: ExportFile[] = [];
  const missing: Problem[] = [];
  for (const file of second === undefined ? [first] : [first, second]) {
    const bytes = readInput(resolve(file), file, REMEDY);
    if (bytes instanceof Uint8Array) files.push({ file, bytes });
    else missing.push(bytes);
  }
  if (missing.length > 0) return reportProblems(terminal, missing, json);
  const { emailDomain, teamPrefix } = options;
  const reading = readRosterExports(files, {
    ...(emailDomain === undefined ? {} : { emailDomain: domainOf(emailDomain) }),
    ...(teamPrefix === undefined ? {} : { teamPrefix }),
  });
  if (!reading.ok) return reportProblems(terminal, reading.problems, json);
  const { roster, sources, notes } = reading.value;
  if (options.out !== undefined) writeRoster(options.out, roster);
  if (json) {
    terminal.print(JSON.stringify({ problems: [], students: roster.students, sources, notes }, undefined, 2));
    return EXIT.ok;
  }
  for (const line of readingLines(reading.value, terminal)) terminal.print(line);
  for (const note of notes) terminal.note(noteLine(note, terminal));
  if (options.out !== undefined) terminal.print(`\n${terminal.colors.green('✓')} ${options.out} is written.`);
  return EXIT.ok;
}

const domainOf = (option: string): string => option.replace(/^@/, '').toLowerCase();

/** What no file can mend; told before any file is read. */
function optionProblems({ emailDomain, teamPrefix, out, force }: RosterCheckOptions): readonly Problem[] {
  const problem = (option: string, rest: Omit<Problem, 'file' | 'line' | 'column'>): Problem => ({
    file: option,
    line: 1,
    column: 1,
    ...rest,
  });
  const notWritten = out === undefined ? undefined : whyNotWritten(out, force === true);
  return [
    ...(emailDomain === undefined || EMAIL.pattern.test(`student@${domainOf(emailDomain)}`)
      ? []
      : [
          problem('--email-domain', {
            message: 'this is no domain of e-mail addresses',
            got: shown(emailDomain),
            allowed: 'what stands behind the @ of the addresses of your students',
            write: '--email-domain example.edu',
          }),
        ]),
    ...(teamPrefix === undefined || teamPrefix.trim() !== ''
      ? []
      : [
          problem('--team-prefix', {
            message: 'the prefix is empty',
            allowed: 'what the names of all teams begin with',
            write: '--team-prefix Team',
          }),
        ]),
    ...(notWritten === undefined ? [] : [notWritten]),
  ];
}
