import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { RECORDED } from '../../../src/monitoring/rules/recorded';
import { ruleFiles, ruleGroups } from '../../../src/monitoring/rules/rule-files';
import { withPrograms } from '../programs';
import { aMonitoringPlan } from './a-monitoring-plan';
import { checkRules } from './promtool';

const PLAN = aMonitoringPlan();
const RULES = ruleGroups(PLAN).flatMap(({ rules }) => rules);
const ALERTS = RULES.filter((rule) => 'alert' in rule);

test('There is a file for each group', () => {
  expect(Object.keys(ruleFiles(PLAN))).toEqual([
    'alerts-to-staff.yaml',
    'alerts-to-students.yaml',
    'caches.yaml',
    'cell.yaml',
    'containers.yaml',
    'cost.yaml',
    'gateway.yaml',
    'kube-state.yaml',
    'requests.yaml',
    'scrapes.yaml',
  ]);
});

test('What is recorded is what dashboards may show', () => {
  const names = new Set(RULES.flatMap((rule) => ('record' in rule ? [rule.record] : [])));
  expect([...names].sort()).toEqual(RECORDED);
});

test('The names of recorded series are fixed: dashboards and saved queries use them', () => {
  expect(RECORDED).toHaveLength(35);
  expect(
    RECORDED.filter((name) => !/^(cell|pool|namespace(_[a-z]+)*):[a-z0-9_]+:[a-z0-9_]+$/.test(name)),
  ).toEqual([]);
});

test('The same plan in another order gives the same bytes', () => {
  const { budgets, pools } = PLAN;
  const shuffled = aMonitoringPlan({
    budgets: [...budgets].reverse().map(({ usd, namespaces }) => ({
      usd,
      namespaces: namespaces === 'rest' ? namespaces : [...namespaces].reverse(),
    })),
    pools: [...pools].reverse(),
  });
  expect(ruleFiles(shuffled)).toEqual(ruleFiles(PLAN));
  expect(ruleFiles(PLAN)).toEqual(ruleFiles(PLAN));
});

test('Every alert says whom it is for, what it means and what to do, and waits before it fires', () => {
  expect(ALERTS.map(({ alert }) => alert).sort()).toEqual([
    'CellNearCapacity', 'NodePoolAtMax', 'PlaceCrashLooping', 'PlaceDiskFull', 'PlaceImagePullFailing', 'PlaceOutOfQuota',
    'PlaceProbeFailing', 'PrometheusNearLimit', 'RuleFailing', 'ScrapeFailing', 'TenantFlooding', 'TenantFlooding',
    'TenantOverBudgetPace',
  ]); // prettier-ignore
  for (const { alert, labels, annotations, ...rule } of ALERTS) {
    expect(labels.audience).toBe(alert.startsWith('Place') ? 'student' : 'staff');
    expect(rule.for).toMatch(/^([5-9]|\d\d)m$|^\dh$/);
    expect(annotations.summary.length).toBeLessThan(90);
    expect(annotations.description).toMatch(/\.$/);
    expect(JSON.stringify([labels, annotations])).not.toContain('@');
  }
});

test('No rule reads a series without saying whose it is: a tenant may export any name', () => {
  const selectors = RULES.flatMap(({ expr }) => expr.match(/[a-z][a-z0-9_:]*\{[^}]*\}/g) ?? []);
  expect(selectors.length).toBeGreaterThan(60);
  expect(selectors.filter((selector) => !/[{,]job(=|=~)"/.test(selector))).toEqual([]);
  const named = RULES.flatMap(({ expr }) => expr.match(/\b(?:kube|container|http|redis|scrape|namespace(?:_[a-z]+)?:)[a-z0-9_:]*(?![a-z0-9_:{])/g) ?? []); // prettier-ignore
  expect(named.filter((name) => name.includes(':') || /^(kube|container)_/.test(name))).toEqual([]);
});

test('Where Google collects, no alert waits for a Prometheus that is not there', () => {
  const staff = ruleGroups(aMonitoringPlan({ collector: 'google-managed' })).find(
    ({ name }) => name === 'alerts-to-staff',
  )!;
  const names = staff.rules.map((rule) => ('alert' in rule ? rule.alert : rule.record));
  expect(names).toContain('ScrapeFailing');
  expect(names).not.toContain('PrometheusNearLimit');
  expect(staff.rules.map(({ expr }) => expr).join('\n')).not.toContain('absent');
});

test('Every recorded series and every alert is tried with the real promtool', () => {
  const tests = readdirSync(__dirname)
    .filter((name) => /-(rules|alerts)\.test\.ts$/.test(name))
    .map((name) => readFileSync(join(__dirname, name), 'utf8'))
    .join('\n');
  expect(RECORDED.filter((name) => !tests.includes(`'${name}':`))).toEqual([]);
  expect(
    ALERTS.filter(({ alert }) => !tests.includes(`${alert}: [`) && !tests.includes(`${alert}: firing`)),
  ).toEqual([]);
});

test('The texts are YAML that says what the groups say', () => {
  expect(
    Object.values(ruleFiles(PLAN)).map((text) => (parse(text) as { groups: unknown[] }).groups[0]),
  ).toEqual(ruleGroups(PLAN));
});

withPrograms(['promtool'], () => {
  test.each([
    ['in-cluster', {}],
    ['google-managed', {}],
    ['in-cluster', { pools: [], budgets: [{ usd: 0.5, namespaces: 'rest' as const }] }],
  ] as const)('promtool finds no fault in the rules (%s)', (collector, changes) => {
    const said = checkRules(aMonitoringPlan({ collector, ...changes }));
    expect(said.match(/SUCCESS/g)).toHaveLength(10);
    expect(said).not.toMatch(/FAILED|error|exit/);
  });
});
