import type { FieldSchema } from '../../../src/rehearsal/kubernetes/field-schema';
import { checkFields } from '../../../src/rehearsal/kubernetes/field-schema';
import type { Value } from '../../../src/rehearsal/values/value';

const SCHEMA: FieldSchema = {
  type: 'object',
  required: ['name'],
  properties: {
    name: { type: 'string', maxLength: 5, pattern: '^[a-z]+$' },
    kind: { type: 'string', enum: ['A', 'B'] },
    weight: { type: 'integer', minimum: 0, maximum: 9 },
    ratio: { type: 'number' },
    on: { type: 'boolean' },
    port: { 'x-kubernetes-int-or-string': true },
    list: { type: 'array', minItems: 1, maxItems: 2, items: { type: 'string' } },
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    any: { 'x-kubernetes-preserve-unknown-fields': true },
    plain: { type: 'object' },
  },
};

const of = (problem: string): object => ({
  unknown: [],
  mistyped: [],
  invalid: [{ field: problem.split(': ')[0]!, problem: problem.split(': ').slice(1).join(': ') }],
});
const mistyped = (problem: string): object => ({
  unknown: [],
  mistyped: [`json: cannot unmarshal ${problem}`],
  invalid: [],
});

test.each<[Value, object]>([
  [{}, of('name: Required value')],
  [{ name: null }, of('name: Required value')],
  [{ name: 'abcdef' }, of('name: Too long: may not be more than 5 bytes')],
  [{ name: 'a1' }, of(`name: Invalid value: "a1": name in body should match '^[a-z]+$'`)],
  [{ name: 'a', kind: 'C' }, of('kind: Unsupported value: "C": supported values: "A", "B"')],
  [
    { name: 'a', weight: 10 },
    of('weight: Invalid value: 10: weight in body should be less than or equal to 9'),
  ],
  [
    { name: 'a', weight: -1 },
    of('weight: Invalid value: -1: weight in body should be greater than or equal to 0'),
  ],
  [{ name: 'a', list: [] }, of('list: Invalid value: 0: list in body should have at least 1 items')],
  [{ name: 'a', list: ['a', 'b', 'c'] }, of('list: Too many: 3: must have at most 2 items')],
  [{ name: 'a', weight: 1.5 }, mistyped('number into Go struct field Sample.weight of type integer')],
  [{ name: 'a', on: 'true' }, mistyped('string into Go struct field Sample.on of type boolean')],
  [{ name: 'a', ratio: true }, mistyped('bool into Go struct field Sample.ratio of type number')],
  [{ name: 'a', port: true }, mistyped('bool into Go struct field Sample.port of type intstr.IntOrString')],
  [{ name: 'a', list: ['a', 1] }, mistyped('number into Go struct field Sample.list[1] of type string')],
  [{ name: 'a', labels: { a: 1 } }, mistyped('number into Go struct field Sample.labels.a of type string')],
  [{ name: 'a', list: {} }, mistyped('object into Go struct field Sample.list of type array')],
  [{ name: 'a', labels: [] }, mistyped('array into Go struct field Sample.labels of type object')],
  [
    { name: 'a', nme: 1, any: 2 },
    { unknown: ['nme'], mistyped: [], invalid: [] },
  ],
])('%j is not what the schema allows', (value, findings) => {
  expect(checkFields('Sample', value, SCHEMA)).toEqual(findings);
});

test('What the schema allows passes', () => {
  const value = {
    name: 'abc',
    kind: 'B',
    weight: 9,
    ratio: 0.5,
    on: false,
    port: 'http',
    list: ['a'],
    labels: { 'a/b': 'c' },
    any: { deep: [1] },
    plain: { free: 1 },
  };
  expect(checkFields('Sample', value, SCHEMA)).toEqual({ unknown: [], mistyped: [], invalid: [] });
});
