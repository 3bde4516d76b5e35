import { parse, stringify } from 'yaml';
import type { RuleGroup, RecordingRule } from '../../../src/monitoring/rules/rule';

/**
 * Recording rules of emitted files, in files of their own: those that need what others record come after them.
 * Prometheus evaluates a group in order and needs no such levels; promtool asks a Prometheus that knows only what was
 * recorded before it began.
 */
export function recordingLevels(files: Readonly<Record<string, string>>): readonly string[] {
  const groups = Object.values(files).flatMap((text) => (parse(text) as { groups: RuleGroup[] }).groups);
  const rules = groups.flatMap((group) => group.rules).filter((rule) => 'record' in rule) as RecordingRule[];
  const levelOf = ({ expr }: RecordingRule): number => {
    const needed = rules.filter(({ record }) => expr.includes(record)).map(levelOf);
    return needed.length === 0 ? 0 : 1 + Math.max(...needed);
  };
  const levels = new Map<number, RecordingRule[]>();
  for (const rule of rules) levels.set(levelOf(rule), [...(levels.get(levelOf(rule)) ?? []), rule]);
  return [...levels.keys()]
    .sort((a, b) => a - b)
    .map((level) =>
      stringify({ groups: [{ name: `level-${level}`, interval: '1m', rules: levels.get(level) }] }),
    );
}
