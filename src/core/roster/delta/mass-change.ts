import type { Problem } from '../../input/problem';

/** More people than these, or more than this share, leave at once only if somebody says so. */
const MOST_PEOPLE = 5;
const MOST_SHARE = 0.1;

/**
 * What is wrong with so many leaving at once; undefined where it is little, or was expected. A wrong file, or half of
 * one, would take the access of everybody who is not in it.
 */
export function massChange(
  { leaving, active }: { readonly leaving: number; readonly active: number },
  expected: number | undefined,
  file: string,
): Problem | undefined {
  const place = { file, line: 1, column: 1, got: `${leaving} of ${active} students` };
  if (expected !== undefined)
    return expected === leaving
      ? undefined
      : {
          ...place,
          message: `${expected} were expected to leave, and the file lacks ${leaving}`,
          allowed: `--expect-drops with the number that leaves`,
          write: leaving === 0 ? 'no --expect-drops' : `--expect-drops ${leaving}, if this is the right file`,
        };
  if (leaving <= MOST_PEOPLE && leaving <= active * MOST_SHARE) return undefined;
  return {
    ...place,
    message: 'the file lacks many who are in the course: is it all of the class?',
    allowed: `${MOST_PEOPLE} people and ${MOST_SHARE * 100} % of the class at once, unless you say how many`,
    write: `--expect-drops ${leaving}, if they all left`,
  };
}
