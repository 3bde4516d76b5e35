import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../../src/app/rehearse/kube-api/free-ports';
import { program } from '../../tests/monitoring/programs';

/** What a Prometheus says of itself. */
export interface ServerNumbers {
  readonly series: number;
  readonly residentBytes: number;
  readonly heapBytes: number;
  readonly cpuSeconds: number;
  readonly samples: number;
}

/** A real Prometheus with the plan's limits that scrapes targets from a file, faster than it would in a cell. */
export class PrometheusRun {
  static async start(
    targets: readonly object[],
    intervalSeconds: number,
    samplesPerPod: number,
  ): Promise<PrometheusRun> {
    const folder = mkdtempSync(join(tmpdir(), 'practicum-bench-'));
    const [port] = (await freePorts(1)) as [number];
    writeFileSync(join(folder, 'targets.json'), JSON.stringify(targets));
    writeFileSync(
      join(folder, 'prometheus.yml'),
      JSON.stringify({
        global: { scrape_interval: `${intervalSeconds}s`, scrape_timeout: `${intervalSeconds}s` },
        scrape_configs: [
          {
            job_name: 'tenants',
            sample_limit: samplesPerPod,
            file_sd_configs: [{ files: [join(folder, 'targets.json')] }],
          },
        ],
      }),
    );
    const { path, env } = program('prometheus');
    const child = spawn(
      path,
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { env, stdio: 'ignore' },
    );
    return new PrometheusRun(child, folder, `http://127.0.0.1:${port}`);
  }

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  async numbers(): Promise<ServerNumbers> {
    const text = await (await fetch(`${this.url}/metrics`)).text();
    const value = (name: string): number =>
      Number(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
    return {
      series: value('prometheus_tsdb_head_series'),
      residentBytes: value('process_resident_memory_bytes'),
      heapBytes: value('go_memstats_heap_inuse_bytes'),
      cpuSeconds: value('process_cpu_seconds_total'),
      samples: value('prometheus_tsdb_head_samples_appended_total'),
    };
  }

  async untilReady(): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const isReady = await fetch(`${this.url}/-/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isReady) return;
      await pause(100);
    }
    throw new Error('Prometheus is not ready within 20 s');
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}
