import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import { managedMetadata } from '../managed-metadata';
import {
  CONTAINER_SECURITY,
  type Fields,
  NAME_LABEL,
  podSecurity,
  resources,
} from '../../../src/core/kubernetes/hardened-pod';
import { ANYWHERE, tcp } from './peers';

/** Folder that a script finds its files in. */
export const SCRIPT_FOLDER = '/etc/practicum';

export interface ScheduledScriptProps {
  readonly name: string;
  /** Image with a shell and kubectl. */
  readonly image: string;
  /** Minutes from one run to the next. */
  readonly everyMinutes: 5 | 15;
  /** What stands in `/etc/practicum`, by file. */
  readonly files: Readonly<Record<string, string>>;
  /** Which of the files is run. */
  readonly script: string;
  /** @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** All that its account may do. */
  readonly rules: readonly Fields[];
  /** Where it may: in all namespaces, in that of the staff's programs, or where others bind it. */
  readonly holds: 'everywhere' | 'at home' | 'where bound';
  readonly placement: Fields;
  /** Most that it may use for a moment. @default - no more than is set aside for it */
  readonly memoryLimit?: Bytes;
}

/** Name of the role of a script, and of what binds it. */
export const scriptRole = (name: string): string => `practicum-${name}`;

/**
 * Script of the staff's that runs by the clock inside a cluster: with an account of its own, rights that are written
 * out, files that change without it, and no way in or out but to the API.
 */
export class ScheduledScript extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledScriptProps) {
    super(scope, id);
    const { name } = props;
    const metadata = managedMetadata({ name, namespace: MONITORING_NAMESPACE });
    new ApiObject(this, 'Account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata,
      automountServiceAccountToken: false,
    });
    this.addRights(props);
    new ApiObject(this, 'Files', { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: props.files });
    this.addCronJob(props);
    new ApiObject(this, 'Network', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata,
      spec: {
        podSelector: { matchLabels: { [NAME_LABEL]: name } },
        policyTypes: ['Ingress', 'Egress'],
        egress: [{ to: [ANYWHERE], ports: tcp(443, 6443) }],
      },
    });
  }

  private addRights({ name: account, rules, holds }: ScheduledScriptProps): void {
    const name = scriptRole(account);
    new ApiObject(this, 'Role', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: managedMetadata({ name }),
      rules,
    });
    if (holds === 'where bound') return;
    const isEverywhere = holds === 'everywhere';
    new ApiObject(this, 'Binding', {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: isEverywhere ? 'ClusterRoleBinding' : 'RoleBinding',
      metadata: managedMetadata(isEverywhere ? { name } : { name: account, namespace: MONITORING_NAMESPACE }),
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name: account, namespace: MONITORING_NAMESPACE }],
    });
  }

  private addCronJob({ name, everyMinutes, ...props }: ScheduledScriptProps): void {
    new ApiObject(this, 'CronJob', {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      spec: {
        schedule: `*/${everyMinutes} * * * *`,
        concurrencyPolicy: 'Forbid',
        successfulJobsHistoryLimit: 1,
        failedJobsHistoryLimit: 1,
        jobTemplate: {
          spec: {
            backoffLimit: 0,
            activeDeadlineSeconds: 600,
            template: {
              metadata: { labels: { [NAME_LABEL]: name } },
              spec: {
                restartPolicy: 'Never',
                serviceAccountName: name,
                automountServiceAccountToken: true,
                enableServiceLinks: false,
                securityContext: podSecurity(65_534),
                ...props.placement,
                containers: [containerOf(props)],
                volumes: [
                  { name: 'files', configMap: { name } },
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

const containerOf = ({
  image,
  script,
  env = {},
  memoryLimit,
}: Pick<ScheduledScriptProps, 'image' | 'script' | 'env' | 'memoryLimit'>): Fields => ({
  name: 'kubectl',
  image,
  command: ['/bin/sh', `${SCRIPT_FOLDER}/${script}`],
  env: [{ name: 'HOME', value: '/tmp' }, ...Object.entries(env).map(([name, value]) => ({ name, value }))],
  resources: resources({
    cpu: Cpu.millis(20),
    memory: Bytes.mebi(192),
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
  }),
  securityContext: CONTAINER_SECURITY,
  volumeMounts: [
    { name: 'files', mountPath: SCRIPT_FOLDER, readOnly: true },
    { name: 'tmp', mountPath: '/tmp' },
  ],
});
