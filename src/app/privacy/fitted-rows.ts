import { table } from '../table';

/** Two columns where they fit; where a path is long, what belongs to it stands below. */
export function fittedRows(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const lines = table(rows);
  if (lines.every((line) => [...line].length <= width)) return lines;
  return rows.flatMap(([left, right]) => [`  ${left}`, `    ${right}`]);
}
