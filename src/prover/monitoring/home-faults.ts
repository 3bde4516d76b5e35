import { NAMES } from '../expected-names';
import { at, labelsAt, quoted } from '../json-value';
import { nameOf } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';
import { meantOfMonitoring } from './meant-objects';
import type { MonitoringFault } from './monitoring-fault';
import { unguarded } from './monitoring-fault';

const { monitoringNamespace: home, programLabel } = NAMES;

/** Labels of the namespace that everything rests on, and none that would make it a tenant's. */
const LABELS: Readonly<Record<string, string>> = {
  'app.kubernetes.io/managed-by': 'practicum',
  [NAMES.gatewayLabel]: 'true',
  'pod-security.kubernetes.io/enforce': 'restricted',
  'pod-security.kubernetes.io/enforce-version': 'latest',
};

/** Programs whose pods talk to the Kubernetes API, and so carry a token of their account. */
const ASKS_API = ['class-hours', 'kube-state-metrics', 'place-sleep', 'prometheus', 'toolkit-windows'];

/** What is missing of the monitoring of a cluster. */
export function missingObjects(cluster: ClusterWorld): readonly MonitoringFault[] {
  const standing = new Set(
    cluster.objects.all.map(({ object }) =>
      [
        object['kind'],
        [at(object, 'metadata', 'namespace'), at(object, 'metadata', 'name')].filter(Boolean).join('/'),
      ].join(' '),
    ),
  );
  return [...meantOfMonitoring(cluster, cluster.places)]
    .filter((id) => !standing.has(id))
    .map((object) => ({
      kind: 'cannot work',
      sentence: 'A part of what collects and shows metrics is missing',
      step: { file: `manifests for ${cluster.name}`, object, says: 'is in no file' },
    }));
}

/** What is wrong with the monitoring namespace, its accounts and the labels of its pods. */
export function homeFaults({ objects }: ClusterWorld): readonly MonitoringFault[] {
  const namespace = objects.tryFind('Namespace', home);
  const labels = labelsAt(namespace?.object, 'metadata', 'labels');
  const annotations = Object.keys(labelsAt(namespace?.object, 'metadata', 'annotations'));
  const differing = [...new Set([...Object.keys(labels), ...Object.keys(LABELS)])].filter(
    (key) => labels[key] !== LABELS[key],
  );
  const workloads = ['Deployment', 'StatefulSet'].flatMap((kind) => objects.in(home, kind));
  const cronJobs = objects.in(home, 'CronJob');
  const pods = [
    ...workloads.map((each) => ({ each, template: at(each.object, 'spec', 'template') })),
    ...cronJobs.map((each) => ({
      each,
      template: at(each.object, 'spec', 'jobTemplate', 'spec', 'template'),
    })),
  ];
  return [
    ...(namespace === undefined ? [] : differing).map((key) =>
      unguarded(
        namespace!,
        'The namespace of what collects metrics is not fenced as it should be',
        `says ${key}: ${labels[key] ?? 'nothing'}; it should say ${LABELS[key] ?? 'nothing'}`,
      ),
    ),
    ...(namespace === undefined ? [] : annotations).map((key) =>
      unguarded(
        namespace!,
        'The namespace of what collects metrics is not fenced as it should be',
        `says ${key}, as places of tenants do`,
      ),
    ),
    ...objects
      .in(home, 'ServiceAccount')
      .filter(({ object }) => at(object, 'automountServiceAccountToken') !== false)
      .map((account) =>
        unguarded(
          account,
          'Every pod of an account gets a token for the Kubernetes API',
          'does not say automountServiceAccountToken: false',
        ),
      ),
    ...pods.flatMap(({ each, template }) => {
      const name = nameOf(each);
      const isNamed = labelsAt(template, 'metadata', 'labels')[programLabel] === name;
      const spec = at(template, 'spec');
      const hasToken = at(spec, 'automountServiceAccountToken') !== false;
      return [
        ...(isNamed
          ? []
          : [
              unguarded(
                each,
                'Policies of the network take a program for another one',
                `says ${programLabel}: ${quoted(at(template, 'metadata', 'labels', programLabel))}`,
              ),
            ]),
        ...(at(spec, 'serviceAccountName') === name
          ? []
          : [
              unguarded(
                each,
                'A program has the account of another',
                `has ${quoted(at(spec, 'serviceAccountName'))}`,
              ),
            ]),
        ...(hasToken && !ASKS_API.includes(name)
          ? [
              unguarded(
                each,
                'A program has a token that it does not need',
                'mounts the token of its account',
              ),
            ]
          : []),
      ];
    }),
  ];
}
