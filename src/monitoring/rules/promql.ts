import { WEB_SERVICE } from '../../core/domain/names';
import type { Recorded } from './recorded';

/** Selector part for series of kube-state-metrics; a tenant's pods cannot have this job. */
export const KUBE_STATE = 'job="kube-state-metrics"';
/** Selector part for series that tenants' own pods export. */
export const TENANTS_JOB = 'job="tenants"';
/** Selector part for the Service that a tenant's host leads to. */
export const WEB = `endpoint="${WEB_SERVICE}"`;

/** A 1 for every namespace that is a tenant's. */
export const TENANT_NAMESPACES = `group by (namespace) (kube_namespace_labels{${KUBE_STATE},label_practicum_dev_tenant!=""})`;

/**
 * A series that a rule recorded, by its name and more matchers. What a tenant exports has a job, whatever its name is;
 * what a rule recorded has none.
 */
export const recorded = (name: Recorded, ...matchers: readonly string[]): string =>
  `${name}{${['job=""', ...matchers].join(',')}}`;

/** `expr` without what is no amount: a tenant may export NaN, and one NaN would spoil every sum that it is in. */
export const amount = (expr: string): string => `(\n${indented(expr)}\n) >= 0 < Inf`;

/** Part of a whole, of namespaces that have any of the whole: no requests give no series, rather than NaN. */
export const share = (part: string, whole: string): string =>
  amount(`(\n${indented(part)}\n) / (\n${indented(whole)}\n)`);

/** Rate by namespace of a counter that tenants or gateways export. */
export const rateByNamespace = (selector: string): string => `sum by (namespace) (rate(${selector}[5m]))`;

/** Union of amounts by namespace that may each be absent, added up. */
export const totalByNamespace = (parts: Readonly<Record<string, string>>): string => {
  const labelled = Object.entries(parts).map(
    ([name, expr]) => `label_replace(\n${indented(expr)},\n  "part", "${name}", "", ""\n)`,
  );
  return `sum by (namespace) (\n${indented(labelled.join('\nor\n'))}\n)`;
};

/** `text` as a PromQL string. */
export const quoted = (text: string): string => JSON.stringify(text);

/** `text` two columns further in. */
export const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ');
