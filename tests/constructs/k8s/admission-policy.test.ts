import { AdmissionPolicy, type AdmissionPolicyProps } from '../../../constructs/k8s/admission-policy';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const PROPS: AdmissionPolicyProps = {
  name: 'practicum-names',
  resources: [{ apiGroups: [''], resources: ['configmaps'] }],
  validations: [{ expression: "object.metadata.name != 'x'", message: 'metadata.name: not x' }],
};
const synth = (changes: Partial<AdmissionPolicyProps> = {}) =>
  synthConstruct((chart) => new AdmissionPolicy(chart, 'policy', { ...PROPS, ...changes }));
const specOf = (changes: Partial<AdmissionPolicyProps> = {}) =>
  findManifest(synth(changes), 'ValidatingAdmissionPolicy', 'practicum-names')['spec'];

test('a policy and what puts it in force are two objects of one name', () => {
  expect(inventory(synth())).toEqual([
    'ValidatingAdmissionPolicy/practicum-names',
    'ValidatingAdmissionPolicyBinding/practicum-names',
  ]);
});

test('a policy refuses, refuses too when it cannot be evaluated, and holds for every tenant and nobody else', () => {
  expect(specOf()).toEqual({
    failurePolicy: 'Fail',
    matchConstraints: {
      matchPolicy: 'Equivalent',
      namespaceSelector: { matchExpressions: [{ key: 'practicum.dev/tenant', operator: 'Exists' }] },
      resourceRules: [
        {
          apiGroups: [''],
          apiVersions: ['*'],
          resources: ['configmaps'],
          operations: ['CREATE', 'UPDATE'],
          scope: 'Namespaced',
        },
      ],
    },
    matchConditions: [
      { name: 'spec-is-new', expression: "request.operation == 'CREATE' || object.spec != oldObject.spec" },
    ],
    validations: [
      { expression: "object.metadata.name != 'x'", message: 'metadata.name: not x', reason: 'Forbidden' },
    ],
  });
  expect(findManifest(synth(), 'ValidatingAdmissionPolicyBinding', 'practicum-names')['spec']).toEqual({
    policyName: 'practicum-names',
    validationActions: ['Deny'],
  });
});

test('a policy may name its versions, operations, parameters, conditions and variables', () => {
  const props: Required<AdmissionPolicyProps> = {
    ...PROPS,
    resources: [{ apiGroups: ['apps'], apiVersions: ['v1'], resources: ['deployments'] }],
    operations: ['CREATE', 'DELETE'],
    param: { name: 'words', namespace: 'practicum-system' },
    matchConditions: [{ name: 'always', expression: 'true' }],
    variables: [{ name: 'own', expression: "'x'" }],
  };
  expect(specOf(props)).toMatchObject({
    paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
    matchConstraints: {
      resourceRules: [{ apiGroups: ['apps'], apiVersions: ['v1'], operations: ['CREATE', 'DELETE'] }],
    },
    matchConditions: [{ name: 'always', expression: 'true' }],
    variables: [{ name: 'own', expression: "'x'" }],
  });
});

test('a policy whose parameters are not there refuses', () => {
  const param = { name: 'words', namespace: 'practicum-system' };
  const binding = findManifest(synth({ param }), 'ValidatingAdmissionPolicyBinding', 'practicum-names');
  expect(binding['spec']).toEqual({
    policyName: 'practicum-names',
    paramRef: { ...param, parameterNotFoundAction: 'Deny' },
    validationActions: ['Deny'],
  });
});
