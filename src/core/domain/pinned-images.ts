/** Images of what Practicum itself runs in clusters: by digest, so that nobody changes them under a term. */
export const PINNED_IMAGES = {
  prometheus:
    'quay.io/prometheus/prometheus:v3.12.0@sha256:69f5241418838263316593f7274a304b095c40bcf22e57272865da91bd60a8ac',
  alertmanager:
    'quay.io/prometheus/alertmanager:v0.32.1@sha256:51a825c2a40acc3e338fdd00d622e01ec090f72be2b3ea46be0839cd47a4d286',
  rbacProxy:
    'quay.io/brancz/kube-rbac-proxy:v0.18.2@sha256:7de54b6dedc8006ffd447267b826eb417a648c00f2b735b6d313395411803719',
  kubeState:
    'registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.18.0@sha256:1545919b72e3ae035454fc054131e8d0f14b42ef6fc5b2ad5c751cafa6b2130e',
  grafana:
    'docker.io/grafana/grafana:12.1.1@sha256:a1701c2180249361737a99a01bc770db39381640e4d631825d38ff4535efa47d',
  nginx:
    'docker.io/nginxinc/nginx-unprivileged:1.27-alpine@sha256:65e3e85dbaed8ba248841d9d58a899b6197106c23cb0ff1a132b7bfe0547e4c0',
  kubectl:
    'docker.io/alpine/kubectl:1.37.1@sha256:7b4cc9a9ce0d064cedeb85550266c11f2b32f010ca299525518646261e4d955e',
  /** Does nothing, and ends at once: what placeholders of a class run. */
  pause: 'registry.k8s.io/pause:3.10@sha256:ee6521f290b2168b6e0935a181d4cff9be1ac3f505666ef0e3c98fae8199917a',
  managedFrontend:
    'gke.gcr.io/prometheus-engine/frontend:v0.18.2-gke.1@sha256:35ab356d969255dd7694ae371bf0991b97907451b4c7e1574b58a096d3be5977',
} as const satisfies Readonly<Record<string, `${string}@sha256:${string}`>>;

/**
 * The same, where no digest of the release was published where we could read one. A cohort's lock may hold one, so
 * nothing takes these from here but the plan, which knows.
 */
export const TAGGED_IMAGES = {
  labelEnforcer: 'quay.io/prometheuscommunity/prom-label-proxy:v0.11.1',
  loadBalancerMetrics: 'docker.io/prometheuscommunity/stackdriver-exporter:v0.18.0',
} as const;

/** Those of them as a cluster runs them: by digest, where the cohort's lock holds one. */
export type TaggedImages = Readonly<Record<keyof typeof TAGGED_IMAGES, string>>;

/** Name of an image without its version: what a list of allowed images holds. */
export const imageName = (image: string): string => image.replace(/(:[^:/@]+)?(@sha256:[0-9a-f]{64})?$/, '');
