import type { LabHoursProps } from '../../../constructs/k8s/lab-hours';
import { LabHours } from '../../../constructs/k8s/lab-hours';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const OPEN = { kind: 'open', labs: [] } as const;
const synth = (props: Partial<LabHoursProps> = {}) =>
  synthConstruct((chart) => new LabHours(chart, 'hours', { everywhere: OPEN, others: [], ...props }));

test('hours are one ConfigMap and one policy', () => {
  expect(inventory(synth())).toEqual([
    'ConfigMap/hours',
    'ValidatingAdmissionPolicy/practicum-hours',
    'ValidatingAdmissionPolicyBinding/practicum-hours',
  ]);
});

test('outside of all hours everything is open', () => {
  expect(findManifest(synth(), 'ConfigMap', 'hours')['data']).toEqual({ _everywhere: 'open' });
});

test('an exam names the labs that it leaves open, so that no lab is taken for a kind of hours', () => {
  const props: Required<LabHoursProps> = {
    everywhere: { kind: 'quiet', labs: [] },
    others: [
      { namespace: 'bo', kind: 'exam', labs: ['lab1', 'open'] },
      { namespace: 'cy', ...OPEN },
    ],
  };
  expect(findManifest(synth(props), 'ConfigMap', 'hours')['data']).toEqual({
    _everywhere: 'quiet',
    bo: 'exam lab:lab1 lab:open',
    cy: 'open',
  });
});

test('ways into pods are looked at beside all that tenants do to objects', () => {
  const spec = findManifest(synth(), 'ValidatingAdmissionPolicy', 'practicum-hours')['spec'];
  expect(spec).toMatchObject({
    matchConstraints: { resourceRules: [{ operations: ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'] }] },
  });
});
