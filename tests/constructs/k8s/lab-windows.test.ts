import { LabWindows } from '../../../constructs/k8s/lab-windows';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const manifests = synthConstruct(
  (chart) =>
    new LabWindows(chart, 'windows', {
      labs: [
        {
          lab: 'lab1',
          phase: 'closed',
          others: [
            { namespace: 'bo', phase: 'open' },
            { namespace: 'no', phase: 'late' },
          ],
        },
        { lab: 'lab2', phase: 'open', others: [] },
      ],
    }),
);

test('windows are one ConfigMap and one policy, however many labs and extensions there are', () => {
  expect(inventory(manifests)).toEqual([
    'ConfigMap/windows',
    'ValidatingAdmissionPolicy/practicum-windows',
    'ValidatingAdmissionPolicyBinding/practicum-windows',
  ]);
});

test('a lab stands as it does for the class, and for a place under a key that no label can be', () => {
  expect(findManifest(manifests, 'ConfigMap', 'windows')).toMatchObject({
    metadata: { namespace: 'practicum-system' },
    data: { lab1: 'closed', '_bo.lab1': 'open', '_no.lab1': 'late', lab2: 'open' },
  });
});

test('everything that tenants do to objects is looked at, subresources too', () => {
  const spec = findManifest(manifests, 'ValidatingAdmissionPolicy', 'practicum-windows')['spec'];
  expect(spec).toMatchObject({
    matchConstraints: {
      resourceRules: [
        {
          apiGroups: ['*'],
          resources: ['*/*'],
          operations: ['CREATE', 'UPDATE', 'DELETE'],
          scope: 'Namespaced',
        },
      ],
    },
    matchConditions: [{ name: 'sent-by-tenant' }, { name: 'not-by-staff' }, { name: 'not-by-deployer' }],
  });
});
