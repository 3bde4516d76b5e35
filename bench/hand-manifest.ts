import type { CohortPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { NETWORK_POLICIES } from './hand-network-policies';

/** A tenant's Kubernetes objects, written out. */
export function manifestByHand({ cohort, staff }: CohortPlan, tenant: TenantPlan): string {
  const { namespace, host } = tenant;
  return [
    namespaceObject(cohort, tenant),
    quota(tenant),
    limits(tenant),
    ...NETWORK_POLICIES.map(([name, spec]) => networkPolicy(namespace, name, spec)),
    ...roleBinding(namespace, 'tenant', 'practicum-student', tenant.members),
    ...roleBinding(namespace, 'instructors', 'practicum-instructor', staff.instructors),
    ...roleBinding(namespace, 'tas', 'practicum-ta', staff.tas),
    `${head('v1', 'ServiceAccount', 'lab', namespace)}automountServiceAccountToken: false\n`,
    `${head('v1', 'Service', 'web', namespace)}spec:
  ports:
    - name: http
      port: 80
      protocol: TCP
      targetPort: 8000
  selector:
    app: web
  type: ClusterIP
`,
    `${head('gateway.networking.k8s.io/v1', 'HTTPRoute', 'web', namespace)}spec:
  hostnames:
    - ${host}
  parentRefs:
    - kind: Gateway
      name: labs
      namespace: practicum-system
      sectionName: https
  rules:
    - backendRefs:
        - name: web
          port: 80
`,
    `${head('networking.gke.io/v1', 'HealthCheckPolicy', 'web', namespace)}spec:
  default:
    config:
      tcpHealthCheck:
        portSpecification: USE_SERVING_PORT
      type: TCP
  targetRef:
    group: ""
    kind: Service
    name: web
`,
  ].join('---\n');
}

function head(apiVersion: string, kind: string, name: string, namespace: string): string {
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata:
  labels:
    app.kubernetes.io/managed-by: practicum
  name: ${name}
  namespace: ${namespace}
`;
}

function namespaceObject(cohort: string, { handle, host, kind, namespace, registry }: TenantPlan): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  annotations:
    practicum.dev/host: ${host}
    practicum.dev/registry: ${registry.path}
  labels:
    app.kubernetes.io/managed-by: practicum
    pod-security.kubernetes.io/audit: restricted
    pod-security.kubernetes.io/audit-version: latest
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: latest
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/warn-version: latest
    practicum.dev/cohort: ${cohort}
    practicum.dev/gateway: "true"
    practicum.dev/kind: ${kind}
    practicum.dev/tenant: ${handle}
  name: ${namespace}
`;
}

function quota({ namespace, quota: most }: TenantPlan): string {
  return `${head('v1', 'ResourceQuota', 'tenant', namespace)}spec:
  hard:
    count/configmaps: "40"
    count/cronjobs.batch: "5"
    count/deployments.apps: "20"
    count/grpcroutes.gateway.networking.k8s.io: "10"
    count/healthcheckpolicies.networking.gke.io: "10"
    count/horizontalpodautoscalers.autoscaling: "3"
    count/httproutes.gateway.networking.k8s.io: "10"
    count/ingresses.networking.k8s.io: "0"
    count/jobs.batch: "50"
    count/poddisruptionbudgets.policy: "20"
    count/pods: "${most.pods * 10}"
    count/replicasets.apps: "220"
    count/secrets: "60"
    count/serviceaccounts: "20"
    count/statefulsets.apps: "10"
    limits.cpu: ${most.cpuLimit}
    limits.ephemeral-storage: ${most.ephemeralStorage}
    limits.memory: ${most.memoryLimit}
    persistentvolumeclaims: "${most.volumes}"
    pods: "${most.pods}"
    requests.cpu: ${most.cpu}
    requests.ephemeral-storage: ${most.ephemeralStorage}
    requests.memory: ${most.memory}
    requests.nvidia.com/gpu: "${most.gpus}"
    requests.storage: ${most.storage}
    services: "${most.services}"
    services.loadbalancers: "${most.loadBalancers}"
    services.nodeports: "${most.loadBalancers * 5}"
`;
}

function limits({ namespace, quota: most }: TenantPlan): string {
  return `${head('v1', 'LimitRange', 'tenant', namespace)}spec:
  limits:
    - default:
        cpu: 250m
        ephemeral-storage: 1Gi
        memory: 256Mi
      defaultRequest:
        cpu: 25m
        ephemeral-storage: 128Mi
        memory: 64Mi
      max:
        cpu: ${most.cpuLimit}
        memory: ${most.memoryLimit}
      type: Container
    - max:
        cpu: ${most.cpuLimit}
        memory: ${most.memoryLimit}
      type: Pod
    - max:
        storage: ${most.storage}
      min:
        storage: 1Gi
      type: PersistentVolumeClaim
`;
}

function roleBinding(
  namespace: string,
  name: string,
  role: string,
  people: readonly string[],
): readonly string[] {
  if (people.length === 0) return [];
  const subjects = people.map(
    (email) => `  - apiGroup: rbac.authorization.k8s.io\n    kind: User\n    name: ${email}\n`,
  );
  const roleRef = `roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ClusterRole\n  name: ${role}\n`;
  const binding = head('rbac.authorization.k8s.io/v1', 'RoleBinding', name, namespace);
  return [`${binding}${roleRef}subjects:\n${subjects.join('')}`];
}

function networkPolicy(namespace: string, name: string, spec: string): string {
  return `${head('networking.k8s.io/v1', 'NetworkPolicy', name, namespace)}spec:\n${spec}`;
}
