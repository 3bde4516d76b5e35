import type { CohortId } from '../../../src/core/domain/ids';
import { formatKeyFile, parseKeyFile, pseudonymKey } from '../../../src/core/privacy/pseudonym-key';
import { problemsOf, valueOf } from '../outcomes';

const KEY = pseudonymKey(Buffer.alloc(32, 7));
const FILE = formatKeyFile('w255-s27' as CohortId, KEY);

test('What is written is what is read', () => {
  expect(valueOf(parseKeyFile('cohort.key', FILE))).toBe(KEY);
  expect(valueOf(parseKeyFile('cohort.key', `\uFEFF${FILE.replaceAll('\n', '\r\n')}`))).toBe(KEY);
});

test('A key has 256 bits', () => {
  expect(() => pseudonymKey(Buffer.alloc(16))).toThrow('A key has 32 bytes, not 16');
});

test.each([
  ['an empty file', '', 1, 'the file holds no key'],
  ['a file of comments', '# a\n# b\n', 1, 'the file holds no key'],
  ['a key that was cut', FILE.replace(/.{3}\n$/, '\n'), 4, 'this is no key'],
  ['a key in capitals', FILE.replace(KEY, KEY.toUpperCase().replaceAll('7', 'F')), 4, 'this is no key'],
  ['two keys', `${FILE}${KEY}\n`, 5, 'a second key stands here'],
  ['a password', 'correct horse battery staple\n', 1, 'this is no key'],
])('%s is refused, and nothing of it is repeated', (_, text, line, message) => {
  const [problem, ...others] = problemsOf(parseKeyFile('cohort.key', text));
  expect(others).toEqual([]);
  expect(problem).toEqual({
    file: 'cohort.key',
    line,
    column: 1,
    message,
    allowed: 'one line of 64 digits from 0-9 and a-f, as "practicum privacy key" wrote it',
    write: 'nothing by hand: bring back your copy of the file',
  });
});
