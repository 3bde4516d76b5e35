import type { ScaledWorkload, ToolkitRow } from '../../constructs/k8s/monitoring/toolkit-lists';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';

/** A toolkit without the places that have it. */
type AnyToolkit = Omit<ToolkitRow, 'namespaces' | 'spans'>;

/** One with two workloads, which need a Secret. */
export const MLFLOW: AnyToolkit = {
  toolkit: 'mlflow',
  workloads: [
    { kind: 'Deployment', name: 'mlflow', replicas: 2 },
    { kind: 'StatefulSet', name: 'mlflow-db', replicas: 1 },
  ],
  secrets: [{ name: 'mlflow', keys: ['password', 'token'] }],
};
/** One that needs none. */
export const CACHE: AnyToolkit = {
  toolkit: 'redis',
  workloads: [{ kind: 'StatefulSet', name: 'redis', replicas: 1 }],
  secrets: [],
};

/** A workload of a toolkit as it is placed: asleep. */
export const workloadOf = (toolkit: string, { kind, name }: ScaledWorkload): KubernetesObject => {
  const labels = { app: name, 'practicum.dev/toolkit': toolkit };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata: { name, labels },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: name } },
      ...(kind === 'StatefulSet' ? { serviceName: name } : {}),
      template: {
        metadata: { labels },
        spec: { containers: [{ name: 'main', image: `example.com/${name}:1` }] },
      },
    },
  };
};
