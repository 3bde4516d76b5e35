import { basename } from 'node:path';
import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { namespaceOf, valueAt } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { isList, isRecord } from '../../../src/rehearsal/values/value';

/** A proxy in front of metrics, as it is started. */
export interface EmittedProxy {
  readonly args: readonly string[];
  /** Text of the file that its flag names. */
  readonly config: string;
}

/** What the cell's chart says of the pod that keeps the metrics. */
export interface EmittedMonitoring {
  readonly namespace: string;
  /** Service account of the pod, and so of the proxies in it. */
  readonly account: string;
  readonly prometheusArgs: readonly string[];
  readonly prometheusConfig: string;
  /** Text of each rule file, by name. */
  readonly rules: Readonly<Record<string, string>>;
  readonly labelEnforcerArgs: readonly string[];
  readonly tenantsProxy: EmittedProxy;
  readonly staffProxy: EmittedProxy;
  /** Objects that let others ask: accounts, roles and bindings are applied with the rest. */
  readonly objects: readonly KubernetesObject[];
}

const NAMESPACE = 'practicum-monitoring';

/** Finds in the objects of a cell what its metrics pod runs. */
export function emittedMonitoring(objects: readonly KubernetesObject[]): EmittedMonitoring {
  const find = (kind: string, name: string): KubernetesObject => {
    const found = objects.find(
      (each) => each.kind === kind && each.metadata.name === name && namespaceOf(each) === NAMESPACE,
    );
    if (found === undefined) throw new Error(`The cell has no ${kind} ${name} in ${NAMESPACE}`);
    return found;
  };
  const data = (name: string): Readonly<Record<string, string>> =>
    (find('ConfigMap', name) as KubernetesObject & { data?: Record<string, string> }).data ?? {};
  const pod = valueAt(find('Deployment', 'prometheus'), ['spec', 'template', 'spec']);
  const containers = valueAt(pod, ['containers']);
  const argsOf = (name: string): readonly string[] => {
    const container = (isList(containers) ? containers : []).find(
      (each): each is Attributes => isRecord(each) && each['name'] === name,
    );
    const args = container?.['args'];
    if (!isList(args)) throw new Error(`The pod prometheus has no container ${name} with arguments`);
    return args.map(String);
  };
  const proxyOf = (name: string): EmittedProxy => {
    const args = argsOf(name);
    const file = args.find((arg) => arg.startsWith('--config-file='));
    const config = file === undefined ? undefined : data('metrics-proxies')[basename(file)];
    if (config === undefined) throw new Error(`${name} names no file of the ConfigMap metrics-proxies`);
    return { args, config };
  };
  return {
    namespace: NAMESPACE,
    account: String(valueAt(pod, ['serviceAccountName'])),
    prometheusArgs: argsOf('prometheus'),
    prometheusConfig: data('prometheus-config')['prometheus.yml']!,
    rules: data('prometheus-rules'),
    labelEnforcerArgs: argsOf('label-enforcer'),
    tenantsProxy: proxyOf('tenants-proxy'),
    staffProxy: proxyOf('staff-proxy'),
    objects,
  };
}
