import type { Series } from './promtool';

/** A series of kube-state-metrics, by its name and labels. */
export const kube = (name: string, labels: string): string => `${name}{job="kube-state-metrics",${labels}}`;

/** A series that a pod of `namespace` exports. */
export const exported = (name: string, namespace: string, labels = ''): string =>
  `${name}{job="tenants",namespace="${namespace}",pod="web",instance="10.0.0.1:8000"${labels === '' ? '' : `,${labels}`}}`;

/** That each of `namespaces` is a tenant's. */
export const tenants = (...namespaces: readonly string[]): Series =>
  Object.fromEntries(
    namespaces.map((namespace) => [
      kube('kube_namespace_labels', `namespace="${namespace}",label_practicum_dev_tenant="${namespace}"`),
      '1x2000',
    ]),
  );

const PHASES = ['Failed', 'Pending', 'Running', 'Succeeded'] as const;

/** A pod in one phase, with whether it is ready. */
export const pod = (
  namespace: string,
  name: string,
  phase: (typeof PHASES)[number],
  isReady = phase === 'Running',
): Series => ({
  ...Object.fromEntries(
    PHASES.map((each) => [
      kube('kube_pod_status_phase', `namespace="${namespace}",pod="${name}",phase="${each}"`),
      each === phase ? '1x2000' : '0x2000',
    ]),
  ),
  [kube('kube_pod_status_ready', `namespace="${namespace}",pod="${name}",condition="true"`)]: isReady
    ? '1x2000'
    : '0x2000',
  [kube('kube_pod_status_ready', `namespace="${namespace}",pod="${name}",condition="false"`)]: isReady
    ? '0x2000'
    : '1x2000',
});

/** What a pod's only container asks for: cores, and GiB. */
export const requests = (namespace: string, name: string, cores: number, gibi: number): Series => ({
  [kube('kube_pod_container_resource_requests', `namespace="${namespace}",pod="${name}",container="main",resource="cpu",unit="core"`)]: `${cores}x2000`, // prettier-ignore
  [kube('kube_pod_container_resource_requests', `namespace="${namespace}",pod="${name}",container="main",resource="memory",unit="byte"`)]: `${gibi * 2 ** 30}x2000`, // prettier-ignore
});

/** A node of a pool, with what pods can use on it. */
export const node = (name: string, pool: string, cores: number, gibi: number): Series => ({
  [kube('kube_node_labels', `node="${name}",label_cloud_google_com_gke_nodepool="${pool}"`)]: '1x2000',
  [kube('kube_node_status_allocatable', `node="${name}",resource="cpu",unit="core"`)]: `${cores}x2000`,
  [kube('kube_node_status_allocatable', `node="${name}",resource="memory",unit="byte"`)]: `${gibi * 2 ** 30}x2000`, // prettier-ignore
});
