import { NAMES } from '../expected-names';
import { textAt } from '../json-value';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { broken } from './monitoring-fault';
import { tryFindFiles } from './parsed-file';

/** Grafanas that nobody wakes, or that wake in a namespace without one. */
export function windowsFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'grafana-windows');
  if (files === undefined) return [];
  const text = textAt(files.object, 'data', 'grafanas.yaml') ?? '';
  const woken = [...text.matchAll(/name: (\S+), namespace: "([^"]*)"/g)].map(
    ([, name, namespace]) => `${namespace}/${name}`,
  );
  const meant = cluster.places
    .filter(({ hasGrafana }) => hasGrafana)
    .map(({ namespace }) => `${namespace}/${NAMES.grafana}`);
  const [wakes, needs] = [new Set(woken), new Set(meant)];
  const differing = [...woken, ...meant].filter((each) => !(wakes.has(each) && needs.has(each)));
  return differing
    .slice(0, 1)
    .map((each) =>
      broken(
        files,
        'The Grafanas that wake are not those that there are',
        `${wakes.has(each) ? 'wakes' : 'does not wake'} ${each}`,
      ),
    );
}
