import type { Problem } from '../../core/input/problem';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import type { ExportFiles, ExportReadingOptions } from '../roster/read-exports';
import { exportOptionProblems, readExportFiles } from '../roster/read-exports';
import { noteLine, readingLines } from '../roster/reading-lines';
import { whyNotWritten, writeRoster } from '../roster/write-roster';
import type { Terminal } from '../terminal';

export interface RosterCheckOptions extends ExportReadingOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Reads one or two exports and tells what they say or all that is wrong; writes only where `--out` says. */
export function rosterCheck(terminal: Terminal, options: RosterCheckOptions, files: ExportFiles): ExitCode {
  const json = options.json === true;
  const wrong = optionProblems(options);
  if (wrong.length > 0) return reportProblems(terminal, wrong, json);
  const reading = readExportFiles(files, options);
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

/** What no file can mend; told before any file is read. */
function optionProblems(options: RosterCheckOptions): readonly Problem[] {
  const { out, force } = options;
  const notWritten = out === undefined ? undefined : whyNotWritten(out, force === true);
  return [...exportOptionProblems(options), ...(notWritten === undefined ? [] : [notWritten])];
}
