import { wrapped } from '../../src/app/report-problems';

test('Further lines stand below the first word of the first', () => {
  expect(wrapped('  got      ', 'one two three four', 22)).toBe('  got      one two\n           three four');
});

test('Colours of the lead take no room', () => {
  const plain = wrapped('note ', 'one two three four', 14);
  expect(plain).toBe('note one two\n     three\n     four');
  expect(wrapped('\u001b[33mnote\u001b[39m ', 'one two three four', 14)).toBe(
    plain.replace('note', '\u001b[33mnote\u001b[39m'),
  );
});
