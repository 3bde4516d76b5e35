import fc from 'fast-check';
import type { AttributeType } from '../../../src/rehearsal/schema/block-schema';
import { differences, isZero, sameAt, sameBlock } from '../../../src/rehearsal/values/same-value';
import type { Attributes, Value } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { attribute, nestedBlock, schemaOf } from '../schema/sample-schema';

const same = (a: Value, b: Value, type: AttributeType): boolean =>
  differences({ x: a }, { x: b }, schemaOf({ attributes: [attribute('x', type)] })).length === 0;

test.each<[AttributeType, Value]>([
  ['string', ''],
  ['number', 0],
  ['bool', false],
  [['list', 'string'], []],
  [['set', 'string'], []],
  [['map', 'string'], {}],
])('Of type %j, %j is what was not written', (type, zero) => {
  expect(same(zero, null, type)).toBe(true);
});

test.each<[AttributeType, Value, Value]>([
  ['number', 0.1, '0.1'],
  ['number', '1.50', 1.5],
  ['number', 9007199254740993n, '9007199254740993'],
  [['map', 'string'], { a: '1', b: '2' }, { b: '2', a: '1' }],
  [
    ['set', 'string'],
    ['a', 'b'],
    ['b', 'a'],
  ],
  [
    ['set', ['object', { name: 'string', on: 'bool' }]],
    [
      { name: 'a', on: false },
      { name: 'b', on: true },
    ],
    [
      { on: true, name: 'b' },
      { on: null, name: 'a' },
    ],
  ],
])('Of type %j, %j and %j are the same', (type, a, b) => {
  expect(same(a, b, type)).toBe(true);
  expect(same(b, a, type)).toBe(true);
});

test.each<[AttributeType, Value, Value]>([
  ['string', 'a', 'A'],
  ['string', 'a', null],
  ['string', '(known after apply)', UNKNOWN],
  ['number', 9007199254740993n, 9007199254740992],
  ['bool', true, false],
  [
    ['list', 'string'],
    ['a', 'b'],
    ['b', 'a'],
  ],
  [['set', 'string'], ['a', 'b'], ['a']],
  [['map', 'string'], { a: '1' }, { a: '2' }],
  [['map', 'string'], { a: '1' }, { b: '1' }],
  [['list', 'string'], ['a'], UNKNOWN],
])('Of type %j, %j and %j differ', (type, a, b) => {
  expect(same(a, b, type)).toBe(false);
  expect(same(b, a, type)).toBe(false);
});

const RULES = schemaOf({
  attributes: [attribute('name', 'string'), { ...attribute('set', 'string'), ...NESTED() }],
  blocks: [
    nestedBlock(
      'rule',
      'list',
      [attribute('port', 'number')],
      [nestedBlock('from', 'set', [attribute('ip', 'string')])],
    ),
    nestedBlock('allow', 'set', [attribute('protocol', 'string'), attribute('log', 'bool')]),
    nestedBlock('timeouts', 'single', [attribute('create', 'string')]),
  ],
});

function NESTED() {
  return {
    nested: {
      nesting: 'set' as const,
      attributes: [attribute('name', 'string'), attribute('value', 'string')],
    },
  };
}

test.each<[string, Attributes, Attributes, readonly string[]]>([
  [
    'Lists of blocks have an order',
    { rule: [{ port: 1 }, { port: 2 }] },
    { rule: [{ port: 2 }, { port: 1 }] },
    ['rule'],
  ],
  [
    'Sets of blocks have none, at any depth',
    {
      allow: [{ protocol: 'tcp' }, { protocol: 'udp' }],
      rule: [{ port: 1, from: [{ ip: 'a' }, { ip: 'b' }] }],
    },
    {
      allow: [{ protocol: 'udp', log: false }, { protocol: 'tcp' }],
      rule: [{ port: 1, from: [{ ip: 'b' }, { ip: 'a' }] }],
    },
    [],
  ],
  [
    'A block inside a block counts',
    { rule: [{ port: 1, from: [{ ip: 'a' }] }] },
    { rule: [{ port: 1 }] },
    ['rule'],
  ],
  ['No block is like null', { rule: [] }, { rule: null }, []],
  ['A block is not like none, even an empty one', { rule: [{}] }, { rule: [] }, ['rule']],
  [
    'A single block is looked into',
    { timeouts: { create: '5m' } },
    { timeouts: { create: '6m' } },
    ['timeouts'],
  ],
  ['An unknown block is like no other', { rule: UNKNOWN }, { rule: [{ port: 1 }] }, ['rule']],
  [
    'Attributes inside attributes are looked into',
    { set: [{ name: 'a', value: '1' }, { name: 'b' }] },
    {
      set: [
        { name: 'b', value: '' },
        { name: 'a', value: '2' },
      ],
    },
    ['set'],
  ],
  [
    'and make a set without order',
    { set: [{ name: 'a', value: '1' }, { name: 'b' }] },
    {
      set: [
        { name: 'b', value: '' },
        { name: 'a', value: '1' },
      ],
    },
    [],
  ],
  ['What no schema knows is no difference', { name: 'a', colour: 'red' }, { name: 'a' }, []],
  ['All differences are told', { name: 'a', allow: [{ log: true }] }, { name: 'b' }, ['name', 'allow']],
])('%s', (_, a, b, names) => {
  expect(differences(a, b, RULES)).toEqual(names);
  expect(differences(b, a, RULES)).toEqual(names);
});

test('Two blocks are compared by what they mean', () => {
  const { block } = RULES.blocks[1]!;
  expect(sameBlock({ protocol: 'tcp', log: null }, { protocol: 'tcp', log: false }, block)).toBe(true);
  expect(sameBlock({ protocol: 'tcp' }, { protocol: 'udp' }, block)).toBe(false);
});

describe('At a path', () => {
  const at = (a: Attributes, b: Attributes, path: string): boolean => sameAt(a, b, RULES, path.split('.'));

  test.each<[boolean, Attributes, Attributes, string]>([
    [true, { rule: [{ port: 1 }] }, { rule: [{ port: 1, from: [{ ip: 'a' }] }] }, 'rule.port'],
    [false, { rule: [{ port: 1 }] }, { rule: [{ port: 2 }] }, 'rule.port'],
    [false, { rule: [{ port: 1 }, { port: 2 }] }, { rule: [{ port: 1 }, { port: 3 }] }, 'rule.port'],
    [true, { rule: [] }, { rule: [{ from: [{ ip: 'a' }] }] }, 'rule.port'],
    [true, {}, { rule: [{ port: 0 }] }, 'rule.port'],
    [false, {}, { rule: [{ port: 1 }] }, 'rule.port'],
    [false, { rule: UNKNOWN }, { rule: [{ port: 1 }] }, 'rule.port'],
    [false, { rule: UNKNOWN }, {}, 'rule.port'],
    [false, { rule: [{ port: UNKNOWN }] }, { rule: [{ port: 1 }] }, 'rule.port'],
    [
      true,
      { rule: [{ from: [{ ip: 'a' }, { ip: 'b' }] }] },
      { rule: [{ from: [{ ip: 'b' }, { ip: 'a' }] }] },
      'rule.from',
    ],
    [false, { rule: [{ from: [{ ip: 'a' }] }] }, {}, 'rule.from'],
    [true, { rule: [{ from: [] }] }, {}, 'rule.from'],
    [false, { name: 'a' }, { name: 'b' }, 'name'],
  ])('it is %s that %j and %j are the same at %s', (same, a, b, path) => {
    expect([at(a, b, path), at(b, a, path)]).toEqual([same, same]);
  });

  test('a name that the schema does not have is a mistake of ours', () => {
    expect(() => at({}, {}, 'rule.prot')).not.toThrow();
    expect(() => at({ rule: [{}] }, {}, 'rule.prot')).toThrow(new Error('prot is not in the schema'));
  });
});

test('Only what says nothing is zero', () => {
  const zeros: readonly (Value | undefined)[] = [null, undefined, '', false, 0, []];
  expect(zeros.filter((zero) => !isZero(zero))).toEqual([]);
  const others: readonly Value[] = ['0', true, 1, ['']];
  expect(others.filter(isZero)).toEqual([]);
});

const texts = fc.array(fc.record({ protocol: fc.string(), log: fc.boolean() }), { maxLength: 5 });

test('A set is the same in any order, and a list is so only in its own', () => {
  fc.assert(
    fc.property(
      texts.chain((each) =>
        fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
      ),
      ([blocks, shuffled]) => {
        expect(differences({ allow: blocks }, { allow: shuffled }, RULES)).toEqual([]);
        const ports = (of: typeof blocks): Attributes => ({
          rule: of.map(({ protocol }) => ({ port: protocol.length })),
        });
        const inOrder = JSON.stringify(ports(blocks)) === JSON.stringify(ports(shuffled));
        expect(differences(ports(blocks), ports(shuffled), RULES)).toEqual(inOrder ? [] : ['rule']);
      },
    ),
  );
});
