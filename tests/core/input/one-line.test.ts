import { isOneLine } from '../../../src/core/input/one-line';

test.each(['Amara Okafor', '', '김지우', 'D’Angelo', 'tab-free', '\u{1F989} Owl', 'علی\u200cرضا'])(
  '%j is one line',
  (text) => expect(isOneLine(text)).toBe(true),
);

test.each([
  ['a line feed', 'a\nb'],
  ['a carriage return', 'a\rb'],
  ['a tab', 'a\tb'],
  ['a NUL', 'a\0b'],
  ['an escape', '\u001b[31m'],
  ['a C1 control', '\u009b31m'],
  ['a direction override', 'a\u202eb'],
  ['a zero-width space', 'a\u200bb'],
  ['a byte order mark', '\uFEFFa'],
  ['a line separator', 'a\u2028b'],
  ['a paragraph separator', 'a\u2029b'],
  ['half a character', 'a\ud83eb'],
])('Text with %s is not', (_, text) => expect(isOneLine(text)).toBe(false));
