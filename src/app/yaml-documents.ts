import { Yaml } from 'cdk8s';

/**
 * `documents` as YAML, byte for byte what cdk8s writes, in a tenth of its time: the layout of plain data
 * is simple and stands here, while how a single value is written stays for the library to say, once per
 * value. A cohort's values are the same for most of its tenants. What stands in two places of a document is
 * written in both, without anchors.
 */
export function yamlDocuments(documents: readonly unknown[]): string {
  return documents.map(documentText).join('---\n');
}

type Mapping = Readonly<Record<string, unknown>>;

function documentText(document: unknown): string {
  const isLaidOutHere = isFilled(document) && isMapping(document) && isSimple(document);
  return isLaidOutHere ? `${fieldLines(document, '')}\n` : Yaml.stringify(document);
}

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isFilled = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

/** Text that is written otherwise in another place: like the end of a document. */
const BY_PLACE = /^(---|\.\.\.)/;

function isSimple(value: unknown): boolean {
  if (typeof value === 'string') return !BY_PLACE.test(value);
  if (Array.isArray(value)) return value.every(isSimple);
  if (isMapping(value))
    return Object.entries(value).every(([key, item]) => isSimpleKey(key) && isSimple(item));
  if (typeof value === 'number') return !Object.is(value, -0);
  return value === null || typeof value === 'boolean';
}

/** A key of 1,024 characters and more has a form of its own; quotes may make it six times as long. */
const isSimpleKey = (key: string): boolean => key.length < 150 && !key.includes('\n') && isSimple(key);

/** The fields of a mapping, each after the first on lines of their own behind `indent`. */
function fieldLines(mapping: Mapping, indent: string): string {
  return Object.entries(mapping)
    .map(([key, value]) => `${keyText(key)}:${fieldText(value, indent)}`)
    .join(`\n${indent}`);
}

function fieldText(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (!isFilled(value)) return ` ${scalarText(value, indent)}`;
  return `\n${inner}${Array.isArray(value) ? itemLines(value, inner) : fieldLines(value as Mapping, inner)}`;
}

function itemLines(items: readonly unknown[], indent: string): string {
  return items.map((item) => `- ${itemText(item, indent)}`).join(`\n${indent}`);
}

function itemText(item: unknown, indent: string): string {
  if (!isFilled(item)) return scalarText(item, indent);
  const inner = `${indent}  `;
  return Array.isArray(item) ? itemLines(item, inner) : fieldLines(item as Mapping, inner);
}

/** More values than all tenants share; beyond that, what one tenant alone had goes too. */
const MOST_KEPT = 5_000;

const keyTexts = new Map<unknown, string>();
const scalarTexts = new Map<unknown, string>();

const keyText = (key: string): string =>
  kept(keyTexts, key, () => Yaml.stringify({ [key]: 0 }).slice(0, -': 0\n'.length));

/** A value as it stands behind a key or a dash at `indent`; further lines of its own stand as far in, and empty ones nowhere. */
function scalarText(value: unknown, indent: string): string {
  if (Array.isArray(value)) return '[]';
  if (isMapping(value)) return '{}';
  const text = kept(scalarTexts, value, () => Yaml.stringify({ k: value }).slice('k: '.length, -'\n'.length));
  if (indent === '' || typeof value !== 'string' || !text.includes('\n')) return text;
  return text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`);
}

function kept(texts: Map<unknown, string>, value: unknown, write: () => string): string {
  const known = texts.get(value);
  if (known !== undefined) return known;
  if (texts.size >= MOST_KEPT) texts.clear();
  const text = write();
  texts.set(value, text);
  return text;
}
