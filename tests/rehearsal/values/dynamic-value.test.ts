import { ExtData } from '@msgpack/msgpack';
import fc from 'fast-check';
import type { AttributeType, BlockSchema } from '../../../src/rehearsal/schema/block-schema';
import { decodeDynamicValue, encodeDynamicValue } from '../../../src/rehearsal/values/dynamic-value';
import type { Attributes, Value } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { attribute, nestedBlock, schemaOf } from '../schema/sample-schema';
import { received, sent, sentAs } from './wire';

const plain = (type: AttributeType): BlockSchema => schemaOf({ attributes: [attribute('x', type)] });
const roundTrip = (value: Value, type: AttributeType): Value =>
  decodeDynamicValue(encodeDynamicValue({ x: value }, plain(type)))!['x']!;
const unknownOnWire = new ExtData(0, new Uint8Array([0]));

/** An unknown of which something is known: extension 12, in which a map says what. */
const refined = (known: readonly number[]): readonly number[] => [0xc7, known.length, 12, ...known];

describe('What terraform sends', () => {
  test('A resource that is not there is null, whether as bytes or as none', () => {
    expect(decodeDynamicValue(sent(null))).toBeNull();
    expect(decodeDynamicValue(new Uint8Array())).toBeNull();
  });

  test('A value that is no object is refused', () => {
    expect(() => decodeDynamicValue(sent([1]))).toThrow(
      new Error('Terraform sent a value that is no object'),
    );
  });

  test.each<[string, readonly number[]]>([
    ['an unknown', [0xd4, 0, 0]],
    ['one that is not null', refined([0x81, 1, 0xc2])],
    ['one that begins with "gs://"', refined([0x82, 1, 0xc2, 2, 0xa5, ...Buffer.from('gs://')])],
    ['a list of at least two', refined([0x82, 1, 0xc2, 5, 2])],
    ['one in the longer form', [0xc8, 0, 3, 12, 0x81, 1, 0xc2]],
  ])('%s is unknown, whatever is known about it', (_, bytes) => {
    expect(decodeDynamicValue(sentAs('x', bytes))).toEqual({ x: UNKNOWN });
    expect(decodeDynamicValue(sentAs('x', [0x91, ...bytes]))).toEqual({ x: [UNKNOWN] });
  });

  test.each<[string, readonly number[], Value]>([
    ['a small number', [42], 42],
    ['a negative one', [0xd1, 0xff, 0x38], -200],
    ['a fraction that a double holds', [0xcb, 0x3f, 0xe0, 0, 0, 0, 0, 0, 0], 0.5],
    ['a fraction that it does not hold', [0xa3, ...Buffer.from('0.1')], '0.1'],
    ['2^53 − 1', [0xd3, 0, 0x1f, 255, 255, 255, 255, 255, 255], Number.MAX_SAFE_INTEGER],
    ['2^53 + 1', [0xd3, 0, 0x20, 0, 0, 0, 0, 0, 1], 9007199254740993n],
    ['−2^53 − 1', [0xd3, 255, 0xdf, 255, 255, 255, 255, 255, 255], -9007199254740993n],
    ['2^64 − 1', [0xcf, 255, 255, 255, 255, 255, 255, 255, 255], 18446744073709551615n],
  ])('%s arrives exactly', (_, bytes, value) => {
    expect(decodeDynamicValue(sentAs('x', bytes))).toEqual({ x: value });
  });
});

describe('What terraform reads', () => {
  test('Attributes and blocks that nobody gave are null or empty, so that none is missing', () => {
    const schema = schemaOf({
      attributes: [attribute('name', 'string'), attribute('labels', ['map', 'string'])],
      blocks: [nestedBlock('rule', 'list'), nestedBlock('member', 'set'), nestedBlock('timeouts', 'single')],
    });
    expect(received(encodeDynamicValue({ name: 'labs' }, schema))).toEqual({
      name: 'labs',
      labels: null,
      rule: [],
      member: [],
      timeouts: null,
    });
    expect(received(encodeDynamicValue(null, schema))).toBeNull();
  });

  test('Unknown is unknown at every depth: an attribute, an element, a whole block, inside one', () => {
    const schema = schemaOf({
      attributes: [attribute('ids', ['list', 'string']), attribute('id', 'string')],
      blocks: [nestedBlock('rule', 'list', [attribute('port', 'number')]), nestedBlock('member', 'set')],
    });
    const value = { id: UNKNOWN, ids: ['a', UNKNOWN], rule: [{ port: UNKNOWN }], member: UNKNOWN };
    expect(received(encodeDynamicValue(value, schema))).toEqual({
      id: unknownOnWire,
      ids: ['a', unknownOnWire],
      rule: [{ port: unknownOnWire }],
      member: unknownOnWire,
    });
  });

  test('Objects, and attributes with attributes inside, get what they lack as null', () => {
    const schema = schemaOf({
      attributes: [
        attribute('master', ['list', ['object', { key: 'string', issued: 'bool' }]]),
        { name: 'set', ...OPTIONAL, nested: { nesting: 'list', attributes: VALUE } },
        { name: 'postrender', ...OPTIONAL, nested: { nesting: 'single', attributes: VALUE } },
      ],
    });
    const given = { master: [{ key: 'k' }], set: [{ name: 'a' }], postrender: { name: 'b' } };
    expect(received(encodeDynamicValue(given, schema))).toEqual({
      master: [{ key: 'k', issued: null }],
      set: [{ name: 'a', value: null }],
      postrender: { name: 'b', value: null },
    });
    expect(received(encodeDynamicValue({ set: UNKNOWN }, schema))).toMatchObject({
      set: unknownOnWire,
      postrender: null,
    });
  });

  const OPTIONAL = { required: false, optional: true, computed: false };
  const VALUE = [attribute('name', 'string'), attribute('value', 'string')];
  const NESTED = schemaOf({
    attributes: [
      attribute('flags', ['object', { on: 'bool' }]),
      { name: 'set', ...OPTIONAL, nested: { nesting: 'list', attributes: VALUE } },
    ],
    blocks: [nestedBlock('rule', 'list', [attribute('port', 'number')])],
  });

  test.each<[Attributes, string]>([
    [{ colour: 'red' }, 'colour is not in the schema'],
    [{ rule: [{ prot: 1 }] }, 'rule.prot is not in the schema'],
    [{ flags: { on: true, off: false } }, 'flags.off is not in the schema'],
    [{ set: [{ name: 'a', type: 'string' }] }, 'set.type is not in the schema'],
    [{ rule: [{ port: true }] }, 'rule.port must be a number, got boolean'],
    [{ flags: { on: 'yes' } }, 'flags.on must be a bool, got string'],
    [{ rule: { port: 1 } }, 'rule must be a list'],
    [{ rule: [1] }, 'rule must be an object'],
    [{ flags: [] }, 'flags must be an object'],
    [{ set: 'a' }, 'set must be a list'],
  ])('What does not fit the schema is refused, and says where: %j', (value, message) => {
    expect(() => encodeDynamicValue(value, NESTED)).toThrow(new Error(message));
  });

  test('A message never shows the value that did not fit', () => {
    expect(() => encodeDynamicValue({ x: 2n ** 60n }, plain('string'))).toThrow(
      new Error('x must be a string, got bigint'),
    );
  });
});

test.each<[Value, AttributeType]>([
  [9007199254740993n, 'number'],
  ['0.1', 'number'],
  ['18446744073709551617', 'number'],
  [4_294_967_296, 'number'],
  [-1, 'number'],
  [0.5, 'number'],
])('%p is the same number when it comes back', (value, type) => {
  expect(roundTrip(value, type)).toBe(value);
});

const typed: fc.Arbitrary<readonly [AttributeType, Value]> = fc.letrec<{
  any: readonly [AttributeType, Value];
}>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    scalar(fc.string({ unit: 'grapheme' }), 'string'),
    scalar(fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n })), 'number'),
    scalar(fc.boolean(), 'bool'),
    fc.tuple(fc.constantFrom('list' as const, 'set' as const), tie('any')).map(
      ([kind, [type, value]]) =>
        [
          [kind, type],
          [value, null, UNKNOWN],
        ] as const,
    ),
    tie('any').map(([type, value]) => [['map', type], { a: value, 'ü/1': null }] as const),
    tie('any').map(([type, value]) => [['object', { a: type, b: 'string' }], { a: value, b: null }] as const),
  ),
})).any;

function scalar<T extends Value>(
  values: fc.Arbitrary<T>,
  type: AttributeType,
): fc.Arbitrary<readonly [AttributeType, Value]> {
  return fc.oneof(values, fc.constant(null), fc.constant(UNKNOWN)).map((value) => [type, value] as const);
}

test('Any value of any type comes back as it was sent', () => {
  fc.assert(fc.property(typed, ([type, value]) => expect(roundTrip(value, type)).toEqual(value)));
});
