import type { KubernetesDocument } from '../artifacts';
import { NAMES } from '../expected-names';
import type { Json } from '../json-value';
import { at, isMap, labelsAt, listAt, quoted, textAt, textsAt } from '../json-value';
import { nameOf } from '../kubernetes/cluster-objects';
import type { ClusterWorld } from '../world';
import type { MonitoringFault } from './monitoring-fault';
import { broken, unguarded } from './monitoring-fault';
import { parsedFile, tryFindFiles } from './parsed-file';
import { queryGuardFaults } from './query-guard-faults';

const SERVER = '127.0.0.1:9090';
const ENFORCER = '127.0.0.1:9091';
const GUARD = '127.0.0.1:9092';
const FOLDER = '/etc/kube-rbac-proxy';
/** Files that the ways to metrics are built of, and where they are looked for. */
const FILES = [
  { name: 'metrics-proxies', folder: FOLDER },
  { name: 'query-guard', folder: '/etc/query-guard' },
];

/** What answers questions; nothing that changes the server or tells how it is set up. */
const QUESTIONS =
  '/api/v1/query /api/v1/query_range /api/v1/query_exemplars /api/v1/series /api/v1/labels /api/v1/label/*/values /api/v1/rules /api/v1/alerts /federate'.split(
    ' ',
  );
/** What staff may see of the server beside. */
const OF_SERVER =
  '/api/v1/metadata /api/v1/targets /api/v1/status/buildinfo /api/v1/status/tsdb /api/v1/status/runtimeinfo'.split(
    ' ',
  );

/** Arguments of a container: those that must be there as they stand, and those whose value is free. */
interface MeantArguments {
  readonly exact: readonly string[];
  readonly free: readonly string[];
  /** @default - that of the image */
  readonly command?: readonly string[];
}

const proxyArguments = (who: string, port: number, health: number, upstream: string): MeantArguments => ({
  exact: [
    `--secure-listen-address=0.0.0.0:${port}`,
    `--upstream=http://${upstream}/`,
    `--config-file=${FOLDER}/${who}.yaml`,
    `--auth-token-audiences=${NAMES.metricsAudience}`,
    `--proxy-endpoints-port=${health}`,
  ],
  free: ['--allow-paths='],
});

/** Containers of the pod that holds all metrics: one on loopback, and the only ways to it. */
const PROXIES: Readonly<Record<string, MeantArguments>> = {
  'label-enforcer': {
    exact: [
      `-insecure-listen-address=${ENFORCER}`,
      `-upstream=http://${SERVER}`,
      '-label=namespace',
      `-header-name=${NAMES.metricsHeader}`,
    ],
    free: ['-enable-label-apis'],
  },
  'staff-proxy': proxyArguments('staff', 8444, 8644, SERVER),
  'tenants-proxy': proxyArguments('tenants', 8443, 8643, GUARD),
  'query-guard': {
    exact: [],
    free: [],
    command: ['nginx', '-c', '/etc/query-guard/nginx.conf', '-g', 'daemon off;'],
  },
};

function serverArguments({ monitoring, project }: ClusterWorld): MeantArguments {
  const listen = `--web.listen-address=${SERVER}`;
  if (monitoring.collector === 'google-managed')
    return { exact: [listen, `--query.project-id=${project}`], free: [] };
  return {
    exact: [listen, '--config.file=/etc/prometheus/prometheus.yml'],
    free: ['--storage.tsdb.', '--query.', '--enable-feature=auto-reload-config'],
  };
}

/** Bounds without which one question, or one tenant, takes all that the server has. */
const BOUNDS = ['--query.max-samples=', '--query.timeout=', '--storage.tsdb.retention.size='];

/** What is wrong with the pod that holds all metrics, and with the Services that lead to it. */
export function metricsPodFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const { objects } = cluster;
  const server = objects
    .in(NAMES.monitoringNamespace, 'Deployment')
    .find((each) => nameOf(each) === 'prometheus');
  return [
    ...(server === undefined ? [] : podFaults(cluster, server)),
    ...proxyFileFaults(cluster),
    ...queryGuardFaults(cluster),
    ...objects.in(NAMES.monitoringNamespace, 'Service').flatMap(serviceFaults),
  ];
}

function podFaults(cluster: ClusterWorld, pod: KubernetesDocument): readonly MonitoringFault[] {
  const meant: Readonly<Record<string, MeantArguments>> = {
    ...PROXIES,
    prometheus: serverArguments(cluster),
  };
  const spec = at(pod.object, 'spec', 'template', 'spec');
  const containers = [...listAt(spec, 'containers'), ...listAt(spec, 'initContainers')];
  const folders = listAt(spec, 'volumes').filter((volume) =>
    FILES.some(({ name }) => at(volume, 'name') === name && at(volume, 'configMap', 'name') !== name),
  );
  return [
    ...containers.flatMap((container) => containerFaults(pod, container, meant)),
    ...Object.keys(meant)
      .filter((name) => !containers.some((each) => at(each, 'name') === name))
      .map((name) => broken(pod, 'The pod that holds all metrics lacks a container', `has no ${name}`)),
    ...folders.map((volume) =>
      unguarded(pod, 'A proxy of metrics has another configuration', `says ${quoted(volume)}`),
    ),
    ...(cluster.monitoring.collector === 'google-managed'
      ? []
      : BOUNDS.filter((bound) => !containers.some((each) => textsAt(each, 'args').some(startsWith(bound))))
    ).map((bound) =>
      unguarded(pod, 'One question or one tenant may take all of the server', `has no ${bound}…`),
    ),
  ];
}

const startsWith =
  (prefix: string) =>
  (text: string): boolean =>
    text.startsWith(prefix);

function containerFaults(
  pod: KubernetesDocument,
  container: Json,
  meant: Readonly<Record<string, MeantArguments>>,
): readonly MonitoringFault[] {
  const name = textAt(container, 'name') ?? '';
  const own = meant[name];
  if (own === undefined)
    return [
      unguarded(
        pod,
        'A container beside the one that holds all metrics reaches it on loopback',
        `has the container ${name}`,
      ),
    ];
  const args = textsAt(container, 'args');
  const strange = args.filter(
    (arg) => !own.exact.includes(arg) && !own.free.some((prefix) => arg.startsWith(prefix)),
  );
  const missing = own.exact.filter((arg) => !args.includes(arg));
  const faults: readonly (readonly string[])[] = [
    strange.map((arg) => `is called with ${arg}`),
    missing.map((arg) => `is not called with ${arg}`),
    JSON.stringify(at(container, 'command')) === JSON.stringify(own.command)
      ? []
      : [`runs ${quoted(at(container, 'command'))}`],
    own.free.includes('--allow-paths=') ? pathFaults(args, name === 'staff-proxy') : [],
    listAt(container, 'volumeMounts')
      .filter((mount) =>
        FILES.some(({ name, folder }) => at(mount, 'name') === name && at(mount, 'mountPath') !== folder),
      )
      .map((mount) => `has its files at ${quoted(at(mount, 'mountPath'))}`),
  ];
  return faults
    .flat()
    .map((says) => unguarded(pod, `The container ${name} is not the one that is meant`, `${name} ${says}`));
}

function pathFaults(args: readonly string[], ofStaff: boolean): readonly string[] {
  const lists = args.filter(startsWith('--allow-paths='));
  const meant = ofStaff ? [...QUESTIONS, ...OF_SERVER] : QUESTIONS;
  if (lists.length !== 1) return ['is not called with one list of paths'];
  const paths = lists[0]!.slice('--allow-paths='.length).split(',');
  return paths.filter((path) => !meant.includes(path)).map((path) => `lets through ${path}`);
}

const RIGHT = { apiGroup: 'monitoring.practicum.dev', resource: 'metrics' };

/** The review of each proxy: for tenants in the namespace of the header, for staff in the whole cluster. */
const REVIEWS: Readonly<Record<string, Json>> = {
  'staff.yaml': { authorization: { resourceAttributes: RIGHT } },
  'tenants.yaml': {
    authorization: {
      resourceAttributes: { ...RIGHT, namespace: '{{ .Value }}' },
      rewrites: { byHttpHeader: { name: NAMES.metricsHeader } },
    },
  },
};

function proxyFileFaults(cluster: ClusterWorld): readonly MonitoringFault[] {
  const files = tryFindFiles(cluster, 'metrics-proxies');
  if (files === undefined) return [];
  return Object.entries(REVIEWS)
    .filter(([name, review]) => sorted(parsedFile(files, name)) !== sorted(review))
    .map(([name]) =>
      unguarded(
        files,
        'A proxy of metrics does not ask for the right that it should',
        `${name} says otherwise than who may ask, and where`,
      ),
    );
}

/** JSON with the keys of every object in order. */
const sorted = (value: Json | undefined): string =>
  JSON.stringify(value, (_, inner: Json) =>
    isMap(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  ) ?? '';

/** Programs that Services of the monitoring namespace lead to, and the ports that are theirs. */
const SERVICES: Readonly<Record<string, readonly [program: string, ports: readonly number[]]>> = {
  metrics: ['prometheus', [8443, 8444]],
  alertmanager: ['alertmanager', [9093]],
  dashboards: ['dashboards', [8080]],
  grafana: [NAMES.grafana, [3000]],
  'kube-state-metrics': ['kube-state-metrics', [8080]],
  'load-balancer-metrics': ['load-balancer-metrics', [9255]],
};

function serviceFaults(service: KubernetesDocument): readonly MonitoringFault[] {
  const [program, ports] = SERVICES[nameOf(service)] ?? ['', []];
  const spec = at(service.object, 'spec');
  const open = listAt(spec, 'ports').flatMap((port) => [at(port, 'port'), at(port, 'targetPort')]);
  const selected = labelsAt(spec, 'selector');
  const faults: readonly (readonly [isWrong: boolean, says: string])[] = [
    [(textAt(spec, 'type') ?? 'ClusterIP') !== 'ClusterIP', `says type: ${textAt(spec, 'type') ?? ''}`],
    [textsAt(spec, 'externalIPs').length > 0, 'takes addresses from outside'],
    [
      JSON.stringify(selected) !== JSON.stringify({ [NAMES.programLabel]: program }),
      `leads to ${quoted(selected)}`,
    ],
    [open.some((port) => !ports.includes(Number(port))), `has the ports ${open.map(quoted).join(', ')}`],
    [open.length < 2 * ports.length, `lacks some of the ports ${ports.join(', ')}`],
  ];
  return faults
    .filter(([isWrong]) => isWrong)
    .map(([, says]) =>
      unguarded(service, 'A Service of the monitoring leads elsewhere than it should', says),
    );
}
