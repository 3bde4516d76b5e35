import fc from 'fast-check';
import { withTightBrackets } from '../../src/app/json-layout';

/** As cdktf writes: the brackets of what is empty on two lines. */
function asCdktfWrites(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replaceAll(
    /^( *)(.*)(\{\}|\[\])(,?)$/gm,
    (_, indent: string, before: string, brackets: string, comma: string) =>
      `${indent}${before}${brackets[0]!}\n${indent}${brackets[1]!}${comma}`,
  );
}

test('What cdktf writes comes out as JSON.stringify writes it, whatever the text in it', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      fc.pre(typeof value === 'object' && value !== null);
      expect(withTightBrackets(asCdktfWrites(value))).toBe(JSON.stringify(value, undefined, 2));
    }),
    { numRuns: 2_000, seed: 1 },
  );
});

test('Brackets inside text stay as they are', () => {
  const json = JSON.stringify({ text: '{\n}', other: '[ ]' }, undefined, 2);
  expect(withTightBrackets(json)).toBe(json);
});
