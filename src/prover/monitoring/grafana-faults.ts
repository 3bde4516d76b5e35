import type { KubernetesDocument } from '../artifacts';
import { NAMES } from '../expected-names';
import { at, listAt, quoted, textAt } from '../json-value';
import type { PlaceRecord } from '../cohort-record';
import type { ClusterWorld } from '../world';
import { KINDS_OF_GRAFANA } from './meant-objects';
import type { MonitoringFault } from './monitoring-fault';
import { broken, reached, unguarded } from './monitoring-fault';

const ROUTE = 'HTTPRoute';
const HEADER = new RegExp(`proxy_set_header\\s+${NAMES.metricsHeader}\\s+([^;]*);`, 'gi');
const PASS = /proxy_pass\s+([^;]*);/gi;
const LISTEN = /\blisten\s+([^;]*);/gi;
const inside = (port: number): string => `https://metrics.${NAMES.monitoringNamespace}.svc:${port}`;

/** A Grafana: where it stands, and as who it asks. */
interface Asker {
  readonly namespace: string;
  readonly files: string;
  readonly port: number;
  /** What it writes into the header that names a namespace. */
  readonly header: string;
}

/** What is wrong with the Grafana of a place; undefined says that there is none to be. */
export function tenantGrafanaFaults(
  cluster: ClusterWorld,
  { namespace, held }: PlaceRecord,
): readonly MonitoringFault[] {
  const { objects } = cluster;
  // In a mesh its gateway asks for health, and no load balancer.
  const needless = [...(held ? [ROUTE] : []), ...(cluster.mesh ? ['HealthCheckPolicy'] : [])];
  const missing = KINDS_OF_GRAFANA.filter(
    (kind) => !needless.includes(kind) && objects.tryFind(kind, NAMES.grafana, namespace) === undefined,
  );
  const route = held ? objects.tryFind(ROUTE, NAMES.grafana, namespace) : undefined;
  const home = objects.tryFind('Namespace', namespace);
  return [
    ...(home === undefined ? [] : missing).map((kind) =>
      broken(home!, 'A part of a Grafana is missing', `has no ${kind} ${NAMES.grafana}`),
    ),
    ...(route === undefined
      ? []
      : [
          reached(
            route,
            'Whoever left still reaches their Grafana',
            'leads to a Grafana with its own password',
          ),
        ]),
    ...askerFaults(cluster, { namespace, files: NAMES.grafana, port: 8443, header: namespace }),
  ];
}

/** What is wrong with how the staff's Grafana asks. */
export const staffGrafanaFaults = (cluster: ClusterWorld): readonly MonitoringFault[] =>
  askerFaults(cluster, {
    namespace: NAMES.monitoringNamespace,
    files: 'grafana-files',
    port: 8444,
    header: '""',
  });

function askerFaults({ objects }: ClusterWorld, asker: Asker): readonly MonitoringFault[] {
  const files = objects.tryFind('ConfigMap', asker.files, asker.namespace);
  const workload = objects.tryFind('StatefulSet', NAMES.grafana, asker.namespace);
  return [
    ...(files === undefined ? [] : fileFaults(files, asker)),
    ...(workload === undefined ? [] : podFaults(workload, asker)),
  ];
}

/** Each thing that nginx is told of this kind. */
const told = (text: string, expression: RegExp): readonly string[] =>
  [...text.matchAll(expression)].map(([, value = '']) => value);

function fileFaults(files: KubernetesDocument, { header, port }: Asker): readonly MonitoringFault[] {
  const text = textAt(files.object, 'data', 'nginx.conf') ?? '';
  const wrong = (what: string, got: readonly string[], meant: string): readonly MonitoringFault[] =>
    got.join() === meant
      ? []
      : [
          broken(
            files,
            `A Grafana asks for metrics otherwise than it should: ${what}`,
            `nginx.conf says ${got.join(' and ') || 'nothing'}; it should say ${meant}`,
          ),
        ];
  const listens = told(text, LISTEN);
  return [
    ...wrong('in the name of another namespace', told(text, HEADER), header),
    ...wrong('somewhere else', told(text, PASS), inside(port)),
    ...listens
      .filter((address) => !address.startsWith('127.0.0.1:'))
      .map((address) =>
        reached(files, 'Whoever reaches the pod asks with its token', `nginx.conf listens on ${address}`),
      ),
  ];
}

function podFaults(workload: KubernetesDocument, { files }: Asker): readonly MonitoringFault[] {
  const spec = at(workload.object, 'spec', 'template', 'spec');
  const volumes = listAt(spec, 'volumes');
  const tokens = volumes.flatMap((volume) =>
    listAt(volume, 'projected', 'sources').flatMap((source) => at(source, 'serviceAccountToken') ?? []),
  );
  const isAudience = tokens.every((token) => at(token, 'audience') === NAMES.metricsAudience);
  const faults: readonly (readonly [isWrong: boolean, sentence: string, says: string])[] = [
    [
      !isAudience || tokens.length !== 1,
      'The token of a Grafana opens something else than metrics',
      `has the tokens ${quoted(tokens)}`,
    ],
    [
      at(spec, 'automountServiceAccountToken') !== false,
      'A Grafana has a token for the Kubernetes API, which it does not need',
      'does not say automountServiceAccountToken: false',
    ],
    [
      at(spec, 'serviceAccountName') !== NAMES.grafana,
      'A Grafana has another account than its own',
      `says serviceAccountName: ${quoted(at(spec, 'serviceAccountName'))}`,
    ],
    [
      !volumes.some((volume) => at(volume, 'configMap', 'name') === files),
      'A Grafana has other files than its own',
      `does not mount the ConfigMap ${files}`,
    ],
  ];
  return faults.flatMap(([isWrong, sentence, says]) =>
    isWrong ? [unguarded(workload, sentence, says)] : [],
  );
}
