/** Rows in columns as wide as their widest cell; the last column may run on. */
export function table(rows: readonly (readonly string[])[], indent = '  '): readonly string[] {
  const length = (text: string): number => [...text].length;
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => length(row[column] ?? '')))) ?? [];
  const padded = (cell: string, column: number): string => cell + ' '.repeat(widths[column]! - length(cell));
  return rows.map((row) => (indent + row.map(padded).join('  ')).trimEnd());
}

/** `1 stack`, `2 stacks`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
