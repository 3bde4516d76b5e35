import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { managedMetadata } from '../managed-metadata';
import {
  FILES_ANNOTATION,
  type Fields,
  NAME_LABEL,
  podSecurity,
} from '../../../src/core/kubernetes/hardened-pod';

/** What a role allows. */
export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export interface MonitoringProgramProps {
  readonly name: string;
  /** Further labels of its pods. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** User that the image runs as. */
  readonly user: number;
  readonly containers: readonly Fields[];
  readonly initContainers?: readonly Fields[];
  readonly volumes?: readonly Fields[];
  /** Where the pod may run. */
  readonly placement: Fields;
  /** What changes when the files of the pod do. */
  readonly filesHash?: string;
  /** What its account may do in the whole cluster; without it the pod gets no token. */
  readonly clusterRules?: readonly Rule[];
  /** ClusterRoles of others that its account gets, by name of the binding. */
  readonly clusterRoles?: Readonly<Record<string, string>>;
  /** Whether the pod has a token of its account though no rule is its own. @default - with clusterRules */
  readonly token?: boolean;
  /** A disk of its own: it goes with the program, and stays when the pod restarts. */
  readonly disk?: { readonly name: string; readonly size: string };
  /** The same, for one whose size may grow: Kubernetes changes no disk of a StatefulSet. */
  readonly growingDisk?: { readonly name: string; readonly size: string };
  readonly ports?: readonly { readonly name: string; readonly port: number }[];
  /** Who may connect, and what it may connect to. */
  readonly network: { readonly ingress: readonly Fields[]; readonly egress: readonly Fields[] };
}

/**
 * One program of the monitoring namespace: account, rights, pod, Service and the network policy that lets it do its work.
 *
 * A program with a disk is a StatefulSet, which makes its claim itself; one whose disk grows has a claim beside it, and ends
 * before it starts anew, since a disk is for one pod at a time.
 */
export class MonitoringProgram extends Construct {
  constructor(scope: Construct, id: string, props: MonitoringProgramProps) {
    super(scope, id);
    this.addAccount(props);
    this.addClaim(props);
    this.addWorkload(props);
    this.addService(props);
    this.addNetworkPolicy(props);
  }

  private addAccount({ name, clusterRules, clusterRoles = {} }: MonitoringProgramProps): void {
    new ApiObject(this, 'Account', {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      automountServiceAccountToken: false,
    });
    const own = `practicum-${name}`;
    if (clusterRules !== undefined) {
      new ApiObject(this, 'Role', {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRole',
        metadata: managedMetadata({ name: own }),
        rules: clusterRules,
      });
    }
    const roles = { ...(clusterRules === undefined ? {} : { [own]: own }), ...clusterRoles };
    for (const [binding, role] of Object.entries(roles)) {
      new ApiObject(this, `Binding ${binding}`, {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'ClusterRoleBinding',
        metadata: managedMetadata({ name: binding }),
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: role },
        subjects: [{ kind: 'ServiceAccount', name, namespace: MONITORING_NAMESPACE }],
      });
    }
  }

  private addClaim({ growingDisk: disk }: MonitoringProgramProps): void {
    if (disk === undefined) return;
    new ApiObject(this, 'Claim', {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: managedMetadata({ name: disk.name, namespace: MONITORING_NAMESPACE }),
      spec: claimSpec(disk.size),
    });
  }

  private addWorkload(props: MonitoringProgramProps): void {
    const { name, disk, growingDisk, volumes = [] } = props;
    const claimed =
      growingDisk === undefined
        ? []
        : [{ name: growingDisk.name, persistentVolumeClaim: { claimName: growingDisk.name } }];
    new ApiObject(this, 'Workload', {
      apiVersion: 'apps/v1',
      kind: disk === undefined ? 'Deployment' : 'StatefulSet',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      spec: {
        replicas: 1,
        selector: { matchLabels: { [NAME_LABEL]: name } },
        ...(disk === undefined ? {} : diskFields(name, disk)),
        ...(growingDisk === undefined ? {} : { strategy: { type: 'Recreate' } }),
        template: {
          metadata: {
            labels: { [NAME_LABEL]: name, ...props.labels },
            ...(props.filesHash === undefined
              ? {}
              : { annotations: { [FILES_ANNOTATION]: props.filesHash } }),
          },
          spec: {
            serviceAccountName: name,
            automountServiceAccountToken: props.token ?? props.clusterRules !== undefined,
            enableServiceLinks: false,
            securityContext: podSecurity(props.user),
            ...props.placement,
            ...(props.initContainers === undefined ? {} : { initContainers: props.initContainers }),
            containers: props.containers,
            ...(volumes.length + claimed.length === 0 ? {} : { volumes: [...volumes, ...claimed] }),
          },
        },
      },
    });
  }

  private addService({ name, ports = [] }: MonitoringProgramProps): void {
    if (ports.length === 0) return;
    new ApiObject(this, 'Service', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      spec: {
        type: 'ClusterIP',
        selector: { [NAME_LABEL]: name },
        ports: ports.map(({ name: portName, port }) => ({
          name: portName,
          protocol: 'TCP',
          port,
          targetPort: port,
        })),
      },
    });
  }

  private addNetworkPolicy({ name, network }: MonitoringProgramProps): void {
    new ApiObject(this, 'Network', {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: managedMetadata({ name, namespace: MONITORING_NAMESPACE }),
      spec: {
        podSelector: { matchLabels: { [NAME_LABEL]: name } },
        policyTypes: ['Ingress', 'Egress'],
        ...(network.ingress.length === 0 ? {} : { ingress: network.ingress }),
        ...(network.egress.length === 0 ? {} : { egress: network.egress }),
      },
    });
  }
}

const claimSpec = (storage: string): Fields => ({
  accessModes: ['ReadWriteOnce'],
  resources: { requests: { storage } },
});

const diskFields = (serviceName: string, disk: { readonly name: string; readonly size: string }): Fields => ({
  serviceName,
  // The disk goes when the program does: a term leaves none behind.
  persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete', whenScaled: 'Retain' },
  volumeClaimTemplates: [
    {
      metadata: { name: disk.name },
      spec: claimSpec(disk.size),
    },
  ],
});
