import type { MeantPolicy } from './meant-policies';

/** What keeps pods in the mesh that they are put into. */
const MESH_LABELS_POLICY: MeantPolicy = {
  name: 'practicum-mesh-labels',
  otherwise: 'a pod may leave the mesh, or take what is not encrypted',
  resources: ['pods.', 'services.'],
  rules: 2,
  words: ['labels', 'annotations', 'istio'],
  conditions: ['labels-or-annotations-are-new', 'not-by-the-mesh'],
};

/** The same policy where routes hang on a gateway of a mesh, and nothing turns its encryption off. */
const inMesh = (policy: MeantPolicy): MeantPolicy => ({
  ...policy,
  words: policy.words.map((word) => (word === 'practicum-system' ? 'istio-ingress' : word)),
  ...(policy.name === 'practicum-mesh-destinations'
    ? {
        rules: 2,
        words: [...policy.words, 'ISTIO_MUTUAL', 'portLevelSettings', 'subsets'],
        otherwise: "a DestinationRule may turn encryption off, or change the way to another's Service",
      }
    : {}),
});

/** The admission policies of a cluster whose places are in a mesh. */
export const policiesInMesh = (policies: readonly MeantPolicy[]): readonly MeantPolicy[] => [
  ...policies.map(inMesh),
  MESH_LABELS_POLICY,
];
