import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts } from '../src/app/rehearse/kube-api/free-ports';
import { atMost } from '../src/app/grade/at-most';
import { HOME, cohortDirectory } from '../src/app/cohort-directory';
import { loadCohort } from '../src/app/load-cohort';
import type { Rubric } from '../src/core/course/rubric.schema';
import { Duration } from '../src/core/domain/duration';
import { criteriaOf, judge } from '../src/core/grading/criteria';
import { valueText } from '../src/core/grading/grade-table';
import type { LoadReport } from '../src/core/grading/load-report';
import { tryReadReport } from '../src/core/grading/load-report';
import { loadScript } from '../src/core/grading/load-script';
import { program } from '../tests/monitoring/programs';
import type { Manner } from './load/sample-service';
import { SampleService } from './load/sample-service';

/** Places of a small class, and how their services behave. */
const CLASS: readonly (readonly [place: string, manner: Manner])[] = [
  ['amara-okafor', 'good'],
  ['bo-lindqvist', 'slow'],
  ['chen-wei', 'good'],
  ['dana-haddad', 'flaky'],
  ['emil-novak', 'absent'],
  ['fatou-diallo', 'good'],
];
const AT_ONCE = 2;
const SECONDS = 15;

/** Grades the class by the project's rubric of w255, shortened: real k6, real Redis, real scripts; no Kubernetes. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-load-'));
  const [redisPort] = (await freePorts(1)) as [number];
  const { path, env } = program('redis-server');
  const redis = spawn(
    path,
    ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    {
      env,
      stdio: 'ignore',
    },
  );
  try {
    await pause(1_000);
    const began = performance.now();
    const turn = atMost(AT_ONCE);
    const rows = await Promise.all(CLASS.map((each) => turn(() => graded(...each, redisPort, folder))));
    const took = (performance.now() - began) / 1_000;
    process.stdout.write(`${rows.join('\n')}\n`);
    process.stdout.write(
      `${CLASS.length} places of ${SECONDS} s, ${AT_ONCE} at once: ${took.toFixed(0)} s; one after another ${CLASS.length * SECONDS} s and more\n`,
    );
  } finally {
    const ended = once(redis, 'exit');
    redis.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function graded(place: string, manner: Manner, redisPort: number, folder: string): Promise<string> {
  const rubric = { ...projectRubric(), duration: Duration.seconds(SECONDS) };
  const service = await SampleService.start(manner, place, redisPort);
  try {
    const report = await loaded(rubric, service.port, join(folder, `${place}.js`));
    const judgements = judge(criteriaOf(rubric), report);
    const passed = judgements.every((each) => each.passed);
    const values = judgements.map((each) => `${each.title} ${valueText(each)}`).join(', ');
    const hits = service.answered === 0 ? 0 : (100 * service.hits) / service.answered;
    return `${place.padEnd(13)} ${manner.padEnd(7)} ${passed ? 'passed' : 'failed'}  ${values}, ${report.requests} requests, cache hits ${hits.toFixed(1)} %`;
  } finally {
    await service.stop();
  }
}

/** What the real k6 measures with the emitted script, at the service's address instead of its name. */
async function loaded(rubric: Rubric, port: number, file: string): Promise<LoadReport> {
  writeFileSync(file, loadScript(rubric).replace('"http://web/', `"http://127.0.0.1:${port}/`));
  const { path, env } = program('k6');
  const k6 = spawn(path, ['run', '--quiet', file], {
    env: { ...env, K6_NO_USAGE_REPORT: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [k6.stdout, k6.stderr])
    stream.on('data', (piece: Buffer) => (log += piece.toString()));
  await once(k6, 'exit');
  const report = tryReadReport(log);
  if (report === undefined) throw new Error(log);
  return report;
}

function projectRubric(): Rubric {
  const loaded = loadCohort(cohortDirectory(join(HOME, 'examples', 'w255-spring')));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value.course.labs.find(({ id }) => id === 'project')!.load!;
}

void main();
