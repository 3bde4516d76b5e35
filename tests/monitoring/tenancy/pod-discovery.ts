import type { KubeConnection } from '../../../src/app/rehearse/kube-api/kube-connection';
import { valueAt } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes, Value } from '../../../src/rehearsal/values/value';
import { isList, isRecord } from '../../../src/rehearsal/values/value';

/** Targets with the labels that relabelling begins from, as a file for Prometheus holds them. */
export interface TargetGroup {
  readonly targets: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * What Prometheus' own discovery of pods finds, for Debian's Prometheus, which is built without: a target for each
 * port that a container declares, or one for a container that declares none, and of pods without an address nothing.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod (read 2026-11)
 */
export async function discoveredPods(connection: KubeConnection): Promise<readonly TargetGroup[]> {
  const { status, body } = await connection.request('GET', '/api/v1/pods');
  if (status !== 200) throw new Error(`Looking for pods: ${status} ${JSON.stringify(body)}`);
  return recordsAt(body, 'items').flatMap(groupsOf);
}

function groupsOf(pod: Attributes): readonly TargetGroup[] {
  const address = text(valueAt(pod, ['status', 'podIP']));
  if (address === '') return [];
  const labels = {
    ...meta('', {
      namespace: text(valueAt(pod, ['metadata', 'namespace'])),
      pod_name: text(valueAt(pod, ['metadata', 'name'])),
      pod_uid: text(valueAt(pod, ['metadata', 'uid'])),
      pod_ip: address,
      pod_host_ip: text(valueAt(pod, ['status', 'hostIP'])),
      pod_phase: text(valueAt(pod, ['status', 'phase'])),
      pod_node_name: text(valueAt(pod, ['spec', 'nodeName'])),
    }),
    ...meta('pod_annotation_', stringsAt(pod, 'metadata', 'annotations')),
    ...meta('pod_label_', stringsAt(pod, 'metadata', 'labels')),
  };
  return recordsAt(valueAt(pod, ['spec']), 'containers').flatMap((container) => {
    const own = { ...labels, ...meta('pod_container_', { name: text(container['name']) }) };
    const ports = recordsAt(container, 'ports').map(({ containerPort }) => text(containerPort));
    if (ports.length === 0) return [{ targets: [address], labels: own }];
    return ports.map((port) => ({
      targets: [`${address}:${port}`],
      labels: { ...own, ...meta('pod_container_', { port_number: port }) },
    }));
  });
}

/** Labels under their full names; what a label's name cannot hold becomes an underscore. */
const meta = (prefix: string, labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [
      `__meta_kubernetes_${prefix}${name.replace(/[^a-zA-Z0-9_]/g, '_')}`,
      value,
    ]),
  );

const text = (value: Value | undefined): string => (value === undefined ? '' : String(value));

function recordsAt(value: Value | undefined, key: string): readonly Attributes[] {
  const list = valueAt(value, [key]);
  return isList(list) ? list.filter(isRecord) : [];
}

function stringsAt(value: Value, ...path: readonly string[]): Readonly<Record<string, string>> {
  const record = valueAt(value, path);
  return isRecord(record)
    ? Object.fromEntries(Object.entries(record).map(([key, each]) => [key, text(each)]))
    : {};
}
