import { ToolkitSecretsAccess } from '../../../constructs/k8s/toolkit-secrets-access';
import { findManifest, inventory, synthConstruct } from './synth-construct';

test('One place lets in one account, to make Secrets', () => {
  const made = synthConstruct((chart) => {
    new ToolkitSecretsAccess(chart, 'Access', { namespace: 'ada' });
  });
  expect(inventory(made)).toEqual(['RoleBinding/toolkit-secrets']);
  const { metadata, roleRef, subjects } = findManifest(made, 'RoleBinding', 'toolkit-secrets');
  expect(metadata.namespace).toBe('ada');
  expect(roleRef).toMatchObject({ kind: 'ClusterRole', name: 'practicum-toolkit-secrets' });
  expect(subjects).toEqual([
    { kind: 'ServiceAccount', name: 'toolkit-windows', namespace: 'practicum-monitoring' },
  ]);
});
