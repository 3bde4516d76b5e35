import { tryReadObjects } from '../../../src/core/archive/object-list';

test('Objects are listed by name with size, sums and generation, and nothing else', () => {
  const json = JSON.stringify([
    { name: 'b/model.bin', size: 12, generation: '1797000000000002', crc32c_hash: 'yZRlqg==', storage_class: 'STANDARD' },
    { name: 'a.csv', size: '3', generation: 1, crc32c_hash: 'AAAAAA==', md5_hash: 'XrY7u+Ae7tCTyyK7j1rNww==' },
  ]); // prettier-ignore
  expect(tryReadObjects(json)).toEqual([
    { name: 'a.csv', size: 3, generation: '1', crc32c: 'AAAAAA==', md5: 'XrY7u+Ae7tCTyyK7j1rNww==' },
    { name: 'b/model.bin', size: 12, generation: '1797000000000002', crc32c: 'yZRlqg==' },
  ]);
});

test.each(['', 'Listed 0 items.', '{}', '[{}]', '[{"name":"a","size":-1,"generation":"1"}]', '[{"name":"a","size":1}]'])(
  'What is no list of objects is refused: %s',
  (text) => expect(tryReadObjects(text)).toBeUndefined(),
); // prettier-ignore
