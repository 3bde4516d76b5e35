import { movedPaths } from '../../../src/app/course/moved-paths';

const COURSE = `id: mine
ownToolkits:
  - id: own-tool # ours
    manifests: ./toolkits/own-tool
    chart: { from: "../charts/tool", values: ./values.yaml }
  - { id: own-other, manifests: '../other', chart: { from: oci://registry.example.edu/tool, version: 1.0.0 } }
`;

test('A copy leads to the manifests, charts and values of its original, and nothing else of it changes', () => {
  expect(movedPaths(COURSE, '/w/courses', '/w/fall/class')).toBe(`id: mine
ownToolkits:
  - id: own-tool # ours
    manifests: ../../courses/toolkits/own-tool
    chart: { from: ../../charts/tool, values: ../../courses/values.yaml }
  - { id: own-other, manifests: ../../other, chart: { from: oci://registry.example.edu/tool, version: 1.0.0 } }
`);
});

test('A path into the folder of the copy starts with a dot as a course wants it', () => {
  expect(movedPaths(COURSE, '/w/courses', '/w')).toContain('manifests: ./courses/toolkits/own-tool\n');
});

test('A path that YAML would read as something else stands in quotes', () => {
  expect(movedPaths(COURSE, '/w/our: courses', '/w')).toContain(
    'manifests: "./our: courses/toolkits/own-tool"\n',
  );
});

test.each([
  ['beside its original', COURSE, '/w/courses'],
  ['of a course without toolkits of its own', 'id: mine\n', '/w'],
  ['of a file that is no course', 'ownToolkits: [{ manifests: [./a] }, 7]\n', '/w'],
  ['of a file that is no YAML', 'ownToolkits: [{ manifests: ./a\n', '/w'],
])('A copy %s has every byte of it', (_, text, to) => {
  expect(movedPaths(text, '/w/courses', to)).toBe(text);
});
