import type { Outcome, Problem } from '../../src/core/input/problem';

/** The value of an outcome that must be one; otherwise fails with what was wrong. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    outcome.problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'),
  );
}

/** The problems of an outcome that must have some. */
export function problemsOf(outcome: Outcome<unknown>): readonly Problem[] {
  if (!outcome.ok) return outcome.problems;
  throw new Error('nothing was refused');
}

/** Where each problem stands and what it says. */
export function linesOf(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}

type Told = Omit<Problem, 'file' | 'line' | 'column'>;

/** Makes the problems of one file, whole. */
export function toldIn(file: string): (line: number, column: number, told: Told) => Problem {
  return (line, column, told) => ({ file, line, column, ...told });
}
