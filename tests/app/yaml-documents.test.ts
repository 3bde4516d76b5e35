import { Yaml } from 'cdk8s';
import fc from 'fast-check';
import { yamlDocuments } from '../../src/app/yaml-documents';

/** Words that YAML 1.1 reads as something else, and text that needs quotes or a block. */
const TRICKY = fc.constantFrom(
  'yes', 'no', 'on', 'y', 'null', '~', 'true', '0777', '1e3', '1:30', '2027-01-11', '-', '- a', '? a', ': a', 'a: b', 'a #b',
  '#a', '*a', '&a', '!a', '%a', '@a', '`a`', '{a}', '[a]', '', ' a', 'a ', "it's", '"a"', '\\', '\t', 'a\nb', 'a\n', '---', '...',
  '{{ .Values }}', 'é', '\u0000', '\u2028', 'x'.repeat(1_100),
); // prettier-ignore

/** Text of several lines, as scripts and files in manifests are. */
const LINES = fc
  .array(
    fc.oneof(
      fc.constantFrom('', ' ', '  a', 'a', 'a ', '\t', '\ta', '---', '...', '%a', '# a', '- a', 'a: b', '"', 'x'.repeat(90)),
      fc.string({ maxLength: 12 }),
    ),
    { minLength: 2, maxLength: 6 },
  )
  .map((lines) => lines.join('\n')); // prettier-ignore

const { tree } = fc.letrec<{ tree: unknown; list: unknown[]; fields: Record<string, unknown> }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.string(),
      TRICKY,
      LINES,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    tie('list'),
    tie('fields'),
  ),
  list: fc.array(tie('tree'), { maxLength: 4 }),
  fields: fc.dictionary(fc.oneof(fc.string(), TRICKY), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
}));

test('Documents are written byte for byte as cdk8s writes them', () => {
  fc.assert(
    fc.property(
      fc.array(
        tree.filter((value) => value !== null),
        { maxLength: 3 },
      ),
      (documents) => {
        expect(yamlDocuments(documents)).toBe(Yaml.stringify(...documents));
      },
    ),
    { numRuns: 1_500 },
  );
});

test('Lists within lists and empty collections are laid out as cdk8s does it', () => {
  const document = {
    a: [[1, [2, { b: [] }]], {}, [], [{ c: { d: 'e' }, f: [{ g: 'h', i: 'j' }] }]],
    k: {},
    l: [],
  };
  expect(yamlDocuments([document, document])).toBe(Yaml.stringify(document, { ...document }));
});

test('What stands twice is written twice, with scripts of several lines beside it', () => {
  const shared = { drop: ['ALL'] };
  const document = { one: shared, script: 'set -eu\n\necho a\n', two: shared };
  expect(yamlDocuments([document])).toBe(Yaml.stringify(JSON.parse(JSON.stringify(document))));
  expect(yamlDocuments([document])).not.toContain('&');
});

test('More values than are kept are written as well', () => {
  const many = Object.fromEntries(
    Array.from({ length: 12_000 }, (_, index) => [`k${index}`, `value ${index}`]),
  );
  expect(yamlDocuments([many])).toBe(Yaml.stringify(many));
});
