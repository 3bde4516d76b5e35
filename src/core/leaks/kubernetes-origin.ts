import { isRecord } from './inventory-text';
import type { InventoryItem } from './inventory-item';
import { textOf } from './item-facts';

/** The object in a cluster that something in Compute Engine was made for. */
export interface KubernetesOrigin {
  /** `PersistentVolumeClaim`, `Gateway`, `Service`, `Ingress`; `node` for what nodes are made of. */
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** What GKE's own names begin with: docs.cloud.google.com/kubernetes-engine and kubernetes/ingress-gce, 2026-11. */
const MADE_BY_GKE: readonly (readonly [RegExp, string])[] = [
  [/^gkegw1-/, 'Gateway'],
  [/^gkemcg1-/, 'Gateway'],
  [/^k8s1-/, 'Service'],
  [/^k8s2-/, 'Ingress'],
  [/^k8s-fw-a[0-9a-z-]/, 'Service'],
  [/^k8s-(fw-l7|be|um|tps?|fws?|ssl|ig)-/, 'Ingress'],
  [/^k8s-/, 'Service'],
  [/^a(-|[0-9a-f]{31}$)/, 'Service'],
  [/^gke-.*-pvc-|^pvc-/, 'PersistentVolumeClaim'],
  [/^gke-/, 'node'],
];

const COLLECTIONS = new Set([
  'disks', 'snapshots', 'forwardingRules', 'targetHttpProxies', 'targetHttpsProxies', 'targetTcpProxies',
  'targetSslProxies', 'targetPools', 'urlMaps', 'backendServices', 'networkEndpointGroups', 'healthChecks',
  'httpHealthChecks', 'firewalls', 'addresses', 'sslCertificates', 'instances', 'instanceGroups',
  'instanceGroupManagers', 'instanceTemplates', 'routes', 'serviceAttachments',
]); // prettier-ignore

/** What a cluster made something for: by its description, otherwise by its name; undefined for what no cluster made. */
export function tryFindOrigin({ name, facts }: InventoryItem): KubernetesOrigin | undefined {
  if (name.service !== 'compute' || !COLLECTIONS.has(name.collection)) return undefined;
  const told = facts.description === undefined ? undefined : ofDescription(facts.description);
  const kind = MADE_BY_GKE.find(([pattern]) => pattern.test(name.name))?.[1];
  if (told !== undefined) return { ...told, kind: told.kind === '' ? (kind ?? 'Service') : told.kind };
  return kind === undefined ? undefined : { kind };
}

/** GKE writes what it works for as JSON; what it writes differs from controller to controller. */
function ofDescription(text: string): KubernetesOrigin | undefined {
  const sentence = /^(\w+) "([^"]+)" in namespace "([^"]+)"$/.exec(text);
  if (sentence) return { kind: sentence[1]!, name: sentence[2]!, namespace: sentence[3]! };
  const data = parsed(text);
  if (data === undefined) return undefined;
  const claim = 'kubernetes.io/created-for/pvc';
  const volume = textOf(data, `${claim}/namespace`);
  if (volume !== undefined) return named('PersistentVolumeClaim', volume, textOf(data, `${claim}/name`));
  const path = textOf(data, 'k8sResource', 'K8sResource');
  const resource = path && /^\/?namespaces\/([^/]+)\/([a-z]+)\/([^/]+)$/.exec(path);
  if (resource) return named(KINDS[resource[2]!] ?? resource[2]!, resource[1]!, resource[3]);
  const service = textOf(data, 'kubernetes.io/service-name', 'service');
  const ingress = textOf(data, 'kubernetes.io/ingress-name');
  const owner = service ?? ingress;
  const [namespace, object] = owner?.split('/') ?? [];
  if (namespace !== undefined && object !== undefined)
    return named(service === undefined ? 'Ingress' : 'Service', namespace, object);
  const of = textOf(data, 'namespace');
  return of === undefined ? undefined : named('Service', of, textOf(data, 'service-name', 'serviceName'));
}

const KINDS: Readonly<Record<string, string>> = {
  gateways: 'Gateway',
  httproutes: 'HTTPRoute',
  services: 'Service',
  ingresses: 'Ingress',
};

const named = (kind: string, namespace: string, name: string | undefined): KubernetesOrigin => ({
  kind,
  namespace,
  ...(name === undefined ? {} : { name }),
});

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
