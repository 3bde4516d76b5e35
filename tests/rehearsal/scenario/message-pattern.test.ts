import {
  inOneLine,
  saysWhatItMust,
  tryParseMessagePattern,
} from '../../../src/rehearsal/scenario/message-pattern';

const FRAMED = '\x1b[31m╷\x1b[0m\n│ Error: Error acquiring the\n│ state lock\n╵\n';

test('Colours, frames and line breaks of terraform do not count', () => {
  expect(inOneLine(FRAMED)).toBe('Error: Error acquiring the state lock');
});

test.each([
  ['Error acquiring the state lock', true],
  ['Error  acquiring\nthe state lock', true],
  ['Error releasing the state lock', false],
  ['/acquiring .* lock$/', true],
  ['/^acquiring/', false],
])('%s: said? %s', (written, said) => {
  expect(saysWhatItMust(tryParseMessagePattern(written)!, FRAMED)).toBe(said);
});

test('Text between slashes is a pattern, and what is no pattern is not read', () => {
  expect(['a/b', '/a+/', '/(/', '//', ' '].map(tryParseMessagePattern)).toEqual([
    { text: 'a/b' },
    { pattern: 'a+' },
    undefined,
    { text: '//' },
    undefined,
  ]);
});
