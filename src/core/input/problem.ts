import { byText } from '../domain/sorting';

/** One thing that is wrong in an input file, told so that a person can mend it. */
export interface Problem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong, in the user's words. */
  readonly message: string;
  /** The value that was found, shortened. */
  readonly got?: string;
  readonly allowed?: string;
  /** What to write instead. */
  readonly write?: string;
}

/** A value, or everything that kept us from having one; never both, never neither. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const accept = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (problems: readonly Problem[]): Outcome<never> => ({ ok: false, problems });

const LONGEST_SHOWN = 60;

/** Controls, direction marks and line separators, of which JSON escapes only some: none may reach a terminal. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (character: string): string => `\\u{${character.codePointAt(0)!.toString(16)}}`;

/** A found value as it is shown to people: quoted, on one line, shortened, control characters escaped. */
export function shown(value: unknown): string {
  return legible(typeof value === 'number' ? asYaml(value) : (JSON.stringify(value) ?? String(value)));
}

/** Text of a file as part of a sentence: on one line, shortened, control characters escaped. */
export function legible(text: string): string {
  const line = text.replaceAll(INVISIBLE, escaped);
  if (line.length <= LONGEST_SHOWN) return line;
  // Half a character would reach the terminal as a question mark.
  const start = line.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '');
  return `${start}… (${line.length} characters)`;
}

/** JSON has no word for what is no number and for what is beyond all of them. */
function asYaml(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  return Number.isFinite(value) ? String(value) : value > 0 ? '.inf' : '-.inf';
}

/** In the order a person reads: by file, line, column. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) =>
      byText<Problem>((problem) => problem.file)(a, b) ||
      a.line - b.line ||
      a.column - b.column ||
      byText<Problem>((problem) => problem.message)(a, b),
  );
}
