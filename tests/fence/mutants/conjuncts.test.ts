import { withoutOneConjunct } from './conjuncts';

test.each<[string, readonly string[]]>([
  ['a', []],
  ['a || b', []],
  ['a && b', ['a', 'b']],
  ['a && b && c', ['a && c', 'b && c', 'a && b']],
  ['a || b && c', ['a || b', 'a || c']],
  ['x.all(h, a(h) && b(h))', ['x.all(h, a(h))', 'x.all(h, b(h))']],
  ["a('&&') && b", ["a('&&')", 'b']],
  ['!(a && (b || c))', ['!(a)', '!((b || c))']],
])('%s loses one operand of an && at a time', (expression, weaker) => {
  expect(
    withoutOneConjunct(expression)
      .map((each) => each.expression)
      .sort(),
  ).toEqual([...weaker].sort());
});

test('What is lost is told', () => {
  expect(withoutOneConjunct('x.all(h, a(h) && b(h))').map(({ lost }) => lost)).toEqual(['a(h)', 'b(h)']);
  expect(withoutOneConjunct('a && b && c').map(({ lost }) => lost)).toEqual(['a', 'b', 'c']);
});
