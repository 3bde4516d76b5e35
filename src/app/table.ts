/** Rows in columns as wide as their widest cell; the last column may run on. */
export function table(rows: readonly (readonly string[])[], indent = '  '): readonly string[] {
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length))) ?? [];
  return rows.map((row) =>
    (
      indent +
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell + ' '.repeat(widths[column]! - [...cell].length),
        )
        .join('  ')
    ).trimEnd(),
  );
}
