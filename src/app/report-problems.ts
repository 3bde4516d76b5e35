import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../core/input/problem';
import type { ExitCode } from './exit-code';
import { EXIT } from './exit-code';
import type { Terminal } from './terminal';

/** More than this nobody reads at once; `--json` has them all. */
const MOST_SHOWN = 100;

/** Shows all that is wrong with the input, each with its place and its remedy. */
export function reportProblems(terminal: Terminal, problems: readonly Problem[], json: boolean): ExitCode {
  if (json) {
    terminal.print(JSON.stringify({ problems }, undefined, 2));
    return EXIT.badInput;
  }
  const { colors } = terminal;
  for (const { file, line, column, message, got, allowed, write } of problems.slice(0, MOST_SHOWN)) {
    terminal.note(`${colors.bold(`${file}:${line}:${column}`)}  ${colors.red(message)}`);
    const details = [['got', got], ['allowed', allowed], ['write', write]] as const; // prettier-ignore
    for (const [label, text] of details) {
      if (text !== undefined) terminal.note(wrapped(`  ${label.padEnd(8)} `, text, terminal.width));
    }
  }
  const rest = problems.length - MOST_SHOWN;
  if (rest > 0) terminal.note(`… and ${rest} more; --json has them all`);
  const files = new Set(problems.map(({ file }) => file)).size;
  const count = problems.length === 1 ? 'One problem' : `${problems.length} problems`;
  terminal.note(`\n${count} in ${files === 1 ? problems[0]!.file : `${files} files`}. Nothing was written.`);
  return EXIT.badInput;
}

/** `text` behind `lead`, its further lines as far in as the first; colours of the lead take no room. */
export function wrapped(lead: string, text: string, width: number): string {
  const indent = stripVTControlCharacters(lead).length;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each, index) => (index === 0 ? lead : ' '.repeat(indent)) + each).join('\n');
}
