import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '../../../src/app/rehearse/kube-api/free-ports';
import { LABEL_ENFORCER_PORT } from '../../../src/monitoring/endpoints';
import {
  QUERY_GUARD_FOLDER,
  QUERY_GUARD_PORT,
  queryGuardFiles,
} from '../../../src/monitoring/proxy/query-guard';
import { program } from '../programs';
import type { EmittedMonitoring } from './emitted-monitoring';
import { onLoopback, rulesEachSecond, withFlags } from './loopback-config';
import type { TargetGroup } from './pod-discovery';
import { RunningProgram } from '../running-program';

const INTERVAL = 1;

export interface MetricsServerProps {
  readonly emitted: EmittedMonitoring;
  /** What the discovery of pods finds. */
  readonly pods: readonly TargetGroup[];
  /** Addresses of what plays the cell's own programs, by job. */
  readonly exporters: Readonly<Record<string, string>>;
  /** What is made worse in the configuration, to see that it matters. @default - nothing */
  readonly weaken?: (config: string) => string;
}

/** A real Prometheus with the emitted configuration, a real prom-label-proxy with the emitted arguments, and the guard. */
export class MetricsServer {
  static async start(props: MetricsServerProps): Promise<MetricsServer> {
    const folder = mkdtempSync(join(tmpdir(), 'practicum-metrics-'));
    const [prometheusPort, enforcerPort, guardPort] = (await freePorts(3)) as [number, number, number];
    const running: RunningProgram[] = [];
    const server = new MetricsServer(folder, prometheusPort, enforcerPort, guardPort, running);
    try {
      running.push(await server.startPrometheus(props));
      running.push(await server.startEnforcer(props));
      running.push(await server.startGuard());
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  private constructor(
    private readonly folder: string,
    readonly prometheusPort: number,
    readonly enforcerPort: number,
    readonly guardPort: number,
    private readonly running: readonly RunningProgram[],
  ) {}

  /** What may be seen by whoever reaches the server itself. */
  async api<Data>(path: string): Promise<Data> {
    const response = await fetch(`http://127.0.0.1:${this.prometheusPort}/api/v1/${path}`);
    const { status, data, error } = (await response.json()) as { status: string; data: Data; error?: string };
    if (status !== 'success') throw new Error(`${path}: ${error}`);
    return data;
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.map((each) => each.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private startPrometheus({ emitted, weaken, pods, exporters }: MetricsServerProps): Promise<RunningProgram> {
    const rules = join(this.folder, 'rules');
    mkdirSync(rules);
    for (const [name, text] of Object.entries(emitted.rules)) {
      writeFileSync(join(rules, name), rulesEachSecond(text));
    }
    const podsFile = join(this.folder, 'pods.json');
    writeFileSync(podsFile, JSON.stringify(pods));
    const address = `127.0.0.1:${this.prometheusPort}`;
    const config = onLoopback((weaken ?? String)(emitted.prometheusConfig), {
      pods: podsFile,
      rules,
      exporters: { ...exporters, prometheus: address },
      interval: INTERVAL,
    });
    const file = join(this.folder, 'prometheus.yml');
    writeFileSync(file, config);
    const args = withFlags(emitted.prometheusArgs, {
      '--config.file': file,
      '--web.listen-address': address,
      '--storage.tsdb.path': join(this.folder, 'data'),
    });
    return RunningProgram.start('prometheus', args, `http://${address}/-/ready`);
  }

  private startEnforcer({ emitted }: MetricsServerProps): Promise<RunningProgram> {
    const address = `127.0.0.1:${this.enforcerPort}`;
    const args = withFlags(emitted.labelEnforcerArgs, {
      '-insecure-listen-address': address,
      '-upstream': `http://127.0.0.1:${this.prometheusPort}`,
    });
    return RunningProgram.start('prom-label-proxy', args, `http://${address}/healthz`);
  }

  /** A real nginx with the emitted script. */
  private startGuard(): Promise<RunningProgram> {
    const folder = join(this.folder, 'guard');
    mkdirSync(folder);
    for (const [name, text] of Object.entries(queryGuardFiles())) {
      writeFileSync(join(folder, name), this.guardOnLoopback(text, folder));
    }
    return RunningProgram.start(
      'nginx',
      ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'],
      `http://127.0.0.1:${this.guardPort}/healthz`,
    );
  }

  private guardOnLoopback(text: string, folder: string): string {
    return (
      text
        // First, since the module and this test's own folder may be in there too.
        .replaceAll('/tmp/', `${folder}/`)
        .replace('modules/ngx_http_js_module.so', program('ngx_http_js_module.so').path)
        .replaceAll(QUERY_GUARD_FOLDER, folder)
        .replace(`127.0.0.1:${QUERY_GUARD_PORT}`, `127.0.0.1:${this.guardPort}`)
        .replace(`127.0.0.1:${LABEL_ENFORCER_PORT}`, `127.0.0.1:${this.enforcerPort}`)
    );
  }
}
