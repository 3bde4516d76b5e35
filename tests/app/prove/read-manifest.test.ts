import { parseAllDocuments } from 'yaml';
import { UnreadableOutput, readManifest } from '../../../src/app/prove/read-manifest';
import { tenantManifest } from '../../../src/app/manifests';
import { samplePlan } from '../../prover/sample-output';

const read = (text: string) => readManifest('k8s/a.k8s.yaml', text, new Map());
const asYaml = (text: string): unknown[] =>
  parseAllDocuments(text).map((document) => document.toJS() as unknown);

test('What is read of tenants one after the other is what YAML says of each', () => {
  const plan = samplePlan();
  const known = new Map();
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  for (const tenant of tenants) {
    const { text } = tenantManifest(plan, tenant);
    expect(readManifest('a', text, known)).toEqual(asYaml(text));
  }
  expect(tenants.length).toBe(6);
});

test.each([
  ['a list that is not indented', 'kind: A\nspec:\n- one\n- two\n'],
  ['a text of several lines', 'kind: A\nspec: |\n  kind: B\n\n  more\nlast: 1\n'],
  ['an anchor', 'kind: &k A\nother: *k\n'],
  ['a quoted key', '"kind": A\nspec: {}\n'],
  ['a comment before all', '# by hand\nkind: A\n'],
])('Text that no synthesis writes is read by the rules of YAML: %s', (_, text) => {
  expect(read(text)).toEqual(asYaml(text));
});

test.each([
  ['a field that stands twice', 'kind: A\nkind: B\n', 'Map keys must be unique'],
  ['a list', '- kind: A\n', 'no object of Kubernetes'],
  ['an open bracket', 'kind: [A\n', 'Flow sequence'],
])('%s is refused', (_, text, reason) => {
  expect(() => read(text)).toThrow(UnreadableOutput);
  expect(() => read(text)).toThrow(reason);
});

test('An empty document is none', () => {
  expect(read('---\nkind: A\n---\n')).toEqual([{ kind: 'A' }]);
});
