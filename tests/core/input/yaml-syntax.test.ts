import type { Problem } from '../../../src/core/input/problem';
import { YamlSource } from '../../../src/core/input/yaml-source';
import { linesOf, problemsOf, toldIn } from '../outcomes';

const at = toldIn('c.yaml');
const refused = (text: string): readonly Problem[] => problemsOf(YamlSource.read('c.yaml', text));
const YAML = { allowed: 'YAML 1.2: "key: value", lists with "- ", indentation by spaces' };

test.each<[string, string, Problem]>([
  [
    'a key twice',
    'a: 1\na: 2',
    at(2, 1, { message: 'this key stands here twice', ...YAML, write: 'one of the two; delete the other' }),
  ],
  [
    'a tab',
    'a:\n\tb: 1',
    at(2, 1, { message: 'a tab indents this line', ...YAML, write: 'spaces instead of the tab' }),
  ],
  [
    'a reserved sign',
    'a: @b',
    at(1, 4, {
      message: 'a value cannot start with this character',
      ...YAML,
      write: 'quotes around the value',
    }),
  ],
  [
    'an unclosed quote',
    'a: 1\nb: "x\nc: 2\n',
    at(2, 4, {
      message: 'a quote was opened and never closed',
      write: 'the closing quote at the end of that value',
    }),
  ],
  [
    'an unclosed bracket',
    'a: 1\nb: [x, y\nc: 2\n',
    at(2, 4, {
      message: 'a bracket was opened and never closed',
      write: 'the closing bracket at the end of that value',
    }),
  ],
  [
    'an unclosed brace',
    'a: { b: 1',
    at(1, 4, {
      message: 'a bracket was opened and never closed',
      write: 'the closing bracket at the end of that value',
    }),
  ],
])('%s is told whole', (_, text, problem) => expect(refused(text)).toEqual([problem]));

test('Faults that leave the rest of the file readable are all told, in the order of the file', () => {
  expect(linesOf(refused('a: @b\na: 1\nc: 2\nc: 3\n'))).toEqual([
    'c.yaml:1:4 a value cannot start with this character',
    'c.yaml:2:1 this key stands here twice',
    'c.yaml:4:1 this key stands here twice',
  ]);
});

test('Of what a fault makes of the rest of the file nothing is told', () => {
  expect(linesOf(refused('a: 1\n\tb: 2\na: 3\n: : :\n]'))).toHaveLength(1);
});
