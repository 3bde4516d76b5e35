const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** What nearly all names are made of: nothing to spell out. */
const PLAIN = /^[\x20-\x7e]{0,300}$/;

const LONGEST = 300;

/** Text of an inventory as people may see it: what a terminal would obey or hide is spelt out. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  const line = text.replaceAll(INVISIBLE, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
  return line.length <= LONGEST
    ? line
    : `${line.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}… (${line.length} characters)`;
}
