import { importPatterns } from '../../../src/rehearsal/google/import-patterns';

test('A template becomes a pattern with named groups, for the whole id', () => {
  const [pattern] = importPatterns('projects/{project}/global/networks/{name}');
  expect({ ...pattern!.exec('projects/p/global/networks/n')?.groups }).toEqual({ project: 'p', name: 'n' });
  expect(pattern!.test('projects/p/global/networks/n/more')).toBe(false);
});

test('A dot stands for itself', () => {
  expect(importPatterns('a.b/{c}')[0]!.test('axb/c')).toBe(false);
});
