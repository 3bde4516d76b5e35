import { freePorts } from '../../../src/app/rehearse/kube-api/free-ports';
import { synthesisedArtifacts } from '../../../src/app/prove/synthesised-artifacts';
import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { valueAt } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { LOAD_BALANCER_PATH } from '../../../src/monitoring/prometheus/load-balancer-job';
import type { Block } from '../../constructs/gcp/synth-construct';
import { COHORT, PLACES } from '../../fence/cast';
import { synthesisedObjects } from '../../fence/synthesised-objects';
import { until } from '../../fence/until';
import { withPrograms } from '../programs';
import { RunningProgram } from '../running-program';
import { CellExporters } from '../tenancy/cell-exporters';
import { emittedMonitoring } from '../tenancy/emitted-monitoring';
import { withFlags } from '../tenancy/loopback-config';
import { MetricsServer } from '../tenancy/metrics-server';
import { CloudMonitoring } from './cloud-monitoring';
import { NO_ROUTE, entryOf, forgedUrls } from './log-entries';
import { LogMetric } from './log-metric';

jest.setTimeout(120_000);

const { student, other, crowded: forger } = PLACES;
const DOMAIN = 'fence.example.edu';
const MINUTES = 4;
/** Requests of a minute that are some place's. */
const COUNTED = 15;
const HOST_METRICS = '{__name__=~"gateway_.*",job="load-balancer"}';

interface Answer {
  readonly result: readonly {
    readonly metric: Readonly<Record<string, string>>;
    readonly value: readonly [number, string];
  }[];
}

interface Rules {
  readonly groups: readonly { readonly name: string; readonly lastEvaluation: string }[];
}

withPrograms(['prometheus', 'prom-label-proxy', 'nginx', 'stackdriver_exporter'], () => {
  const { plan, services } = synthesisedObjects(COHORT);
  const project = plan.cells[0]!.project.id;
  const entry = entryOf(project);
  let cloud: CloudMonitoring;
  let cell: CellExporters;
  let exporter: RunningProgram;
  let server: MetricsServer;

  const values = async (expression: string, port = server.prometheusPort, namespace?: string) => {
    const url = `http://127.0.0.1:${port}/api/v1/query?query=${encodeURIComponent(expression)}`;
    const headers = namespace === undefined ? {} : { 'X-Namespace': namespace };
    const { data } = (await (await fetch(url, { headers })).json()) as { readonly data: Answer };
    return data.result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
  };
  const sumOf = async (metric: string): Promise<number> =>
    (await values(`sum(${metric}{job="load-balancer"})`))[0]?.value ?? 0;
  /** Whether Prometheus has so many requests, and the latency of each. */
  const isStored = async (requests: number): Promise<boolean> =>
    (await sumOf('gateway_requests_total')) >= requests &&
    (await sumOf('gateway_request_latency_seconds_count')) >= requests;
  const counted = async (expression: string): Promise<Readonly<Record<string, number>>> =>
    Object.fromEntries(
      (await values(expression)).map(({ metric, value }) => [Object.values(metric).join(), value]),
    );

  beforeAll(async () => {
    cloud = await CloudMonitoring.start(project, emittedMetrics());
    cell = await CellExporters.start();
    const [port] = (await freePorts(1)) as [number];
    const args = withFlags(exporterArgs(services), { '--web.listen-address': `127.0.0.1:${port}` });
    const ready = `http://127.0.0.1:${port}/metrics`;
    exporter = await RunningProgram.start('stackdriver_exporter', args, ready, cloud.environment);
    server = await MetricsServer.start({
      emitted: emittedMonitoring(services),
      pods: [],
      exporters: { ...cell.addresses, 'load-balancer': `127.0.0.1:${port}` },
    });
    for (let minute = 0; minute < MINUTES; minute++) {
      await cloud.write([
        ...times(6, () => entry({ url: `https://${student}.${DOMAIN}/predict`, latency: '0.040000s' })),
        ...times(3, () =>
          entry({ url: `https://${student}.${DOMAIN}/predict`, status: 502, latency: '4.000000s' }),
        ),
        // A place whose host no route leads to yet.
        ...times(2, () => entry({ url: `https://${other}.${DOMAIN}/`, status: 404, backend: NO_ROUTE })),
        ...forgedUrls(student, forger, DOMAIN).map(([, url]) => entry({ url, status: 302 })),
        entry({
          url: `https://${student}.${DOMAIN}/`,
          rule: `k8s2-fs-q1w2e3r4-${forger}-web-x7h2b9q4`,
          status: 500,
        }),
      ]);
      await until(`minute ${minute + 1} is in Prometheus`, () => isStored((minute + 1) * COUNTED));
    }
    const stored = Date.now();
    await until('rules have seen all of it', async () => {
      const { groups } = await server.api<Rules>('rules');
      return groups.some(
        ({ name, lastEvaluation }) => name === 'gateway' && Date.parse(lastEvaluation) > stored,
      );
    });
  });
  afterAll(async () => {
    await server?.stop();
    await exporter?.stop();
    await cell?.stop();
    await cloud?.stop();
  });

  test('Every request is counted under the host that it was for, whether or not a pod saw it', async () => {
    expect(
      await counted(
        'sum by (namespace, host, response_code_class) (gateway_requests_total{job="load-balancer"})',
      ),
    ).toEqual({
      [`${student}.${DOMAIN},${student},200`]: 6 * MINUTES,
      [`${student}.${DOMAIN},${student},500`]: 3 * MINUTES,
      // The one forged address that is under that host, and leads there.
      [`${student}.${DOMAIN},${student},300`]: MINUTES,
      [`${other}.${DOMAIN},${other},400`]: 2 * MINUTES,
      // Addresses with that of another in them, sent to the forger's own host.
      [`${forger}.${DOMAIN},${forger},300`]: 3 * MINUTES,
    });
  });

  test('Latencies are in seconds, and their buckets add up', async () => {
    const latency = `gateway_request_latency_seconds_bucket{job="load-balancer",namespace="${student}"`;
    expect(await counted(`sum by (le) (${latency},le=~"0.05|3|5|\\\\+Inf"})`)).toEqual({
      0.05: 24,
      3: 28,
      5: 40,
      '+Inf': 40,
    });
  });

  test('Nothing is under a name that the plan does not know, and no label is what a caller wrote', async () => {
    const series = await values(HOST_METRICS);
    expect(series.length).toBeGreaterThan(20);
    expect([...new Set(series.map(({ metric }) => metric['namespace']!))].sort()).toEqual(
      [forger, other, student].sort(),
    );
    for (const { metric } of series) {
      expect(metric['host']).toBe(`${metric['namespace']}.${DOMAIN}`);
      expect(JSON.stringify(metric)).not.toMatch(/nobody|example\.com|https|%2f/);
    }
  });

  test('Rules record what boards show: requests, failures and latency of a place, and answers of a host', async () => {
    const of = async (name: string): Promise<Readonly<Record<string, number>>> =>
      Object.fromEntries((await values(name)).map(({ metric, value }) => [metric['namespace']!, value]));
    const rates = await of('namespace:gateway_requests:rate5m');
    expect(Object.keys(rates)).toEqual(expect.arrayContaining([student, other, forger]));
    expect(rates[student]! / rates[other]!).toBeCloseTo(5, 1);
    const failed = await of('namespace:gateway_requests_failed:ratio5m');
    expect(failed[student]).toBeCloseTo(0.3, 1);
    expect(failed[other]).toBe(0);
    expect((await of('namespace:gateway_request_latency_seconds:p99_5m'))[student]).toBeGreaterThan(3);
    const answers = await values(`namespace_host_class:gateway_requests:rate5m{namespace="${student}"}`);
    expect(answers.map(({ metric }) => [metric['host'], metric['response_code_class']]).sort()).toEqual(
      ['200', '300', '500'].map((code) => [`${student}.${DOMAIN}`, code]),
    );
  });

  test.each([student, other, forger])(
    'Through the fence %s sees all of its own, and nothing of others',
    async (place) => {
      const direct = (await values(HOST_METRICS)).filter(({ metric }) => metric['namespace'] === place);
      const seen = await values(HOST_METRICS, server.enforcerPort, place);
      expect(direct.length).toBeGreaterThan(1);
      expect(seen.map(({ metric }) => JSON.stringify(metric)).sort()).toEqual(
        direct.map(({ metric }) => JSON.stringify(metric)).sort(),
      );
    },
  );

  /** The metrics that the shards of the cohort are written with. */
  function emittedMetrics(): readonly LogMetric[] {
    const artifacts = synthesisedArtifacts(plan, () => undefined);
    if (!artifacts.ok) throw new Error(JSON.stringify(artifacts.problems));
    const blocks = artifacts.value.terraform.flatMap(({ json }) =>
      Object.values(
        (json as { resource?: { google_logging_metric?: Record<string, Block> } }).resource
          ?.google_logging_metric ?? {},
      ),
    );
    return blocks.map((block) => new LogMetric(block));
  }
});

function exporterArgs(objects: readonly KubernetesObject[]): readonly string[] {
  const found = objects.find(
    ({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'load-balancer-metrics',
  );
  const [container] = valueAt(found, ['spec', 'template', 'spec', 'containers']) as unknown as readonly {
    args: readonly string[];
  }[];
  expect(container!.args).toContain(`--web.stackdriver-telemetry-path=${LOAD_BALANCER_PATH}`);
  return container!.args;
}

const times = <T>(count: number, make: () => T): readonly T[] => Array.from({ length: count }, make);
