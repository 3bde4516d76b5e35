import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { selfSigned } from '../alertmanager/self-signed';
import { LoopbackServer } from '../tenancy/loopback-server';
import { until } from '../../fence/until';
import type { Counted, LogEntry, LogMetric } from './log-metric';

const API = 'monitoring.googleapis.com';
const TYPE_PREFIX = 'logging.googleapis.com/user/';
const TOKEN = 'a-token-for-the-pod';

/** All that one combination of labels counted in the last minute. */
interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly resource: Readonly<Record<string, string>>;
  readonly values: readonly (number | undefined)[];
}

/**
 * Stands in for Cloud Logging and Cloud Monitoring: counts entries by emitted metrics, and answers for them as the API v3 does, to
 * whoever shows the token that its metadata server gives.
 *
 * @see https://cloud.google.com/monitoring/api/ref_v3/rest/v3/projects.timeSeries/list
 */
export class CloudMonitoring {
  static async start(project: string, metrics: readonly LogMetric[]): Promise<CloudMonitoring> {
    const folder = mkdtempSync(join(tmpdir(), 'practicum-google-'));
    const { key, cert } = selfSigned(API);
    writeFileSync(join(folder, 'authority.pem'), cert);
    const cloud = new CloudMonitoring(project, metrics, folder);
    cloud.api = createTlsServer({ key, cert }, ({ url = '', headers }, response) => {
      const isKnown = headers.authorization === `Bearer ${TOKEN}`;
      const body = isKnown ? cloud.answer(new URL(url, `https://${API}`)) : undefined;
      response.writeHead(body === undefined ? 403 : 200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(body ?? { error: { code: 403 } }));
    }).listen(0, '127.0.0.1');
    await once(cloud.api, 'listening');
    cloud.proxy = createServer().listen(0, '127.0.0.1');
    // Leads what is for Google to the server above, whatever its address.
    cloud.proxy.on('connect', ({ url }, socket) => {
      if (url !== `${API}:443`) return void socket.end('HTTP/1.1 502 No\r\n\r\n');
      const inner = connect(portOf(cloud.api!), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(inner).pipe(socket);
      });
      for (const each of [inner, socket]) each.on('error', () => void inner.destroy());
    });
    await once(cloud.proxy, 'listening');
    cloud.metadata = await LoopbackServer.start('127.0.0.1', ({ url = '' }, response) => {
      response.setHeader('Metadata-Flavor', 'Google');
      const token = { access_token: TOKEN, expires_in: 3600, token_type: 'Bearer' };
      response.end(url.includes('/token') ? JSON.stringify(token) : project);
    });
    return cloud;
  }

  private api: Server | undefined;
  private proxy: Server | undefined;
  private metadata: LoopbackServer | undefined;
  private minute: { readonly entries: readonly LogEntry[]; readonly ends: Date } | undefined;

  /** Metrics that the last minute was told of. */
  private readonly told = new Set<LogMetric>();

  private constructor(
    private readonly project: string,
    private readonly metrics: readonly LogMetric[],
    private readonly folder: string,
  ) {}

  /** What sends a program of Google's libraries here, which believes that it runs in a cluster. */
  get environment(): NodeJS.ProcessEnv {
    return {
      GCE_METADATA_HOST: `127.0.0.1:${this.metadata!.port}`,
      HTTPS_PROXY: `http://127.0.0.1:${portOf(this.proxy!)}`,
      SSL_CERT_FILE: join(this.folder, 'authority.pem'),
    };
  }

  /** A minute in which these entries were written, until all of it was told; what was before is in no answer any more. */
  async write(entries: readonly LogEntry[]): Promise<void> {
    this.minute = { entries, ends: new Date() };
    this.told.clear();
    await until('somebody asks about each metric', () =>
      Promise.resolve(this.told.size === this.metrics.length),
    );
  }

  async stop(): Promise<void> {
    this.api?.closeAllConnections();
    this.proxy?.closeAllConnections();
    this.api?.close();
    this.proxy?.close();
    await this.metadata?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private answer({ pathname, searchParams }: URL): object {
    const filter = searchParams.get('filter') ?? '';
    if (!pathname.startsWith(`/v3/projects/${this.project}/`)) return {};
    if (pathname.endsWith('/metricDescriptors')) {
      const prefix = /starts_with\("(.*)"\)/.exec(filter)?.[1] ?? '';
      const listed = this.metrics.filter(({ name }) => `${TYPE_PREFIX}${name}`.startsWith(prefix));
      return { metricDescriptors: listed.map((metric) => this.descriptorOf(metric)) };
    }
    const type = /metric\.type="(.*)"/.exec(filter)?.[1];
    const metric = this.metrics.find(({ name }) => `${TYPE_PREFIX}${name}` === type);
    if (metric === undefined || this.minute === undefined) return {};
    const { entries, ends } = this.minute;
    this.told.add(metric);
    const interval = {
      startTime: new Date(ends.getTime() - 60_000).toISOString(),
      endTime: ends.toISOString(),
    };
    return {
      timeSeries: seriesOf(metric, entries).map(({ labels, resource, values }) => ({
        metric: { type, labels },
        resource: { type: 'l7_lb_rule', labels: resource },
        metricKind: 'DELTA',
        valueType: metric.isDistribution ? 'DISTRIBUTION' : 'INT64',
        points: [
          {
            interval,
            value: metric.isDistribution ? distribution(metric, values) : { int64Value: `${values.length}` },
          },
        ],
      })),
    };
  }

  private descriptorOf({ name, isDistribution }: LogMetric): object {
    const type = `${TYPE_PREFIX}${name}`;
    return {
      name: `projects/${this.project}/metricDescriptors/${type}`,
      type,
      metricKind: 'DELTA',
      valueType: isDistribution ? 'DISTRIBUTION' : 'INT64',
      unit: isDistribution ? 's' : '1',
      description: name,
    };
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function seriesOf(metric: LogMetric, entries: readonly LogEntry[]): readonly Series[] {
  const found = new Map<string, Series>();
  for (const entry of entries) {
    const counted: Counted | undefined = metric.count(entry);
    if (counted === undefined) continue;
    const resource = entry.resource.labels;
    const key = JSON.stringify([counted.labels, resource]);
    const values = [...(found.get(key)?.values ?? []), counted.value];
    found.set(key, { labels: counted.labels, resource, values });
  }
  return [...found.values()];
}

function distribution({ bounds }: LogMetric, values: readonly (number | undefined)[]): object {
  const known = values.map(Number);
  const counts = [...bounds, Infinity].map(
    (bound, index) =>
      known.filter((value) => value < bound && value >= (bounds[index - 1] ?? -Infinity)).length,
  );
  return {
    distributionValue: {
      count: `${known.length}`,
      mean: known.reduce((sum, value) => sum + value, 0) / known.length,
      bucketOptions: { explicitBuckets: { bounds } },
      bucketCounts: counts.map(String),
    },
  };
}
