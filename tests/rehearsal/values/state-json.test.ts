import fc from 'fast-check';
import { parseStateJson } from '../../../src/rehearsal/values/state-json';

test.each([
  ['0.1', '0.1'],
  ['-0.30000000000000004', '-0.30000000000000004'],
  ['9007199254740993', '9007199254740993'],
  ['1e+21', '1e+21'],
])('A number that a double does not hold is kept as its text: %s', (json, kept) => {
  expect(parseStateJson(`{"x":${json},"y":[${json}, {"z":${json}}]}`)).toEqual({
    x: kept,
    y: [kept, { z: kept }],
  });
});

test.each(['0', '-7', '9007199254740991', '1.0'])('A number that it holds stays one: %s', (json) => {
  expect(parseStateJson(`{"x":${json}}`)).toEqual({ x: Number(json) });
});

test('Digits inside texts and names are no numbers, whatever stands around them', () => {
  const state = {
    text: 'costs 0.1, "0.2" and \\0.3',
    '0.4': ['0.5', '\\', '"'],
    nothing: null,
    yes: true,
  };
  expect(parseStateJson(JSON.stringify(state))).toEqual(state);
  expect(parseStateJson(JSON.stringify(state, undefined, 2))).toEqual(state);
});

const state = fc.record({
  x: fc.anything({ values: [fc.string(), fc.maxSafeInteger(), fc.boolean(), fc.constant(null)] }),
});

test('Any state without such numbers is read as JSON is', () => {
  const read = (value: unknown): void => {
    const json = JSON.stringify(value);
    expect(parseStateJson(json)).toEqual(JSON.parse(json));
  };
  fc.assert(fc.property(state, read));
});
