import {
  CLASS_HOURS,
  CLUSTER_WIDE,
  TOOLKIT_SECRETS,
  bindingOf,
  deployerBinding,
  grafanaBinding,
  isForPeople,
} from './bindings';
import { exampleOutputs } from './example-output';

/** Who and what is bound to roles in clusters. */
export function roleBindingTests(): void {
  const outputs = exampleOutputs();

  const deployerIn = (namespace: string): string =>
    outputs
      .flatMap(({ plan }) => plan.shards.flatMap(({ tenants }) => tenants))
      .find((tenant) => tenant.namespace === namespace && tenant.github?.deployer !== undefined)!.github!
      .deployer!.email;

  test('What is bound in a whole cluster is a program of the monitoring, to a role of its own', () => {
    const all = outputs
      .flatMap((output) => output.objects)
      .filter(({ kind }) => kind === 'ClusterRoleBinding');
    expect(new Set(all.map(({ metadata }) => metadata.name))).toEqual(new Set(Object.keys(CLUSTER_WIDE)));
    for (const each of all) expect(bindingOf(each)).toEqual(CLUSTER_WIDE[each.metadata.name]);
  });

  test('Every RoleBinding is of users to a role for people, of a place’s Grafana to that place’s metrics, of workflows in their place, or of a program that scales or draws Secrets', () => {
    const bindings = outputs.flatMap((output) => output.objects).filter(({ kind }) => kind === 'RoleBinding');
    const others = bindings.filter((each) => !isForPeople(each));
    expect(bindings.length).toBeGreaterThan(others.length);
    expect(others.length).toBeGreaterThan(0);
    for (const each of others) {
      const { namespace = '', name } = each.metadata;
      const isAtHome = namespace === 'practicum-monitoring';
      const inPlace =
        name === 'deployer'
          ? deployerBinding(deployerIn(namespace))
          : name === 'toolkit-secrets'
            ? TOOLKIT_SECRETS
            : grafanaBinding(namespace);
      expect(bindingOf(each)).toEqual(isAtHome ? CLASS_HOURS : inPlace);
    }
  });
}
