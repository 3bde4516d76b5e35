import { readCsv } from '../input/csv-source';
import { withoutRows } from './without-rows';

/**
 * What grading wrote of a lab, without one place: each form by its file name, from its text. A text that is in no form
 * that is known stays as it is.
 */
export function gradesWithoutPlace(file: string, text: string, handle: string): string {
  if (file.endsWith('.csv')) return csvWithout(file, text, handle);
  if (file.endsWith('.jsonl')) return jsonLinesWithout(text, handle);
  if (file.endsWith('.json')) return jsonWithout(text, handle);
  return file.endsWith('.html') ? htmlWithout(text, handle) : text;
}

function csvWithout(file: string, text: string, handle: string): string {
  const source = readCsv(file, text);
  if (!source.ok) return text;
  const column = source.value.header.cells.findIndex((cell) =>
    ['handle', 'place', 'tenant'].includes(cell.toLowerCase()),
  );
  return column < 0 ? text : withoutRows(text, source.value, ({ cells }) => cells[column] === handle);
}

function jsonWithout(text: string, handle: string): string {
  const value = tryJson(text);
  if (value === undefined) return text;
  const kept = pruned(value, handle);
  return JSON.stringify(kept) === JSON.stringify(value) ? text : `${JSON.stringify(kept, undefined, 2)}\n`;
}

function jsonLinesWithout(text: string, handle: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const value = tryJson(line);
    if (value === undefined || !line.includes(handle)) return [line];
    const kept = pruned([value], handle) as unknown[];
    return kept.map((each) => JSON.stringify(each));
  });
  return lines.join('\n');
}

/** A row of the page is a line of its text. */
const htmlWithout = (text: string, handle: string): string =>
  text
    .split('\n')
    .filter((line) => !(line.startsWith('<tr>') && line.includes(`<td>${handle}</td>`)))
    .join('\n');

/** A value without the members of its lists that are the place's: named by it, or by its handle alone. */
function pruned(value: unknown, handle: string): unknown {
  if (Array.isArray(value)) {
    return value
      .filter(
        (each) => each !== handle && !(isRecord(each) && [each['handle'], each['place']].includes(handle)),
      )
      .map((each) => pruned(each, handle));
  }
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (key === handle ? [] : [[key, pruned(each, handle)]])),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
