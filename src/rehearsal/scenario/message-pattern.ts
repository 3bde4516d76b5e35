/** What a message must say: this text, or what matches this pattern. */
export type MessagePattern = { readonly text: string } | { readonly pattern: string };

/** Reads `/…/` as a regular expression and all else as text; undefined for what is no expression. */
export function tryParseMessagePattern(written: string): MessagePattern | undefined {
  if (written.trim() === '') return undefined;
  const pattern = /^\/(.+)\/$/s.exec(written)?.[1];
  if (pattern === undefined) return { text: written };
  try {
    new RegExp(pattern);
    return { pattern };
  } catch {
    return undefined;
  }
}

/** Whether `output` says what it must, however terraform framed and broke its lines. */
export function saysWhatItMust(expected: MessagePattern, output: string): boolean {
  const said = inOneLine(output);
  return 'text' in expected
    ? said.includes(inOneLine(expected.text))
    : new RegExp(expected.pattern).test(said);
}

/** Colours, as a terminal is told of them. */
const COLOURS = /\x1b\[[0-9;]*m/g;

/** Output of terraform without colours, frames and line breaks. */
export function inOneLine(output: string): string {
  return output
    .replaceAll(COLOURS, '')
    .replaceAll(/[│╷╵\s]+/g, ' ')
    .trim();
}
