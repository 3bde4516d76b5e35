import { readEvents } from '../../core/recover/plan-events';

const FRAME = /^[\s│╷╵|]+/;
/** Where in the configuration an error is: of no help to somebody who did not write it. */
const SOURCE = /^(with \S+,$|on \S+ line \d+, in |\d+: )/;

/** What terraform complains of, in one line: its first error, or else the last it said. */
export function complaint(output: string): string {
  const [error] = readEvents(output).errors;
  const text = error === undefined ? plain(output) : `${error.summary}: ${error.detail}`;
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replace(/[:\s]+$/, '')
      .trim() || 'terraform says nothing'
  );
}

/** The paragraphs of the first error that was printed for people. */
function plain(output: string): string {
  const lines = output
    .split('\n')
    .map((line) => line.replace(FRAME, '').trimEnd())
    .filter((line) => !SOURCE.test(line));
  const start = lines.findIndex((line) => line.startsWith('Error: '));
  if (start < 0) return lines.filter((line) => line !== '').at(-1) ?? '';
  const next = lines.findIndex((line, index) => index > start && line.startsWith('Error: '));
  return lines
    .slice(start, next < 0 ? undefined : next)
    .join('\n')
    .slice('Error: '.length);
}
