import { PlaceSleepPolicy } from '../../../constructs/k8s/place-sleep-policy';
import { findManifest, synthConstruct } from './synth-construct';

const spec = findManifest(
  synthConstruct((chart) => {
    new PlaceSleepPolicy(chart, 'Policy');
  }),
  'ValidatingAdmissionPolicy',
  'practicum-place-sleep',
)['spec'] as {
  readonly matchConditions: readonly { readonly expression: string }[];
  readonly validations: readonly { readonly message: string }[];
};

test('It holds one account and nobody else', () => {
  expect(spec.matchConditions.map(({ expression }) => expression)).toEqual([
    "request.userInfo.username == 'system:serviceaccount:practicum-monitoring:place-sleep'",
  ]);
});

test('That account changes neither pods nor labels nor annotations of others', () => {
  expect(spec.validations.map(({ message }) => message.split(':')[0])).toEqual([
    'spec.template',
    'metadata.labels',
    'metadata.annotations',
    'metadata.annotations',
  ]);
});
