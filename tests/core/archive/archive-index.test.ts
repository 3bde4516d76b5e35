import { indexText, readIndex, sumsText } from '../../../src/core/archive/archive-index';

const FILE = { sha256: 'ab'.repeat(32), bytes: 3, entries: 1 };

test('An index reads as it was written, sorted', () => {
  const text = indexText({ 'b.json': FILE, 'a/x.json': FILE });
  expect(Object.keys(readIndex(text))).toEqual(['a/x.json', 'b.json']);
  expect(readIndex(text)['b.json']).toEqual(FILE);
});

test.each(['', '{', '[]', '{"files":{"a":{}}}', '{"files":{"a":{"sha256":"x","bytes":1,"entries":1}}}'])(
  'What is no index knows no file, so that all is collected anew: %s',
  (text) => expect(readIndex(text)).toEqual({}),
);

test('Sums stand as sha256sum reads them, by path', () => {
  expect(sumsText(new Map([['b', 'two'], ['a', 'one']]))).toBe('one  a\ntwo  b\n'); // prettier-ignore
});
