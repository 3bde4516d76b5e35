import { MONITORING_NAMESPACE } from '../../../src/core/domain/names';
import { MANAGED_SCRAPER } from '../tenant-isolation';
import { TENANT_LABEL } from '../tenant-namespace';
import { type Fields, NAME_LABEL } from '../../../src/core/kubernetes/hardened-pod';

/** Pods of tenants, whichever. */
export const TENANTS: Fields = {
  namespaceSelector: { matchExpressions: [{ key: TENANT_LABEL, operator: 'Exists' }] },
};

/** Pods of a program of the monitoring namespace, from within. */
export const program = (name: string): Fields => ({ podSelector: { matchLabels: { [NAME_LABEL]: name } } });

/** Pods of a program of the monitoring namespace, from elsewhere. */
export const programFromOutside = (name: string): Fields => ({
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': MONITORING_NAMESPACE } },
  ...program(name),
});

/** What Google collects with, on every node. */
export const MANAGED_COLLECTOR: Fields = {
  namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': MANAGED_SCRAPER.namespace } },
  ...program(MANAGED_SCRAPER.program),
};

/** Pods of a mesh's gateways, where a course has one: Envoy and its agent tell of requests there. */
export const MESH_GATEWAYS: Fields = {
  namespaceSelector: {
    matchExpressions: [
      { key: 'kubernetes.io/metadata.name', operator: 'In', values: ['istio-ingress', 'istio-system'] },
    ],
  },
};

/** The API server, Google's APIs and mail servers have no address that is known before. */
export const ANYWHERE: Fields = { ipBlock: { cidr: '0.0.0.0/0' } };

export const tcp = (...ports: readonly number[]): readonly Fields[] =>
  ports.map((port) => ({ protocol: 'TCP', port }));

/** Ways to Google's APIs, and to the metadata server, which gives the token for them. */
export const GOOGLE_APIS: readonly Fields[] = [
  { to: [ANYWHERE], ports: tcp(443, 6443) },
  { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: tcp(80) },
  { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: tcp(988) },
];
