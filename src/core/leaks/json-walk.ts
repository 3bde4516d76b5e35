/** A value of a JSON text: where it starts, and in how many lists and objects it stands. */
export interface WalkedValue {
  readonly offset: number;
  readonly depth: number;
  readonly inList: boolean;
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Walks over a JSON text without recursion, however deep it is: `JSON.parse` says what is wrong, and not always where.
 * The offset of the first character that no JSON text has there; undefined for a whole one.
 */
export function walkJson(text: string, onValue: (value: WalkedValue) => void = () => {}): number | undefined {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const afterValue = (): Expected => (open.length === 0 ? 'nothing' : 'comma or end');
  for (;;) {
    at = afterSpace(text, at);
    if (at >= text.length) return expected === 'nothing' ? undefined : text.length;
    const character = text[at]!;
    if (expected === 'nothing') return at;
    if (expected === 'colon') {
      if (character !== ':') return at;
      expected = 'value';
      at += 1;
    } else if (expected === 'comma or end' && character === ',') {
      expected = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (isEnd(character, open.at(-1)) && expected.endsWith('or end')) {
      open.pop();
      expected = afterValue();
      at += 1;
    } else if (expected === 'key' || expected === 'key or end') {
      const end = stringEnd(text, at);
      if (!end.whole) return end.at;
      expected = 'colon';
      at = end.at;
    } else if (expected === 'value' || expected === 'value or end') {
      onValue({ offset: at, depth: open.length, inList: open.at(-1) === '[' });
      if (character === '[' || character === '{') {
        open.push(character);
        expected = character === '[' ? 'value or end' : 'key or end';
        at += 1;
      } else {
        const end = scalarEnd(text, at);
        if (!end.whole) return end.at;
        expected = afterValue();
        at = end.at;
      }
    } else return at;
  }
}

const isEnd = (character: string, open: '[' | '{' | undefined): boolean =>
  (character === ']' && open === '[') || (character === '}' && open === '{');

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at += 1;
  return at;
}

/** Where a token ends, or where it stops to be one. */
interface TokenEnd {
  readonly whole: boolean;
  readonly at: number;
}

function scalarEnd(text: string, at: number): TokenEnd {
  if (text[at] === '"') return stringEnd(text, at);
  const end = matchEnd(NUMBER, text, at) ?? matchEnd(WORD, text, at);
  return end === undefined ? { whole: false, at } : { whole: true, at: end };
}

function stringEnd(text: string, from: number): TokenEnd {
  if (text[from] !== '"') return { whole: false, at: from };
  let at = from + 1;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '"') return { whole: true, at: at + 1 };
    if (character < ' ') return { whole: false, at };
    const next = character === '\\' ? matchEnd(ESCAPE, text, at) : at + 1;
    if (next === undefined) return { whole: false, at };
    at = next;
  }
  return { whole: false, at };
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
