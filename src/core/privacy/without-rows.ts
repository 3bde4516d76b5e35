import type { CsvRow, CsvSource } from '../input/csv-source';

/** A table's text without some of its rows; every other line stays as it is, byte for byte. */
export function withoutRows(text: string, source: CsvSource, goes: (row: CsvRow) => boolean): string {
  const starts = source.rows.map((row) => row.positionOf(0).line);
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
  const gone = new Set<number>();
  source.rows.forEach((row, index) => {
    if (!goes(row)) return;
    // Until the next row begins: a value in quotes may run over several lines.
    const end = starts[index + 1] ?? lines.length + 1;
    for (let line = starts[index]!; line < end; line += 1) gone.add(line);
  });
  return lines.filter((_, index) => !gone.has(index + 1)).join('');
}
