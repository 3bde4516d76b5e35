import type { Proof } from '../../src/prover/proof';
import { prove } from '../../src/prover/proof';
import { meshOutput } from './mesh-output';
import { MESH_WEAKENINGS } from './weakenings/mesh.cases';

const { record, artifacts } = meshOutput();

const sentencesOf = ({ findings }: Proof): readonly string[] =>
  findings.map(({ aspect, sentence }) => `${aspect}: ${sentence}`);

test('Nothing is found where places are in a mesh', () => {
  expect(sentencesOf(prove(artifacts, record))).toEqual([]);
});

describe('A guard of the mesh that is weaker is found', () => {
  test.each(MESH_WEAKENINGS)('$aspect: $title', ({ change, aspect, sentence }) => {
    expect(sentencesOf(prove(change(artifacts), record))).toContain(`${aspect}: ${sentence}`);
  });
});

test('Objects of a mesh are strange where there is none', () => {
  const without = { ...record, clusters: record.clusters.map((each) => ({ ...each, mesh: false })) };
  const sentences = sentencesOf(prove(artifacts, without));
  expect(sentences).toContain(
    'objects: A PeerAuthentication in a place: nobody has reasoned about what it does',
  );
  expect(sentences).toContain("objects: An object stands in a namespace that is nobody's");
  expect(sentences).toContain(
    'namespaces: A namespace carries istio.io/dataplane-mode, a label of which nothing is known',
  );
});
