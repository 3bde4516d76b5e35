import { PlaceSleepAccess } from '../../../constructs/k8s/place-sleep-access';
import { findManifest, inventory, synthConstruct } from './synth-construct';

test('One place lets in one account, to one role', () => {
  const made = synthConstruct((chart) => {
    new PlaceSleepAccess(chart, 'Access', { namespace: 'ada' });
  });
  expect(inventory(made)).toEqual(['RoleBinding/place-sleep']);
  const { metadata, roleRef, subjects } = findManifest(made, 'RoleBinding', 'place-sleep');
  expect(metadata.namespace).toBe('ada');
  expect(roleRef).toMatchObject({ kind: 'ClusterRole', name: 'practicum-place-sleep' });
  expect(subjects).toEqual([
    { kind: 'ServiceAccount', name: 'place-sleep', namespace: 'practicum-monitoring' },
  ]);
});
