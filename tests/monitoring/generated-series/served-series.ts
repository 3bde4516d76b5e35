import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '../../../src/app/rehearse/kube-api/free-ports';
import { ruleFiles } from '../../../src/monitoring/rules/rule-files';
import { GENERATED_PLAN } from './generated-plan';
import { generatedSeries } from './generated-series';
import { openMetrics } from './open-metrics';
import { recordingLevels } from './recording-levels';
import { RunningProgram, runProgram } from '../running-program';
import { BEGIN, END, STEP } from './series';

/** A Prometheus with the generated series and all that the emitted rules record of them. */
export interface ServedSeries {
  readonly url: string;
  stop(): Promise<void>;
}

/** Writes the series into `folder`, records the rules level by level, and serves all of it on a loopback port. */
export async function serveGeneratedSeries(folder: string): Promise<ServedSeries> {
  const data = join(folder, 'data');
  await writeBlocks(folder, data);
  for (const [level, rules] of recordingLevels(ruleFiles(GENERATED_PLAN)).entries()) {
    const file = join(folder, `level-${level}.yaml`);
    writeFileSync(file, rules);
    const { url, stop } = await prometheus(folder, data);
    await runProgram('promtool', [
      ...['tsdb', 'create-blocks-from', 'rules', `--url=${url}`, `--output-dir=${data}`],
      ...[`--start=${BEGIN}`, `--end=${END}`, `--eval-interval=${STEP}s`, file],
    ]).finally(stop);
  }
  return prometheus(folder, data);
}

async function writeBlocks(folder: string, data: string): Promise<void> {
  const file = join(folder, 'series.txt');
  const descriptor = openSync(file, 'w');
  for (const piece of openMetrics(generatedSeries())) writeSync(descriptor, piece);
  closeSync(descriptor);
  await runProgram('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', file, data]);
  rmSync(file);
}

/** Blocks become visible when Prometheus starts, or within a minute: each level starts it anew. */
async function prometheus(folder: string, data: string): Promise<ServedSeries> {
  const [port] = await freePorts(1);
  const config = join(folder, 'prometheus.yaml');
  writeFileSync(config, '{}\n');
  const url = `http://127.0.0.1:${port}`;
  const running = await RunningProgram.start(
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
      '--log.level=warn',
    ],
    `${url}/-/ready`,
  );
  return { url, stop: () => running.stop() };
}

/** What a tenant's Grafana asks: the same series behind the label enforcer, for one namespace at a time. */
export async function serveEnforced({ url }: ServedSeries): Promise<ServedSeries> {
  const [port] = await freePorts(1);
  const own = `http://127.0.0.1:${port}`;
  const running = await RunningProgram.start(
    'prom-label-proxy',
    [
      `-insecure-listen-address=127.0.0.1:${port}`,
      `-upstream=${url}`,
      ...['-label=namespace', '-header-name=X-Namespace', '-enable-label-apis'],
    ],
    `${own}/healthz`,
  );
  return { url: own, stop: () => running.stop() };
}
