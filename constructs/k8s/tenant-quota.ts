import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { Bytes, Cpu } from '../../src/core/domain/quantity';
import { managedMetadata } from './managed-metadata';

/** Most objects of each kind that a tenant's namespace may hold, Practicum's own among them. */
export interface ObjectCounts {
  readonly configMaps: number;
  readonly secrets: number;
  readonly serviceAccounts: number;
  readonly deployments: number;
  readonly statefulSets: number;
  readonly replicaSets: number;
  readonly jobs: number;
  readonly cronJobs: number;
  readonly horizontalPodAutoscalers: number;
  readonly podDisruptionBudgets: number;
  readonly ingresses: number;
  readonly httpRoutes: number;
  readonly grpcRoutes: number;
  readonly healthCheckPolicies: number;
  readonly virtualServices: number;
  readonly destinationRules: number;
  readonly certificates: number;
}

/**
 * Room for any course's labs, and far from filling etcd. Config maps and secrets reach 1 MiB each, so a tenant holds
 * 100 MiB of them at worst; what makes pods reaches 1.5 MiB each if somebody writes that much into it on purpose,
 * some 900 MiB with all pods, of the 6 GiB that a cluster has. Each deployment keeps ten old replica sets.
 * An Ingress is a load balancer of its own, and nothing else counts those, so there are none.
 *
 * @see https://cloud.google.com/kubernetes-engine/quotas
 */
export const DEFAULT_OBJECT_COUNTS: ObjectCounts = {
  configMaps: 40,
  secrets: 60,
  serviceAccounts: 20,
  deployments: 20,
  statefulSets: 10,
  replicaSets: 220,
  jobs: 50,
  cronJobs: 5,
  horizontalPodAutoscalers: 3,
  podDisruptionBudgets: 20,
  ingresses: 0,
  httpRoutes: 10,
  grpcRoutes: 10,
  healthCheckPolicies: 10,
  virtualServices: 10,
  destinationRules: 10,
  certificates: 5,
};

const COUNTED = Object.entries({
  configMaps: 'count/configmaps',
  secrets: 'count/secrets',
  serviceAccounts: 'count/serviceaccounts',
  deployments: 'count/deployments.apps',
  statefulSets: 'count/statefulsets.apps',
  replicaSets: 'count/replicasets.apps',
  jobs: 'count/jobs.batch',
  cronJobs: 'count/cronjobs.batch',
  horizontalPodAutoscalers: 'count/horizontalpodautoscalers.autoscaling',
  podDisruptionBudgets: 'count/poddisruptionbudgets.policy',
  ingresses: 'count/ingresses.networking.k8s.io',
  httpRoutes: 'count/httproutes.gateway.networking.k8s.io',
  grpcRoutes: 'count/grpcroutes.gateway.networking.k8s.io',
  healthCheckPolicies: 'count/healthcheckpolicies.networking.gke.io',
  virtualServices: 'count/virtualservices.networking.istio.io',
  destinationRules: 'count/destinationrules.networking.istio.io',
  certificates: 'count/certificates.cert-manager.io',
} satisfies Record<keyof ObjectCounts, string>) as [keyof ObjectCounts, string][];

/** Ports of one LoadBalancer Service; Kubernetes counts a node port for each. */
const PORTS_PER_LOAD_BALANCER = 5;
/** Pod objects for each running pod: `pods` counts no finished ones, and those fill etcd as well. */
const POD_OBJECTS_PER_POD = 10;

export interface TenantQuotaProps {
  readonly namespace: string;
  readonly cpuRequests: Cpu;
  readonly cpuLimits: Cpu;
  readonly memoryRequests: Bytes;
  readonly memoryLimits: Bytes;
  /** Storage of all volumes together. */
  readonly storage: Bytes;
  /** Disk of nodes that all containers together may use: the sum of their limits. */
  readonly ephemeralStorage: Bytes;
  readonly volumes: number;
  /** Pods that are not finished. */
  readonly pods: number;
  readonly services: number;
  readonly loadBalancers: number;
  /** @default 0 */
  readonly gpus?: number;
  /** @default - what DEFAULT_OBJECT_COUNTS says, kind by kind */
  readonly objects?: Partial<ObjectCounts>;
}

/**
 * ResourceQuota of a tenant: the most it can ever use, which is what the money ceiling is computed from.
 *
 * Its name is not `gke-resource-quotas`: GKE owns that one.
 *
 * @see https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export class TenantQuota extends Construct {
  constructor(scope: Construct, id: string, props: TenantQuotaProps) {
    super(scope, id);
    const counts: ObjectCounts = { ...DEFAULT_OBJECT_COUNTS, ...props.objects };
    const hard: Record<string, string> = {
      'requests.cpu': props.cpuRequests.toString(),
      'limits.cpu': props.cpuLimits.toString(),
      'requests.memory': props.memoryRequests.toString(),
      'limits.memory': props.memoryLimits.toString(),
      'requests.storage': props.storage.toString(),
      'requests.ephemeral-storage': props.ephemeralStorage.toString(),
      'limits.ephemeral-storage': props.ephemeralStorage.toString(),
      'requests.nvidia.com/gpu': String(props.gpus ?? 0),
      // No course uses TPUs, and on Autopilot a pod that asks for one gets a node that has it.
      'requests.google.com/tpu': '0',
      persistentvolumeclaims: String(props.volumes),
      pods: String(props.pods),
      'count/pods': String(props.pods * POD_OBJECTS_PER_POD),
      services: String(props.services),
      'services.loadbalancers': String(props.loadBalancers),
      'services.nodeports': String(props.loadBalancers * PORTS_PER_LOAD_BALANCER),
    };
    for (const [kind, resource] of COUNTED) hard[resource] = String(counts[kind]);

    new ApiObject(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: managedMetadata({ name: 'tenant', namespace: props.namespace }),
      spec: { hard },
    });
  }
}
