import type { AttributeSchema, AttributeType, BlockSchema } from '../schema/block-schema';
import type { Attributes, Value } from './value';
import { Unknown, isList, isRecord } from './value';

/** Names of the attributes and blocks in which two values differ; sets are compared without order. */
export function differences(a: Attributes, b: Attributes, schema: BlockSchema): readonly string[] {
  return [...schema.attributes, ...schema.blocks]
    .filter((each) => canonical(a[each.name], each) !== canonical(b[each.name], each))
    .map(({ name }) => name);
}

/**
 * Whether two values are the same at a path through blocks, which is looked for in each block of a list. A block that
 * leaves the last name of the path empty is like one that is not there.
 */
export function sameAt(a: Attributes, b: Attributes, schema: BlockSchema, path: readonly string[]): boolean {
  return textsAt(a, schema, path) === textsAt(b, schema, path);
}

function textsAt(within: Value, schema: BlockSchema, path: readonly string[]): string {
  const texts = canonicalAt(within, schema, path);
  return texts.every((text) => EMPTY.has(text)) ? '' : JSON.stringify(texts);
}

/** How what is empty reads: an attribute, and a kind of block of which there is none. */
const EMPTY: ReadonlySet<string> = new Set(['null', '[]']);

function canonicalAt(
  within: Value,
  schema: BlockSchema,
  [name, ...rest]: readonly string[],
): readonly string[] {
  if (within instanceof Unknown) return ['?'];
  const shape = [...schema.attributes, ...schema.blocks].find((each) => each.name === name);
  if (shape === undefined) throw new Error(`${name} is not in the schema`);
  const value = isRecord(within) ? within[shape.name] : null;
  if (rest.length === 0 || !('block' in shape)) return [canonical(value, shape)];
  return asList(value).flatMap((each) => canonicalAt(each, shape.block, rest));
}

type Shape = AttributeSchema | BlockSchema['blocks'][number];

/** A text that is the same for values that mean the same. */
function canonical(value: Value | undefined, shape: Shape): string {
  if ('block' in shape) {
    const texts = asList(value).map((each) => canonicalBlock(each, shape.block));
    return JSON.stringify(shape.nesting === 'set' ? texts.sort() : texts);
  }
  if (shape.nested === undefined) return canonicalTyped(value ?? null, shape.type!);
  const { attributes, nesting } = shape.nested;
  if (value === null || value === undefined) return 'null';
  const texts = asList(value).map((each) => canonicalBlock(each, { attributes, blocks: [] }));
  return JSON.stringify(nesting === 'set' ? texts.sort() : texts);
}

/** Whether two blocks of one kind mean the same. */
export const sameBlock = (a: Value, b: Value, schema: BlockSchema): boolean =>
  canonicalBlock(a, schema) === canonicalBlock(b, schema);

function canonicalBlock(value: Value, schema: BlockSchema): string {
  if (!isRecord(value)) return '?';
  return JSON.stringify(
    [...schema.attributes, ...schema.blocks].map((each) => [each.name, canonical(value[each.name], each)]),
  );
}

function canonicalTyped(value: Value, type: AttributeType): string {
  if (value instanceof Unknown) return '?';
  if (isZero(value)) return 'null';
  if (type === 'number') return /^-?\d+$/.test(String(value)) ? String(value) : String(Number(value));
  if (typeof type === 'string' || !(isList(value) || isRecord(value))) return JSON.stringify(value);
  const [kind, inner] = type;
  if (isList(value)) {
    const texts = value.map((each) => canonicalTyped(each, inner as AttributeType));
    return JSON.stringify(kind === 'set' ? texts.sort() : texts);
  }
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return 'null';
  return JSON.stringify(
    entries.map(([name, each]) => [
      name,
      canonicalTyped(
        each,
        kind === 'object' ? (inner as Record<string, AttributeType>)[name]! : (inner as AttributeType),
      ),
    ]),
  );
}

/** Whether the provider's SDK takes a value for one that is not there: what is not written is zero to it. */
export const isZero = (value: Value | undefined): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  value === 0 ||
  (isList(value) && value.length === 0);

const asList = (value: Value | undefined): readonly Value[] =>
  isList(value) ? value : value === null || value === undefined ? [] : [value];
