import { MESH_INGRESS_NAMESPACE, MESH_NAMESPACE } from '../../domain/mesh';
import { LABEL_DOMAIN, MONITORING_NAMESPACE } from '../../domain/names';
import type { CatalogueImage } from '../toolkit';
import type { ChartValues, SharedChart } from './shared-chart';

const VERSION = '1.31.1';
const HUB = 'docker.io/istio';
/** Images without a shell. */
const VARIANT = 'distroless';

/** What the profile `ambient` of each chart starts from; on GKE it makes the quota that such pods need outside of kube-system. */
const AMBIENT: ChartValues = { profile: 'ambient' };
const GLOBAL: ChartValues = { platform: 'gke', hub: HUB, tag: VERSION, variant: VARIANT };

const image = (name: string): CatalogueImage => ({
  ref: `${HUB}/${name}:${VERSION}-${VARIANT}`,
  source: `https://hub.docker.com/r/istio/${name}/tags`,
  date: '2026-11',
  unpinned: 'no digest of this version was published where we could read one',
});

const PROXY: CatalogueImage = {
  ref: `${HUB}/proxyv2:${VERSION}-${VARIANT}@sha256:15e6087b4033bc6cfbcddc4b47d93cb0c2ec6f1a4730c349ee1f3308108e4acf`,
  source: 'https://hub.docker.com/r/istio/proxyv2/tags',
  date: '2026-10',
};

const ofIstio = {
  version: VERSION,
  appVersion: VERSION,
  pin: { unpinned: 'no digest of this chart was published where we could read one' },
  licence: 'Apache-2.0',
  homepage: 'https://istio.io',
  namespace: MESH_NAMESPACE,
  neededBy: ['istio'],
} as const;

const chart = (name: string): SharedChart['origin'] => ({ oci: `ghcr.io/istio/release/charts/${name}` });

/** Namespaces that the control plane looks at: places, what scrapes them, and its own. */
const DISCOVERED: ChartValues['discoverySelectors'] = [
  { matchExpressions: [{ key: `${LABEL_DOMAIN}/tenant`, operator: 'Exists' }] },
  {
    matchExpressions: [
      {
        key: 'kubernetes.io/metadata.name',
        operator: 'In',
        values: [MESH_INGRESS_NAMESPACE, MESH_NAMESPACE, MONITORING_NAMESPACE],
      },
    ],
  },
];

/** Kinds of Istio, before anything of those kinds. */
export const istioBase: SharedChart = {
  ...ofIstio,
  id: 'istio-base',
  title: 'Kinds of Istio',
  origin: chart('base'),
  shared: 'Kinds belong to a cluster and not to a namespace.',
  apart: 'Nothing of it runs; which of its objects a student may write, roles and admission policies say.',
  release: 'istio-base',
  order: 20,
  values: () => ({ ...AMBIENT, global: GLOBAL, defaultRevision: 'default' }),
  images: [],
};

/** Control plane of the mesh: certificates, and what gateway and ztunnels are told. */
export const istiod: SharedChart = {
  ...ofIstio,
  id: 'istiod',
  title: 'Control plane of Istio',
  origin: chart('istiod'),
  shared: 'A mesh has one: it knows every pod, and signs who each is.',
  apart:
    'It signs for a pod the account of its own namespace and no other; routes and rules of a place are held to that place by admission.',
  release: 'istiod',
  order: 21,
  values: () => ({
    ...AMBIENT,
    global: GLOBAL,
    // Two that stay two: with one, its own disruption budget would hold up every upgrade of a node.
    autoscaleEnabled: false,
    replicaCount: 2,
    resources: {
      requests: { cpu: '200m', memory: '384Mi' },
      limits: { memory: '1Gi' },
    },
    nodeSelector: { [`${LABEL_DOMAIN}/pool`]: 'system' },
    tolerations: [
      {
        key: 'components.gke.io/gke-managed-components',
        operator: 'Equal',
        value: 'true',
        effect: 'NoSchedule',
      },
    ],
    meshConfig: {
      accessLogFile: '',
      discoverySelectors: DISCOVERED,
      // The caller's own address, as Google's load balancer tells it.
      defaultConfig: { gatewayTopology: { numTrustedProxies: 2 } },
    },
  }),
  images: [image('pilot'), PROXY],
};

/** What puts a pod's network into the mesh, on each node. */
export const istioCni: SharedChart = {
  ...ofIstio,
  id: 'istio-cni',
  title: 'Node agent of Istio',
  origin: chart('cni'),
  shared: 'A node has one network for the pods of all.',
  apart: 'It sets rules inside of each pod’s own network and reads nothing of what the pod sends.',
  release: 'istio-cni',
  order: 22,
  values: () => ({
    ...AMBIENT,
    global: GLOBAL,
    cni: {
      resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '256Mi' } },
      // Names would be asked for by ztunnel, past the network policies of places.
      ambient: { dnsCapture: false },
    },
  }),
  images: [image('install-cni')],
};

/** What encrypts and checks, on each node. */
export const istioZtunnel: SharedChart = {
  ...ofIstio,
  id: 'istio-ztunnel',
  title: 'Tunnels of Istio',
  origin: chart('ztunnel'),
  shared: 'A node has one for the pods of all, which is why the mesh takes no room in a place.',
  apart:
    'It holds a certificate for each account on its node, listens inside of each pod’s own network, and refuses whom the rules of that pod’s namespace do not name.',
  release: 'ztunnel',
  order: 23,
  values: () => ({
    ...AMBIENT,
    global: { platform: 'gke' },
    hub: HUB,
    tag: VERSION,
    variant: VARIANT,
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '1Gi' } },
  }),
  images: [image('ztunnel')],
};
