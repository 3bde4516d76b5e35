import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { byText } from '../../core/domain/sorting';
import { cellRules } from './cell-rules';
import { containerRules } from './container-rules';
import { costRules } from './cost-rules';
import { kubeStateRules, scrapeRules } from './kube-state-rules';
import { cacheRules, gatewayRules, requestRules } from './request-rules';
import type { RuleGroup } from './rule';
import { staffAlerts } from './staff-alerts';
import { studentAlerts } from './student-alerts';
import { yamlText } from './yaml-text';

/** Every group of rules of a cell, by name. */
export const ruleGroups = (plan: MonitoringPlan): readonly RuleGroup[] =>
  [
    cacheRules(),
    cellRules(plan),
    containerRules(),
    costRules(plan),
    gatewayRules(),
    kubeStateRules(),
    requestRules(),
    scrapeRules(),
    staffAlerts(plan),
    studentAlerts(),
  ].sort(byText(({ name }) => name));

/** Files of rules for Prometheus: the text of each by its name, one for each group. */
export const ruleFiles = (plan: MonitoringPlan): Readonly<Record<string, string>> =>
  Object.fromEntries(ruleGroups(plan).map((each) => [`${each.name}.yaml`, yamlText({ groups: [each] })]));
