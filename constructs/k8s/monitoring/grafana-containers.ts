import { GRAFANA } from '../../../src/core/domain/names';
import { Bytes, Cpu } from '../../../src/core/domain/quantity';
import {
  type Amounts,
  CONTAINER_SECURITY,
  type Fields,
  resources,
} from '../../../src/core/kubernetes/hardened-pod';

/** User of Grafana's image. */
export const GRAFANA_USER = 472;
/** Port that Grafana listens on. */
export const GRAFANA_PORT = 3000;
/** Name of the volume that holds what people make: dashboards, and the password of the first login. */
export const GRAFANA_DISK = 'grafana';

const HOME = '/var/lib/grafana';
const TOKEN_FOLDER = '/var/run/secrets/practicum';
const BOARDS = '/var/lib/practicum/dashboards';

/** What the sidecar that shows the token may use; the rest of an allowance is Grafana's. */
export const TOKEN_SIDECAR: Required<Amounts> = {
  cpu: Cpu.millis(5),
  cpuLimit: Cpu.millis(100),
  memory: Bytes.mebi(16),
  memoryLimit: Bytes.mebi(48),
};

export interface GrafanaPodProps {
  readonly images: { readonly grafana: string; readonly nginx: string };
  readonly amounts: Amounts;
  /** Address that people open, with the path that Grafana serves. */
  readonly rootUrl: string;
  /** ConfigMap with `datasources.yaml`, `boards.yaml`, `prepare.sh` and `nginx.conf`. */
  readonly files: string;
  /** Where dashboards are fetched from: a folder, and the names of its files. */
  readonly boards: { readonly url: string; readonly names: readonly string[] };
  /** Audience of the token that metrics are asked with. */
  readonly audience: string;
  /** Further environment of Grafana, by name. @default - none */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Path that answers 200 when a Grafana is well. */
export const healthPath = (rootUrl: string): string => `${new URL(rootUrl).pathname}api/health`;

/** Fields of a pod with Grafana and the sidecar that asks for metrics in its name. */
export function grafanaPod(props: GrafanaPodProps): Fields {
  return {
    initContainers: [prepareContainer(props)],
    containers: [grafanaContainer(props), tokenSidecar(props)],
    volumes: [
      { name: 'files', configMap: { name: props.files } },
      { name: 'boards', emptyDir: { sizeLimit: '16Mi' } },
      { name: 'tmp', emptyDir: { sizeLimit: '64Mi' } },
      {
        name: 'token',
        projected: {
          sources: [
            { serviceAccountToken: { audience: props.audience, expirationSeconds: 3600, path: 'token' } },
          ],
        },
      },
    ],
  };
}

/** Makes the password of the first login, and fetches dashboards; both are done anew only where they are missing. */
function prepareContainer({ images, amounts, boards }: GrafanaPodProps): Fields {
  return {
    name: 'prepare',
    image: images.grafana,
    command: ['/bin/sh', '/etc/practicum/prepare.sh'],
    env: [
      { name: 'HOME_FOLDER', value: HOME },
      { name: 'BOARDS_FOLDER', value: BOARDS },
      { name: 'BOARDS_URL', value: boards.url },
      { name: 'BOARDS', value: boards.names.join(' ') },
    ],
    resources: resources(amounts),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: 'files', mountPath: '/etc/practicum', readOnly: true },
      { name: GRAFANA_DISK, mountPath: HOME },
      { name: 'boards', mountPath: BOARDS },
    ],
  };
}

function grafanaContainer({ images, amounts, rootUrl, settings = {} }: GrafanaPodProps): Fields {
  const path = healthPath(rootUrl);
  const environment: Readonly<Record<string, string>> = {
    GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
    GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
    GF_ANALYTICS_REPORTING_ENABLED: 'false',
    GF_METRICS_DISABLE_TOTAL_STATS: 'true',
    GF_NEWS_NEWS_FEED_ENABLED: 'false',
    GF_PLUGINS_PREINSTALL_DISABLED: 'true',
    GF_SECURITY_ADMIN_PASSWORD__FILE: `${HOME}/password`,
    GF_SECURITY_COOKIE_SECURE: 'true',
    GF_SERVER_ROOT_URL: rootUrl,
    GF_SERVER_SERVE_FROM_SUB_PATH: 'true',
    GF_UNIFIED_ALERTING_ENABLED: 'false',
    GF_USERS_ALLOW_SIGN_UP: 'false',
    GF_USERS_DEFAULT_THEME: 'system',
    ...settings,
  };
  return {
    name: GRAFANA,
    image: images.grafana,
    env: Object.entries(environment)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, value })),
    ports: [{ name: 'http', containerPort: GRAFANA_PORT }],
    readinessProbe: { httpGet: { path, port: GRAFANA_PORT }, periodSeconds: 10 },
    livenessProbe: {
      httpGet: { path, port: GRAFANA_PORT },
      initialDelaySeconds: 60,
      periodSeconds: 30,
      failureThreshold: 6,
    },
    resources: resources(amounts),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: GRAFANA_DISK, mountPath: HOME },
      { name: 'boards', mountPath: BOARDS, readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'files', mountPath: '/etc/grafana/provisioning/datasources/metrics.yaml', subPath: 'datasources.yaml', readOnly: true }, // prettier-ignore
      { name: 'files', mountPath: '/etc/grafana/provisioning/dashboards/practicum.yaml', subPath: 'boards.yaml', readOnly: true }, // prettier-ignore
    ],
  };
}

/** Grafana reads a token once, and a token that ends is renewed in its file: the sidecar reads it for every question. */
function tokenSidecar({ images }: GrafanaPodProps): Fields {
  return {
    name: 'metrics',
    image: images.nginx,
    command: ['nginx', '-c', '/etc/practicum/nginx.conf', '-g', 'daemon off;'],
    resources: resources(TOKEN_SIDECAR),
    securityContext: CONTAINER_SECURITY,
    volumeMounts: [
      { name: 'files', mountPath: '/etc/practicum', readOnly: true },
      { name: 'token', mountPath: TOKEN_FOLDER, readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}
