import { ClaimPolicy } from '../../../constructs/k8s/claim-policy';
import { FinalizerPolicy } from '../../../constructs/k8s/finalizer-policy';
import { HostPolicy } from '../../../constructs/k8s/host-policy';
import { LabHours } from '../../../constructs/k8s/lab-hours';
import { LabWindows } from '../../../constructs/k8s/lab-windows';
import { ImagePolicy } from '../../../constructs/k8s/image-policy';
import { MeshPolicy } from '../../../constructs/k8s/mesh-policy';
import { PodPolicy } from '../../../constructs/k8s/pod-policy';
import { SecretUsePolicy } from '../../../constructs/k8s/secret-use-policy';
import { ServicePolicy } from '../../../constructs/k8s/service-policy';
import { synthConstruct } from './synth-construct';

interface PolicySpec {
  readonly matchConstraints: { readonly resourceRules: readonly { readonly resources: readonly string[] }[] };
  readonly matchConditions: readonly { readonly name: string; readonly expression: string }[];
  readonly variables?: readonly { readonly name: string; readonly expression: string }[];
  readonly validations: readonly {
    readonly expression: string;
    readonly message?: string;
    readonly messageExpression?: string;
  }[];
}

const IMAGES = { registries: ['ghcr.io'], images: ['docker.io/library/redis'] };
const policies = new Map(
  synthConstruct((chart) => {
    new HostPolicy(chart, 'hosts');
    new MeshPolicy(chart, 'mesh');
    new ImagePolicy(chart, 'images', IMAGES);
    new PodPolicy(chart, 'pods');
    new ClaimPolicy(chart, 'claims');
    new ServicePolicy(chart, 'services');
    new SecretUsePolicy(chart, 'secret-use');
    new FinalizerPolicy(chart, 'finalizers');
    new LabWindows(chart, 'windows', { labs: [] });
    new LabHours(chart, 'hours', { everywhere: { kind: 'open', labs: [] }, others: [] });
  })
    .filter(({ kind }) => kind === 'ValidatingAdmissionPolicy')
    .map(({ metadata, spec }) => [metadata.name, spec as PolicySpec] as const),
);
const names = [...policies.keys()];

test.each(names)('%s says what is wrong, in one line, with whatever it refuses', (name) => {
  for (const { message, messageExpression } of policies.get(name)!.validations) {
    const told = messageExpression ?? message ?? '';
    expect(told).toMatch(/./);
    expect(told).not.toContain('\n');
    // The API server takes no longer ones.
    expect(told.length).toBeLessThan(5 * 1024);
  }
});

test.each(names)('%s reads only variables that it has, each after it was set', (name) => {
  const { variables = [], validations } = policies.get(name)!;
  const known = new Set<string>();
  const unknownIn = (expression: string): readonly string[] =>
    [...expression.matchAll(/variables\.([A-Za-z]+)/g)]
      .map(([, one]) => one!)
      .filter((one) => !known.has(one));
  for (const variable of variables) {
    expect(unknownIn(variable.expression)).toEqual([]);
    known.add(variable.name);
  }
  for (const { expression, messageExpression = '' } of validations)
    expect([...unknownIn(expression), ...unknownIn(messageExpression)]).toEqual([]);
  const used = JSON.stringify([variables, validations]);
  for (const { name: variable } of variables) expect(used).toContain(`variables.${variable}`);
});

test.each(['practicum-images', 'practicum-pods', 'practicum-secret-use'])(
  '%s holds for pods, for containers added to them, and for all that makes pods',
  (name) => {
    const held = policies.get(name)!.matchConstraints.resourceRules.flatMap(({ resources }) => resources);
    expect([...held].sort()).toEqual([
      'cronjobs',
      'daemonsets',
      'deployments',
      'jobs',
      'pods',
      'pods/ephemeralcontainers',
      'replicasets',
      'statefulsets',
    ]);
  },
);

test('what the course and the cohort allow is named to whoever uses another image', () => {
  expect(policies.get('practicum-images')!.validations[1]!.messageExpression).toContain(
    ', and docker.io/library/redis, ghcr.io/…',
  );
});

test('only what tenants send is asked about finalizers, Secrets, windows and hours: controllers must be able to work', () => {
  for (const name of ['practicum-finalizers', 'practicum-secret-use', 'practicum-windows', 'practicum-hours'])
    expect(policies.get(name)!.matchConditions.map((condition) => condition.name)).toContain(
      'sent-by-tenant',
    );
});
