import type { Attributes, Value } from './value';

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/**
 * Attributes as terraform keeps them in its state. Numbers that a double does not hold exactly are kept as text:
 * 0.1 in a state is not the double nearest to it, and a changed digit would be a change to plan.
 */
export function parseStateJson(text: string): Attributes {
  const exact = text.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
  );
  return JSON.parse(exact) as { [name: string]: Value };
}
