import { tryParseJson } from '../../../src/core/archive/parse-json';

test('What is no JSON is nothing', () => {
  expect([tryParseJson('{"a":1}'), tryParseJson(''), tryParseJson('{')]).toEqual([
    { a: 1 },
    undefined,
    undefined,
  ]);
});
