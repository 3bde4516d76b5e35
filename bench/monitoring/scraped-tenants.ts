import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Pods of one tenant that are asked, and what each shows. */
const PODS = 3;

/** Serves the metrics of invented tenants: `/<tenant>/<pod>`, and of one who floods: `/flood/<pod>`. */
export class ScrapedTenants {
  static async start(seriesPerTenant: number, samplesPerPod: number): Promise<ScrapedTenants> {
    const tenants = new ScrapedTenants(Math.floor(seriesPerTenant / PODS), samplesPerPod);
    await once(tenants.server.listen(0, '127.0.0.1'), 'listening');
    return tenants;
  }

  private scrapes = 0;
  private readonly server: Server;

  private constructor(
    private readonly seriesPerPod: number,
    private readonly samplesPerPod: number,
  ) {
    this.server = createServer((request, response) => {
      const isFlood = request.url?.startsWith('/flood/') === true;
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(isFlood ? this.passing() : this.lasting());
    });
  }

  /** Targets as Prometheus reads them from a file. */
  targets(tenants: number, floodPods: number): readonly object[] {
    const target = (namespace: string, pod: number): object => ({
      targets: [`127.0.0.1:${(this.server.address() as AddressInfo).port}`],
      labels: { __metrics_path__: `/${namespace}/${pod}`, namespace, pod: `web-${pod}` },
    });
    const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);
    return [
      ...indexes(tenants).flatMap((n) => indexes(PODS).map((pod) => target(`student-${n}`, pod))),
      ...indexes(floodPods).map((pod) => target('flood', pod)),
    ];
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  /** Latencies of a service by handler, as an instrumented FastAPI shows them; the numbers rise. */
  private lasting(): string {
    const lines: string[] = [];
    for (let n = 0; n < this.seriesPerPod; n++) {
      const handler = `/handler-${Math.floor(n / 30)}`;
      const le = (n % 30) / 10;
      lines.push(
        `http_request_duration_seconds_bucket{handler="${handler}",method="POST",le="${le}"} ${this.scrapes + n}`,
      );
    }
    return `${lines.join('\n')}\n`;
  }

  /** As many samples as a pod may show, each under a value that was never seen before. */
  private passing(): string {
    this.scrapes += 1;
    const lines: string[] = [];
    for (let n = 0; n < this.samplesPerPod; n++)
      lines.push(`requests_total{request="${this.scrapes}-${n}",handler="/predict",method="POST"} 1`);
    return `${lines.join('\n')}\n`;
  }
}
