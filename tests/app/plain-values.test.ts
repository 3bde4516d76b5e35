import {
  DefaultTokenResolver,
  Fn,
  Lazy,
  StringConcat,
  Testing,
  TerraformStack,
  Token,
  TerraformVariable,
  Tokenization,
} from 'cdktf';
import { resolveTokensIn } from '../../src/app/plain-values';

const stack = new TerraformStack(Testing.app(), 'stack');
const variable = new TerraformVariable(stack, 'variable', { type: 'string' });

function resolve(value: unknown): unknown {
  return Tokenization.resolve(value, {
    scope: stack,
    resolver: new DefaultTokenResolver(new StringConcat()),
  });
}

const COUNT = Lazy.numberValue({ produce: () => 7 });

const VALUES: readonly (readonly [what: string, value: unknown])[] = [
  ['plain text', 'amara-okafor'],
  ['text that looks like a token of another tool', '${var.a} $${b} %{c}'],
  ['text with a reference', `user:${variable.stringValue}`],
  ['text with a number that is decided later', `${COUNT} nodes`],
  ['a number that is decided later', COUNT],
  ['numbers', [0, -1, 1.5, -2.5, 1e21]],
  ['a list that is a reference', Token.asList(variable.value)],
  ['a list of numbers that is a reference', Token.asNumberList(variable.value)],
  ['a mapping that is a reference', Token.asStringMap(variable.value)],
  ['a key that is a reference', { [variable.stringValue]: 1 }],
  ['a function', Fn.upper(variable.stringValue)],
  ['a value that is made late', { a: Lazy.anyValue({ produce: () => ({ b: [variable.stringValue] }) }) }],
  ['nothing', [undefined, { a: undefined, b: null }, null, [], {}]],
  ['nesting', { a: [{ b: { c: ['d', { e: variable.stringValue }] } }], f: true }],
];

test.each(VALUES)('%s resolves to what the engine says', (_, value) => {
  expect(resolveTokensIn(value, resolve)).toStrictEqual(resolve(value));
});

test('Plain values are not asked about', () => {
  const asked = jest.fn();
  resolveTokensIn({ a: ['b', 1, true, null, { c: 'd' }] }, asked);
  expect(asked).not.toHaveBeenCalled();
});

test('What the engine refuses is still refused', () => {
  expect(() => resolveTokensIn({ a: () => 1 }, resolve)).toThrow(/function/i);
  expect(() => resolveTokensIn({ a: stack }, resolve)).toThrow();
});
