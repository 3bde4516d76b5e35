import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Recorded } from '../../../src/monitoring/rules/recorded';
import { ruleFiles, ruleGroups } from '../../../src/monitoring/rules/rule-files';
import { program } from '../programs';
import { aMonitoringPlan } from './a-monitoring-plan';
import { forged, twice } from './hostile-series';

/** Series as promtool writes them, each with its values a minute apart: `0+60x120`. */
export type Series = Readonly<Record<string, string>>;

/** What a recorded series is: a value by namespace, or by all of its labels as PromQL writes them. */
export type Values = Readonly<Record<string, number>>;

/** What a test of rules expects once `series` have come in for `at`. */
export interface RuleTest {
  readonly series: Series;
  readonly at: string;
  /** How often the rules are evaluated. @default - every minute, as in a cell */
  readonly every?: string;
  readonly recorded?: Readonly<Partial<Record<Recorded, Values>>>;
  /** Every firing alert of the names that are given; a name without alerts must be silent. */
  readonly alerts?: Readonly<Record<string, readonly FiringAlert[]>>;
}

/** A firing alert: the labels that it has beside those that its rule gives it, and its value as annotations show it. */
export interface FiringAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly value?: string;
}

const PLAN = aMonitoringPlan();

/**
 * Holds the emitted rules to `test` with the real promtool three times: as it is, with a tenant that exports all of
 * the system's names with values of its own, and with two pods of kube-state-metrics that tell the same.
 */
export function expectRules(test: RuleTest): void {
  const { series, at } = test;
  expect(
    promtool('test', {
      rule_files: Object.keys(ruleFiles(PLAN)),
      evaluation_interval: test.every ?? '1m',
      tests: [series, forged(series), twice(series)].map((input, index) => ({
        name: ['as it is', 'with a forger', 'told twice'][index],
        interval: '1m',
        input_series: Object.entries(input).map(([name, values]) => ({ series: name, values })),
        promql_expr_test: Object.entries(test.recorded ?? {}).map(([name, values]) => ({
          expr: `round(${name}{job=""}, 0.000001)`,
          eval_time: at,
          exp_samples: Object.entries(values).map(([labels, value]) => ({ labels: labelsOf(labels), value })),
        })),
        alert_rule_test: Object.entries(test.alerts ?? {}).map(([alertname, firing]) => ({
          alertname,
          eval_time: at,
          exp_alerts: firing.map((alert) => expected(alertname, alert)),
        })),
      })),
    }),
  ).toContain('SUCCESS');
}

/** What promtool says of the emitted rule files. */
export const checkRules = (plan = PLAN): string => promtool('check', undefined, plan);

const labelsOf = (text: string): string =>
  text === '' ? '{}' : text.includes('=') ? `{${text}}` : `{namespace="${text}"}`;

function expected(name: string, { labels, value = '' }: FiringAlert): object {
  const rules = ruleGroups(PLAN).flatMap((group) => group.rules);
  const rule = rules
    .filter((each) => 'alert' in each)
    .find(
      (each) => each.alert === name && (labels['limit'] ?? each.labels['limit']) === each.labels['limit'],
    );
  if (rule === undefined) throw new Error(`There is no alert ${name}.`);
  const filled = (text: string): string =>
    text
      .replace(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => labels[label] ?? '')
      .replace(/\{\{ \$value[^}]*\}\}/g, value);
  return {
    exp_labels: { ...rule.labels, ...labels },
    exp_annotations: {
      summary: filled(rule.annotations.summary),
      description: filled(rule.annotations.description),
    },
  };
}

function promtool(verb: 'check' | 'test', test: object | undefined, plan = PLAN): string {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-rules-'));
  try {
    const files = Object.entries(ruleFiles(plan)).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return name;
    });
    if (test !== undefined) writeFileSync(join(folder, 'test.yaml'), stringify(test));
    const { path, env } = program('promtool');
    const args = [verb, 'rules', ...(test === undefined ? files : ['test.yaml'])];
    const { stdout, stderr, status } = spawnSync(path, args, { cwd: folder, env, encoding: 'utf8' });
    return `${status === 0 ? '' : `exit ${status}\n`}${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
