import fc from 'fast-check';
import { decodeExport } from '../../../../src/core/roster/exports/decode-export';
import { problemsOf, valueOf } from '../../outcomes';

const decode = (bytes: Uint8Array) => decodeExport('export.csv', bytes);
const HEADER = 'email,name,team,section,github\n';

test('UTF-8 is read as it is, and nothing is guessed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const clean = text.replaceAll(/[\0\uFEFF]/g, '');
      expect(valueOf(decode(Buffer.from(clean)))).toEqual({ text: clean });
    }),
  );
});

test('What Excel calls CSV is Windows-1252, and that is said', () => {
  const bytes = Buffer.from(`${HEADER}jose@example.edu,Jos\xe9 O\x92Neil \x80\n`, 'latin1');
  expect(valueOf(decode(bytes))).toEqual({
    text: `${HEADER}jose@example.edu,José O’Neil €\n`,
    guessed: 'Windows-1252',
  });
});

test.each(['little', 'big'])(
  'UTF-16 without its mark is read in %s-endian order, and that is said',
  (order) => {
    const bytes = Buffer.from(`${HEADER}jose@example.edu,José\n`, 'utf16le');
    expect(valueOf(decode(order === 'big' ? bytes.swap16() : bytes))).toEqual({
      text: `${HEADER}jose@example.edu,José\n`,
      guessed: 'UTF-16 without byte order mark',
    });
  },
);

test.each([
  [
    'UTF-8 with half a character',
    Buffer.concat([Buffer.from(`${HEADER}José`), Buffer.from([0xc3])]),
    'not UTF-8',
  ],
  ['a byte that Windows-1252 does not have', Buffer.from(`${HEADER}Jos\x81`, 'latin1'), 'not UTF-8'],
  ['a control among odd bytes', Buffer.from(`${HEADER}Jos\xe9\x1b`, 'latin1'), 'not UTF-8'],
  ['a NUL', Buffer.from(`${HEADER}a\0b`), 'NUL'],
])('%s is refused', (_, bytes, words) => {
  expect(problemsOf(decode(bytes))[0]!.message).toContain(words);
});

test('A file that is too large is refused, whatever its encoding', () => {
  expect(problemsOf(decode(Buffer.alloc(17 << 20, 'é', 'latin1')))[0]!.message).toBe('the file is too large');
});
