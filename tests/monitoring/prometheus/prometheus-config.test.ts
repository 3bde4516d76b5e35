import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isReservedHandle } from '../../../src/core/domain/names';
import { KUBE_STATE_NAMES } from '../../../src/monitoring/kube-state-names';
import { prometheusArgs } from '../../../src/monitoring/prometheus/prometheus-args';
import { prometheusConfig } from '../../../src/monitoring/prometheus/scrape-config';
import { RESERVED_METRICS } from '../../../src/monitoring/prometheus/tenants-job';
import { SYSTEM_NAMESPACES } from '../../../src/core/domain/names';
import { RECORDED } from '../../../src/monitoring/rules/recorded';
import { ruleGroups } from '../../../src/monitoring/rules/rule-files';
import { STAFF_BOARDS, TENANT_BOARDS } from '../../../src/monitoring/dashboards/boards';
import { examplePlan } from '../../stacks/example-plans';
import { program, withPrograms } from '../programs';

const PLAN = examplePlan('w255-spring').cells[0]!.cluster!.monitoring;
const CONFIG = prometheusConfig(PLAN);

interface Job {
  readonly job_name: string;
  readonly [key: string]: unknown;
}
const jobs = (parse(CONFIG) as { readonly scrape_configs: readonly Job[] }).scrape_configs;
const tenants = jobs.find(({ job_name }) => job_name === 'tenants')!;

describe('The job of the tenants', () => {
  test('takes no word of a pod for its namespace, its time or its address', () => {
    expect(tenants).toMatchObject({
      honor_labels: false,
      honor_timestamps: false,
      follow_redirects: false,
      enable_http2: false,
    });
  });

  test('has a limit for everything that a pod can make large', () => {
    expect(tenants).toMatchObject({
      sample_limit: 500,
      body_size_limit: '4MB',
      label_limit: 30,
      label_name_length_limit: 64,
      label_value_length_limit: 256,
      scrape_timeout: '10s',
    });
  });

  const anchored = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);

  test.each(['kube-system', 'gke-managed-system', 'practicum-monitoring', 'default', 'grafana', 'metrics'])(
    'leaves the namespace %s to others',
    (namespace) => {
      expect(namespace).toMatch(anchored(SYSTEM_NAMESPACES));
      expect(isReservedHandle(namespace)).toBe(true);
    },
  );

  test.each(['amara-okafor', 'kubera', 'team-owl', 'c3po', 'no'])('takes the place %s', (namespace) => {
    expect(namespace).not.toMatch(anchored(SYSTEM_NAMESPACES));
    expect(isReservedHandle(namespace)).toBe(false);
  });

  test.each([...RECORDED, ...KUBE_STATE_NAMES, 'container_cpu_usage_seconds_total', 'up', 'ALERTS'])(
    'keeps nobody’s %s',
    (name) => expect(name).toMatch(anchored(RESERVED_METRICS)),
  );

  test.each(['http_requests_total', 'redis_up', 'upload_bytes_total', 'predictions_total'])(
    'keeps a tenant’s %s',
    (name) => expect(name).not.toMatch(anchored(RESERVED_METRICS)),
  );
});

test('Everything that asks for objects names what kube-state-metrics tells', () => {
  const queries = [
    ...ruleGroups(PLAN).flatMap(({ rules }) => rules.map(({ expr }) => expr)),
    ...[...TENANT_BOARDS, ...STAFF_BOARDS].map((board) => board.json()),
  ].join('\n');
  const asked = new Set(
    queries.match(/\bkube_[a-z_]+\b(?!:)/g)?.filter((name) => !queries.includes(`:${name}`)),
  );
  const recorded = (name: string): boolean => RECORDED.some((record) => record.includes(name));
  expect([...asked].filter((name) => !recorded(name) && !KUBE_STATE_NAMES.includes(name))).toEqual([]);
  expect(KUBE_STATE_NAMES.filter((name) => !queries.includes(name))).toEqual([]);
});

test('It listens on loopback only, and keeps within its disk', () => {
  const args = prometheusArgs(PLAN);
  expect(args).toContain('--web.listen-address=127.0.0.1:9090');
  expect(args.filter((arg) => /^--web\.(enable|external)/.test(arg))).toEqual([]);
  const size = Number(/retention\.size=(\d+)MB/.exec(args.join(' '))![1]) * 2 ** 20;
  expect(size).toBeLessThan(PLAN.retention.disk.bytes);
});

withPrograms(['promtool', 'prometheus'], () => {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-prometheus-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('promtool finds nothing wrong in what is emitted', () => {
    // The files of the account stand in the pod.
    const account = join(folder, 'account');
    mkdirSync(account);
    writeFileSync(join(account, 'token'), 'token');
    writeFileSync(join(account, 'ca.crt'), '');
    const file = join(folder, 'prometheus.yml');
    // Debian's build knows no Kubernetes: files are looked at in its place.
    const withFiles = CONFIG.replaceAll('/var/run/secrets/kubernetes.io/serviceaccount', account).replaceAll(
      /kubernetes_sd_configs:\n\s+- role: (pod|node)/g,
      'file_sd_configs: [{ files: [none.json] }]',
    );
    writeFileSync(file, withFiles);
    const { path, env } = program('promtool');
    const said = execFileSync(path, ['check', 'config', '--lint=all', '--lint-fatal', file], {
      env,
      encoding: 'utf8',
    });
    expect(said).toContain('is valid prometheus config file syntax');
  });

  test('Prometheus takes the command line', () => {
    const { path, env } = program('prometheus');
    const file = join(folder, 'none.yml');
    const args = prometheusArgs(PLAN).map((arg) =>
      arg.startsWith('--config.file=')
        ? `--config.file=${file}`
        : arg.startsWith('--storage.tsdb.path=')
          ? `--storage.tsdb.path=${join(folder, 'data')}`
          : arg,
    );
    // Every flag is read before the file, which is not there.
    expect(() => execFileSync(path, args, { env, encoding: 'utf8', stdio: 'pipe' })).toThrow(/none\.yml/);
  });
});
