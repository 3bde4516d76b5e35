import { decodeText } from '../input/decode-text';
import { conflictMarkers } from '../input/merge-conflict';
import type { Outcome, Problem } from '../input/problem';
import { accept, legible, refuse, shown } from '../input/problem';
import { walkJson } from './json-walk';

/** One thing of an inventory as it stands in the file. */
export interface InventoryEntry {
  readonly value: unknown;
  /** Its place in the file, from 1; looked up only where something is wrong with it. */
  line(): number;
}

/** What an inventory is written as, for people who brought something else. */
export const INVENTORY_ALLOWED = 'JSON as gcloud prints it: a list, one object, or one object a line';
/** How to get one. */
export const INVENTORY_WRITE =
  'gcloud asset search-all-resources --scope=folders/FOLDER --format=json > inventory.json';

/** Largest inventory that is read, in bytes: 20,000 assets with all their attributes are 20 MB. */
const LARGEST = 256 * 1024 * 1024;
/** What `decodeText` takes; it tells best what is wrong with bytes. */
const MOST_DECODED = 16 * 1024 * 1024;

/** Keys under which APIs put the list that gcloud prints bare. */
const WRAPPERS = ['assets', 'results', 'items'] as const;

/** The text of an inventory: UTF-8, or the UTF-16 that PowerShell writes for ">". */
export function decodeInventory(file: string, bytes: Uint8Array): Outcome<string> {
  const text = bytes.length <= MOST_DECODED ? decodeText(file, bytes) : decodeLarge(file, bytes);
  if (!text.ok)
    return refuse(text.problems.map((problem) => ({ ...problem, allowed: INVENTORY_ALLOWED, write: INVENTORY_WRITE }))); // prettier-ignore
  return accept(text.value.replace(/^\uFEFF/, ''));
}

function decodeLarge(file: string, bytes: Uint8Array): Outcome<string> {
  const refused = (message: string): Outcome<string> =>
    refuse([{ file, line: 1, column: 1, message, got: `${bytes.length} bytes` }]);
  if (bytes.length > LARGEST) return refused(`the file is larger than ${LARGEST} bytes`);
  try {
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return accept(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return refused('the file is not UTF-8 text');
  }
}

/** The entries of an inventory: a JSON list, an object that holds one, one object, or an object in each line. */
export function readEntries(file: string, text: string): Outcome<readonly InventoryEntry[]> {
  if (text.trim() === '') return refuse([told(file, text, 0, 'the file is empty')]);
  const conflicts = conflictMarkers(file, text);
  if (conflicts.length > 0) return refuse(conflicts);
  const whole = parsed(text);
  if (whole !== undefined) return accept(entriesOf(text, whole.value));
  const lines = text.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  if (isRecord(parsed(first)?.value)) return entriesInLines(file, lines);
  return refuse([notJson(file, text)]);
}

function entriesOf(text: string, value: unknown): readonly InventoryEntry[] {
  if (Array.isArray(value)) return listed(text, value, 1);
  const wrapped = isRecord(value) && !isNamed(value) ? wrappedList(value) : undefined;
  if (wrapped !== undefined) return listed(text, wrapped, 2);
  return [{ value, line: () => 1 }];
}

/** What has a name is a thing itself, and what it holds is its own. */
const isNamed = (value: Readonly<Record<string, unknown>>): boolean => Object.hasOwn(value, 'name');

function wrappedList(value: Readonly<Record<string, unknown>>): readonly unknown[] | undefined {
  const key = WRAPPERS.find((each) => Object.hasOwn(value, each) && Array.isArray(value[each]));
  return key === undefined ? undefined : (value[key] as readonly unknown[]);
}

function listed(text: string, values: readonly unknown[], depth: number): readonly InventoryEntry[] {
  let lines: readonly number[] | undefined;
  return values.map((value, index) => ({ value, line: () => (lines ??= linesAt(text, depth))[index] ?? 1 }));
}

/** Lines on which the values of lists at a depth start. */
function linesAt(text: string, depth: number): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  walkJson(text, (value) => {
    if (value.depth !== depth || !value.inList) return;
    for (; counted < value.offset; counted += 1) if (text[counted] === '\n') line += 1;
    lines.push(line);
  });
  return lines;
}

function entriesInLines(file: string, lines: readonly string[]): Outcome<readonly InventoryEntry[]> {
  const problems: Problem[] = [];
  const entries = lines.flatMap((line, index): readonly InventoryEntry[] => {
    if (line.trim() === '') return [];
    const entry = parsed(line);
    if (entry !== undefined) return [{ value: entry.value, line: () => index + 1 }];
    problems.push({ ...notJson(file, line), line: index + 1 });
    return [];
  });
  return problems.length > 0 ? refuse(problems) : accept(entries);
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function notJson(file: string, text: string): Problem {
  const offset = walkJson(text) ?? 0;
  const isCut = offset >= text.trimEnd().length;
  const message = isCut ? 'the file ends in the middle: it was cut' : 'this is not JSON';
  const near = text.slice(offset, offset + 30).split('\n')[0]!;
  return { ...told(file, text, offset, message), ...(isCut ? {} : { got: shown(near) }) };
}

function told(file: string, text: string, offset: number, message: string): Problem {
  const before = text.slice(0, offset).split('\n');
  const write = /^(---|Listed 0 items)/.test(text.trimStart())
    ? `the same gcloud command with --format=json behind it`
    : INVENTORY_WRITE;
  return {
    file,
    line: before.length,
    column: before.at(-1)!.length + 1,
    message: legible(message),
    allowed: INVENTORY_ALLOWED,
    write,
  };
}

/** True for an object of JSON that is no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
