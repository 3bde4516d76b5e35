import type { Json } from '../json-value';
import { at, textAt, textsAt } from '../json-value';

export type Labels = Readonly<Record<string, string>>;

/** Prometheus anchors every expression, and a dot takes every character. */
const anchored = (regex: string): RegExp => new RegExp(`^(?:${regex})$`, 's');

const known = new Map<string, RegExp>();

function expressionOf(rule: Json): RegExp {
  const regex = textAt(rule, 'regex') ?? '(.*)';
  const expression = known.get(regex) ?? anchored(regex);
  if (known.size < 1_000) known.set(regex, expression);
  return expression;
}

/** `$1` and `${1}` of a match. */
const expanded = (replacement: string, match: RegExpExecArray): string =>
  replacement.replace(/\$(?:(\d+)|\{(\d+)\})/g, (_, plain?: string, braced?: string) => {
    return match[Number(plain ?? braced)] ?? '';
  });

const without = (labels: Labels, isGone: (name: string) => boolean): Labels =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => !isGone(name)));

/** Actions that `relabelled` works out; whoever meets another one knows nothing of what it does. */
export const KNOWN_ACTIONS: ReadonlySet<string> = new Set([
  'replace',
  'keep',
  'drop',
  'labelkeep',
  'labeldrop',
]);

/**
 * What rules of relabelling make of labels; undefined for what they drop.
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config (read 2026-11)
 */
export function relabelled(labels: Labels, rules: readonly Json[]): Labels | undefined {
  let current = labels;
  for (const rule of rules) {
    const next = applied(current, rule);
    if (next === undefined) return undefined;
    current = next;
  }
  return current;
}

function applied(labels: Labels, rule: Json): Labels | undefined {
  const expression = expressionOf(rule);
  const separator = textAt(rule, 'separator') ?? ';';
  const value = textsAt(rule, 'source_labels')
    .map((name) => labels[name] ?? '')
    .join(separator);
  const match = expression.exec(value);
  switch (textAt(rule, 'action') ?? 'replace') {
    case 'keep':
      return match === null ? undefined : labels;
    case 'drop':
      return match === null ? labels : undefined;
    case 'labeldrop':
      return without(labels, (name) => expression.test(name));
    case 'labelkeep':
      return without(labels, (name) => !expression.test(name));
    default:
      return match === null ? labels : replaced(labels, rule, match);
  }
}

function replaced(labels: Labels, rule: Json, match: RegExpExecArray): Labels {
  const written = at(rule, 'replacement');
  const result = expanded(typeof written === 'string' ? written : '$1', match);
  const target = expanded(textAt(rule, 'target_label') ?? '', match);
  return result === '' ? without(labels, (name) => name === target) : { ...labels, [target]: result };
}
