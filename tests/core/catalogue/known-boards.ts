import type { KnownBoards } from '../../../src/core/catalogue/contract/dashboard-faults';
import { KUBE_STATE_NAMES } from '../../../src/monitoring/kube-state-names';
import { CONTAINER_METRICS, VOLUME_METRICS } from '../../../src/monitoring/prometheus/kubelet-jobs';
import { ruleGroups } from '../../../src/monitoring/rules/rule-files';
import { metricsIn } from '../../monitoring/dashboards/known-metrics';
import { SHOWN_PANELS } from '../../monitoring/dashboards/shown-panels';
import { GENERATED_PLAN } from '../../monitoring/generated-series/generated-plan';

/** What is recorded, by its name. */
const RECORDED = new Map(
  ruleGroups(GENERATED_PLAN)
    .flatMap(({ rules }) => rules)
    .flatMap((rule) => ('record' in rule ? [[rule.record as string, rule.expr] as const] : [])),
);

/** Metrics of a question as they are scraped. */
const scraped = (expr: string): readonly string[] =>
  metricsIn(expr).flatMap((metric) => {
    const recorded = RECORDED.get(metric);
    return recorded === undefined ? [metric] : scraped(recorded);
  });

const COLLECTED = new Set([...KUBE_STATE_NAMES, ...CONTAINER_METRICS, ...VOLUME_METRICS]);

/** The boards of tenants as they are, for the rules of toolkits. */
export const KNOWN_BOARDS: KnownBoards = {
  panels: SHOWN_PANELS.filter(({ audience }) => audience === 'tenant').map(({ board, title, queries }) => ({
    board,
    title: title!,
    metrics: queries.flatMap(({ expr }) => scraped(expr as string)),
  })),
  collects: (metric) => COLLECTED.has(metric),
};
