import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { email } from '../../../src/core/domain/ids';
import type { AlertsPlan } from '../../../src/core/plan/monitoring-plan';
import { alertmanagerConfig } from '../../../src/monitoring/alertmanager/alertmanager-config';
import { program, withPrograms } from '../programs';

const ADA = { namespace: 'ada', members: [email('ada@example.edu')] };
const TEAM = { namespace: 'team-red', members: [email('di@example.edu'), email("cy.o'hara@example.edu")] };
const HELD = { namespace: 'on', members: [] };
const STAFF = [email('prof@example.edu'), email('ta@example.edu')];
const SMTP = { smarthost: 'smtp.example.edu:587', from: email('labs@example.edu'), username: 'labs' };

const plan = (changes: Partial<AlertsPlan> = {}): AlertsPlan => ({
  staff: STAFF,
  tenants: [TEAM, ADA, HELD],
  smtp: SMTP,
  ...changes,
});

interface Config {
  readonly global: Readonly<Record<string, unknown>>;
  readonly route: Route;
  readonly receivers: readonly {
    readonly name: string;
    readonly email_configs?: readonly { to: string }[];
  }[];
}

interface Route {
  readonly receiver: string;
  readonly matchers?: readonly string[];
  readonly repeat_interval?: string;
  readonly routes?: readonly Route[];
}

const config = (alerts: AlertsPlan): Config => parse(alertmanagerConfig(alerts)) as Config;
const hearers = (alerts: AlertsPlan): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    config(alerts).receivers.map(({ name, email_configs: mails = [] }) => [name, mails.map(({ to }) => to)]),
  );

test('Each place has a route and a receiver of its own, with a mail for each who works there', () => {
  expect(hearers(plan())).toEqual({
    staff: ['prof@example.edu', 'ta@example.edu'],
    nobody: [],
    'place-ada': ['ada@example.edu'],
    'place-on': [],
    'place-team-red': ["cy.o'hara@example.edu", 'di@example.edu'],
  });
  expect(config(plan()).route.routes?.[1]?.routes).toEqual([
    { receiver: 'place-ada', matchers: ['namespace="ada"'] },
    { receiver: 'place-on', matchers: ['namespace="on"'] },
    { receiver: 'place-team-red', matchers: ['namespace="team-red"'] },
  ]);
});

test('Staff are told again after half a day, students after a day, and nobody every minute', () => {
  const { routes = [], ...route } = config(plan()).route;
  expect(route).toEqual({
    receiver: 'staff',
    group_by: ['alertname', 'namespace'],
    group_wait: '1m',
    group_interval: '15m',
    repeat_interval: '12h',
  });
  expect(
    routes.map(({ receiver, matchers, repeat_interval: repeat }) => [receiver, matchers, repeat]),
  ).toEqual([
    ['staff', ['audience="staff"'], undefined],
    ['nobody', ['audience="student"'], '24h'],
  ]);
});

test('Mails go over TLS only, and the password is in a file', () => {
  expect(config(plan()).global).toEqual({
    resolve_timeout: '5m',
    smtp_smarthost: 'smtp.example.edu:587',
    smtp_from: 'labs@example.edu',
    smtp_auth_username: 'labs',
    smtp_auth_password_file: '/etc/alertmanager/smtp/password',
    smtp_require_tls: true,
  });
});

test('A relay that asks for no login is given none', () => {
  const open = { smarthost: SMTP.smarthost, from: SMTP.from };
  expect(Object.keys(config(plan({ smtp: open })).global)).toEqual([
    'resolve_timeout',
    'smtp_smarthost',
    'smtp_from',
    'smtp_require_tls',
  ]);
});

test('Without a relay nobody is named anywhere', () => {
  const silent: AlertsPlan = { staff: STAFF, tenants: [TEAM, ADA, HELD] };
  expect(alertmanagerConfig(silent)).not.toContain('@');
  expect(Object.values(hearers(silent)).flat()).toEqual([]);
});

test('The same people and places in another order give the same bytes', () => {
  const shuffled = plan({
    staff: [...STAFF].reverse(),
    tenants: [HELD, ADA, { ...TEAM, members: [...TEAM.members].reverse() }],
  });
  expect(alertmanagerConfig(shuffled)).toBe(alertmanagerConfig(plan()));
});

test('A place that leaves takes its own route and receiver along, and nothing else', () => {
  const lines = (alerts: AlertsPlan): readonly string[] => alertmanagerConfig(alerts).split('\n');
  const left = lines(plan({ tenants: [TEAM, HELD] }));
  expect(left.filter((line) => !lines(plan()).includes(line))).toEqual([]);
  expect(left.join('\n')).not.toContain('ada');
});

test('Every text is quoted: a place may be called like something that YAML 1.1 reads as true', () => {
  expect(alertmanagerConfig(plan())).toContain('- "namespace=\\"on\\""');
  expect(alertmanagerConfig(plan())).not.toMatch(/: &|: \*/);
});

withPrograms(['amtool'], () => {
  const amtool = (alerts: AlertsPlan, ...args: readonly string[]): string => {
    const folder = mkdtempSync(join(tmpdir(), 'practicum-amtool-'));
    try {
      writeFileSync(join(folder, 'alertmanager.yml'), alertmanagerConfig(alerts));
      const { path, env } = program('amtool');
      const { stdout, stderr, status } = spawnSync(path, args, { cwd: folder, env, encoding: 'utf8' });
      return status === 0 ? stdout.trim() : `${stdout}${stderr}exit ${status}`;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test.each([
    ['with a relay', plan()],
    ['without one', { staff: STAFF, tenants: [ADA] }],
    ['without anybody', { staff: [], tenants: [] }],
  ])('amtool finds no fault in the config %s', (_, alerts) => {
    const said = amtool(alerts, 'check-config', 'alertmanager.yml');
    expect(said).toContain('SUCCESS');
    expect(said).not.toMatch(/FAILED|exit/);
  });

  test.each([
    [['audience=student', 'namespace=ada', 'alertname=PlaceDiskFull'], 'place-ada'],
    [['audience=student', 'namespace=on', 'alertname=PlaceDiskFull'], 'place-on'],
    [['audience=student', 'namespace=ada-2', 'alertname=PlaceDiskFull'], 'nobody'],
    [['audience=student', 'alertname=PlaceDiskFull'], 'nobody'],
    [['audience=staff', 'namespace=ada', 'alertname=TenantFlooding'], 'staff'],
    [['audience=staff', 'alertname=ScrapeFailing'], 'staff'],
    [['namespace=ada', 'alertname=Unknown'], 'staff'],
  ])('amtool routes %j to %s', (labels, receiver) =>
    expect(amtool(plan(), 'config', 'routes', 'test', '--config.file=alertmanager.yml', ...labels)).toBe(
      receiver,
    ),
  );
});
