import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';

/** Name of the object that an attack would make. */
export const MINE = 'mine';

/** An object without a namespace: the path says where it goes. */
export const object = (
  apiVersion: string,
  kind: string,
  rest: Attributes = {},
  metadata: Attributes = {},
): KubernetesObject => ({ apiVersion, kind, metadata: { name: MINE, ...metadata }, ...rest });

/** A container of an image that any place may run, with what the attack adds. */
export const container = (rest: Attributes = {}): Attributes => ({
  name: 'main',
  image: 'busybox:1.37',
  command: ['sleep', '3600'],
  ...rest,
});

/** A pod that nothing is wrong with but what `spec` adds. */
export const pod = (spec: Attributes = {}, metadata: Attributes = {}): KubernetesObject =>
  object('v1', 'Pod', { spec: { containers: [container()], ...spec } }, metadata);

/** A pod of one container with what `rest` adds to it. */
export const podOf = (rest: Attributes): KubernetesObject => pod({ containers: [container(rest)] });

const LABELS = { app: MINE };

/** The template of a pod, as workloads hold it. */
const template = (spec: Attributes): Attributes => ({
  metadata: { labels: LABELS },
  spec: { containers: [container()], ...spec },
});

export const deployment = (spec: Attributes = {}): KubernetesObject =>
  object('apps/v1', 'Deployment', { spec: { selector: { matchLabels: LABELS }, template: template(spec) } });

export const statefulSet = (spec: Attributes = {}, rest: Attributes = {}): KubernetesObject =>
  object('apps/v1', 'StatefulSet', {
    spec: { serviceName: MINE, selector: { matchLabels: LABELS }, template: template(spec), ...rest },
  });

export const replicaSet = (spec: Attributes = {}): KubernetesObject =>
  object('apps/v1', 'ReplicaSet', { spec: { selector: { matchLabels: LABELS }, template: template(spec) } });

export const job = (spec: Attributes = {}): KubernetesObject =>
  object('batch/v1', 'Job', { spec: { template: template({ restartPolicy: 'Never', ...spec }) } });

export const cronJob = (spec: Attributes = {}): KubernetesObject =>
  object('batch/v1', 'CronJob', {
    spec: {
      schedule: '0 3 * * *',
      jobTemplate: { spec: { template: template({ restartPolicy: 'Never', ...spec }) } },
    },
  });

export const claim = (spec: Attributes = {}, size = '1Gi'): KubernetesObject =>
  object('v1', 'PersistentVolumeClaim', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: size } }, ...spec },
  });

export const service = (spec: Attributes = {}, metadata: Attributes = {}): KubernetesObject =>
  object('v1', 'Service', { spec: { selector: LABELS, ports: [{ port: 80 }], ...spec } }, metadata);
