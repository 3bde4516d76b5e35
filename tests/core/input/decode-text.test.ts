import fc from 'fast-check';
import { decodeText } from '../../../src/core/input/decode-text';
import { problemsOf, valueOf } from '../outcomes';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array =>
  new Uint8Array(Buffer.from(text, encoding));
const bigEndian = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
const NOT_UTF8 = {
  file: 'roster.csv',
  message: 'the file is not UTF-8 text',
  allowed: 'UTF-8, with or without byte order mark, or UTF-16 with one',
  write: 'save it again as "CSV UTF-8" or with encoding UTF-8',
};
const NUL = {
  ...NOT_UTF8,
  message: 'the file holds a NUL character: it is no text, or UTF-16 without byte order mark',
};

test('Any text is read back from UTF-8, and from UTF-16 in both byte orders', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((each) => each.replaceAll(/[\0\uFEFF]/g, ''));
  fc.assert(
    fc.property(text, (each) => {
      const written = [
        bytes(each),
        bytes(`\uFEFF${each}`),
        bytes(`\uFEFF${each}`, 'utf16le'),
        bigEndian(`\uFEFF${each}`),
      ];
      expect(written.map((file) => valueOf(decodeText('roster.csv', file)))).toEqual(written.map(() => each));
    }),
  );
});

test('An empty file is an empty text', () => {
  expect(valueOf(decodeText('roster.csv', new Uint8Array()))).toBe('');
  expect(valueOf(decodeText('roster.csv', bytes('\uFEFF')))).toBe('');
});

test.each([
  ['in the middle of a line', 'email,name\na@example.edu,Jos\xe9 Garc\xeda', 2, 18, '0xe9'],
  ['at the start', '\xe9,name', 1, 1, '0xe9'],
  ['at the end', 'email,name\nJos\xe9', 2, 4, '0xe9'],
  ['before a line break', 'Jos\xe9\r\nAda', 1, 4, '0xe9'],
  ['that starts no character', 'ab\x92c', 1, 3, '0x92'],
  ['after a two-byte character', 'a\xc3\xa9b\xe9c', 1, 4, '0xe9'],
])('A byte of windows-1252 %s is refused where it stands', (_, text, line, column, byte) => {
  expect(problemsOf(decodeText('roster.csv', bytes(text, 'latin1')))).toEqual([
    { ...NOT_UTF8, line, column, got: `byte ${byte}` },
  ]);
});

test('The first wrong byte is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (before, after) => {
      const file = Buffer.concat([
        Buffer.from('é'.repeat(before)),
        Buffer.from([0xff]),
        Buffer.from('é'.repeat(after)),
      ]);
      expect(problemsOf(decodeText('f', new Uint8Array(file)))).toMatchObject([
        { line: 1, column: before + 1, got: 'byte 0xff' },
      ]);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['a file without a mark', bytes('a\nb\0c')],
  ['UTF-16', bytes('\uFEFFa\nb\0c', 'utf16le')],
  ['UTF-16 of the other byte order', bigEndian('\uFEFFa\nb\0c')],
])('A NUL in %s is refused where it stands', (_, file) => {
  expect(problemsOf(decodeText('roster.csv', file))).toEqual([{ ...NUL, line: 2, column: 2 }]);
});

test('UTF-16 without a mark is told from text', () => {
  expect(problemsOf(decodeText('roster.csv', bytes('email', 'utf16le')))).toEqual([
    { ...NUL, line: 1, column: 2 },
  ]);
});

test('A file of more than 16 MiB is not read', () => {
  expect(decodeText('roster.csv', new Uint8Array(16 * 1024 * 1024).fill(97)).ok).toBe(true);
  expect(problemsOf(decodeText('roster.csv', new Uint8Array(16 * 1024 * 1024 + 1)))).toEqual([
    {
      file: 'roster.csv',
      line: 1,
      column: 1,
      message: 'the file is too large',
      got: '16777217 bytes',
      allowed: 'at most 16777216 bytes',
      write: "the cohort's own file; this looks like another one",
    },
  ]);
});
