import { MESH_INGRESS_NAMESPACE, MESH_NAMESPACE } from '../../domain/mesh';
import { LABEL_DOMAIN, MONITORING_NAMESPACE } from '../../domain/names';
import type { CatalogueImage } from '../toolkit';
import type { ChartValues, SharedChart } from './shared-chart';

/**
 * One release for all of it: of this one the archive of every chart and the index of every image is told by its digest,
 * of younger ones not yet. To raise it, change it together with every digest in this file.
 */
const VERSION = '1.30.5';
/** Where images come from when nothing names them whole; the default of these charts closes in December 2026. */
const HUB = 'docker.io/istio';
/** Images without a shell. */
const VARIANT = 'distroless';
const DATE = '2026-10';
const PINNED = 'a public project that pins it by digest';

/** What the profile `ambient` of each chart starts from; on GKE it makes the quota that such pods need outside of kube-system. */
const AMBIENT: ChartValues = { profile: 'ambient' };
/**
 * None of this chooses an image that starts: `image`, and what istiod gives to Gateways, are whole references, which the
 * charts take as they are wherever there is a `/` in them.
 * @see https://github.com/istio/istio/tree/release-1.30/manifests/charts (read 2026-11)
 */
const GLOBAL: Readonly<Record<'platform' | 'hub' | 'tag' | 'variant', string>> = {
  platform: 'gke',
  hub: HUB,
  tag: VERSION,
  variant: VARIANT,
};

const image = (name: string, digest: string, tag = `${VERSION}-${VARIANT}`): CatalogueImage => ({
  ref: `${HUB}/${name}:${tag}@sha256:${digest}`,
  source: `${PINNED}; https://hub.docker.com/r/istio/${name}/tags`,
  date: DATE,
});

const PILOT = image('pilot', '78052a996140d7f0a3f03d04fb3352714cbc40e0b69dcf70b59ee07511ff3dfb');
const INSTALL_CNI = image('install-cni', '7285115c6b02054c059b71dff0a446dc045a65b1c5cdc652806c94aed1de8d73');
const ZTUNNEL = image('ztunnel', '885b9b64d41c750768d9f4e80b01dcd7808dc4ac5de50252671542b72def6e09');
/** Told as the proxy of this release's waypoints; which variant that is was not said, and the digest alone decides. */
const PROXY = image('proxyv2', '658e29ad3b72b20f62f3133088d12ac2abd29abe119209478babce32fd44a94d', VERSION);

const ofIstio = {
  version: VERSION,
  appVersion: VERSION,
  licence: 'Apache-2.0',
  homepage: 'https://istio.io',
  namespace: MESH_NAMESPACE,
  neededBy: ['istio'],
} as const;

/** Where a chart is published, and the digest of its archive. */
const published = (name: string, archive: string, source = PINNED): Pick<SharedChart, 'origin' | 'pin'> => ({
  origin: { oci: `ghcr.io/istio/release/charts/${name}` },
  pin: { archive, source: `${source}; https://github.com/istio/istio/releases/tag/${VERSION}`, date: DATE },
});

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
  ...published('base', '585a2eff20163239121c8eff3d48a2498b5af458418b1a2eee9f282846fca635'),
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
  ...published(
    'istiod',
    'c91d0f8c102a377795da2145eb23912dc648a3277c973b9cfd0049a4d76f096a',
    `${PINNED}, and Istio’s own index of charts`,
  ),
  shared: 'A mesh has one: it knows every pod, and signs who each is.',
  apart:
    'It signs for a pod the account of its own namespace and no other; routes and rules of a place are held to that place by admission.',
  release: 'istiod',
  order: 21,
  values: () => ({
    ...AMBIENT,
    global: { ...GLOBAL, proxy: { image: PROXY.ref }, proxy_init: { image: PROXY.ref } },
    image: PILOT.ref,
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
  images: [PILOT, PROXY],
};

/** What puts a pod's network into the mesh, on each node. */
export const istioCni: SharedChart = {
  ...ofIstio,
  id: 'istio-cni',
  title: 'Node agent of Istio',
  ...published('cni', '778e098e11880b8490a4003159e3cf33c991af830e37e8f7b9a58c4099aacadb'),
  shared: 'A node has one network for the pods of all.',
  apart: 'It sets rules inside of each pod’s own network and reads nothing of what the pod sends.',
  release: 'istio-cni',
  order: 22,
  values: () => ({
    ...AMBIENT,
    global: GLOBAL,
    // Not below `cni`, from where some versions of the chart copy values up here, and some do not.
    image: INSTALL_CNI.ref,
    cni: {
      resources: { requests: { cpu: '20m', memory: '64Mi' }, limits: { memory: '256Mi' } },
      // Names would be asked for by ztunnel, past the network policies of places.
      ambient: { dnsCapture: false },
    },
  }),
  images: [INSTALL_CNI],
};

/** What encrypts and checks, on each node. */
export const istioZtunnel: SharedChart = {
  ...ofIstio,
  id: 'istio-ztunnel',
  title: 'Tunnels of Istio',
  ...published('ztunnel', 'bc285ca0f2d858befa13887ecdb086d14c8009a8ecd370829591c4bc95e89cd1'),
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
    image: ZTUNNEL.ref,
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '1Gi' } },
  }),
  images: [ZTUNNEL],
};
