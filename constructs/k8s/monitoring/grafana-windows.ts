import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { GRAFANA, MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { managedMetadata } from '../managed-metadata';
import { CONTAINER_SECURITY, type Fields, NAME_LABEL, podSecurity, resources } from './hardened-pod';
import { ANYWHERE, tcp } from './peers';

const NAME = 'grafana-windows';

/**
 * Awake within any of the spans, each `<from>-<to>` in seconds since 1970.
 *
 * kubectl stops at the first that is gone, and a tenant may delete theirs: then each is scaled by itself, so that
 * nobody's choice keeps another's asleep.
 */
const SCRIPT = `set -eu
now=$(date +%s)
replicas=0
for span in $SPANS; do
  if [ "$now" -ge "\${span%-*}" ] && [ "$now" -lt "\${span#*-}" ]; then replicas=1; fi
done
if kubectl scale --replicas="$replicas" --filename=/etc/practicum/grafanas.yaml; then exit 0; fi
sed -n 's/.*namespace: "\\([^"]*\\)".*/\\1/p' /etc/practicum/grafanas.yaml |
  xargs -n 1 -P 2 kubectl scale --replicas="$replicas" statefulset grafana --namespace
`;

export interface GrafanaWindowsProps {
  readonly image: string;
  /** Namespaces with a Grafana. */
  readonly namespaces: readonly string[];
  /** When they are awake, in seconds since 1970. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  readonly placement: Fields;
}

/**
 * Wakes tenants' Grafanas while a lab needs them and puts them to sleep again, every quarter of an hour: an object for
 * all, so that a lab that opens or closes changes nothing in anybody's place.
 */
export class GrafanaWindows extends Construct {
  constructor(scope: Construct, id: string, props: GrafanaWindowsProps) {
    super(scope, id);
    const metadata = managedMetadata({ name: NAME, namespace: MONITORING_NAMESPACE });
    new ApiObject(this, 'Account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      automountServiceAccountToken: false,
    });
    this.addRights();
    new ApiObject(this, 'Files', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
      data: { 'grafanas.yaml': statefulSets(props.namespaces), 'wake-or-sleep.sh': SCRIPT },
    });
    this.addCronJob(props);
    new ApiObject(this, 'Network', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: { matchLabels: { [NAME_LABEL]: NAME } },
        policyTypes: ['Ingress', 'Egress'],
        egress: [{ to: [ANYWHERE], ports: tcp(443, 6443) }],
      },
    });
  }

  private addRights(): void {
    const name = `practicum-${NAME}`;
    new ApiObject(this, 'Role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: managedMetadata({ name }),
      rules: [
        { apiGroups: ['apps'], resources: ['statefulsets'], resourceNames: [GRAFANA], verbs: ['get'] },
        {
          apiGroups: ['apps'],
          resources: ['statefulsets/scale'],
          resourceNames: [GRAFANA],
          verbs: ['get', 'update', 'patch'],
        },
      ],
    });
    new ApiObject(this, 'Binding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: managedMetadata({ name }),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name: NAME, namespace: MONITORING_NAMESPACE }],
    });
  }

  private addCronJob({ image, spans, placement }: GrafanaWindowsProps): void {
    new ApiObject(this, 'CronJob', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: managedMetadata({ name: NAME, namespace: MONITORING_NAMESPACE }),
      spec: {
        schedule: '*/15 * * * *',
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        jobTemplate: {
          spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: 600,
            template: {
              metadata: { labels: { [NAME_LABEL]: NAME } },
              spec: {
                restartPolicy: 'Never',
                serviceAccountName: NAME,
                automountServiceAccountToken: true,
                enableServiceLinks: false,
                securityContext: podSecurity(65_534),
                ...placement,
                containers: [
                  {
                    name: 'kubectl',
                    image,
                    command: ['/bin/sh', '/etc/practicum/wake-or-sleep.sh'],
                    env: [
                      { name: 'HOME', value: '/tmp' },
                      { name: 'SPANS', value: spans.map(({ from, to }) => `${from}-${to}`).join(' ') },
                    ],
                    resources: resources({ cpu: Cpu.millis(20), memory: Bytes.mebi(192) }),
                    securityContext: CONTAINER_SECURITY,
                    volumeMounts: [
                      { name: 'files', mountPath: '/etc/practicum', readOnly: true },
                      { name: 'tmp', mountPath: '/tmp' },
                    ],
                  },
                ],
                volumes: [
                  { name: 'files', configMap: { name: NAME } },
                  { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
                ],
              },
            },
          },
        },
      },
    });
  }
}

/** What kubectl scales: names alone, quoted, since a place may be called `no`. */
const statefulSets = (namespaces: readonly string[]): string =>
  namespaces
    .map(
      (namespace) =>
        `apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: ${GRAFANA}, namespace: "${namespace}" }\n`,
    )
    .join('---\n');
