import { Decoder, Encoder, ExtensionCodec, ExtData } from '@msgpack/msgpack';
import type { AttributeSchema, AttributeType, BlockSchema } from '../schema/block-schema';
import type { Attributes, Value } from './value';
import { UNKNOWN, Unknown, isList, isRecord } from './value';

/** Extension of an unknown value, and of one of which something is known: not null, a prefix, a length. */
const UNKNOWN_EXTENSION = 0;
const REFINED_UNKNOWN_EXTENSION = 12;

const extensions = new ExtensionCodec();
for (const type of [UNKNOWN_EXTENSION, REFINED_UNKNOWN_EXTENSION])
  extensions.register({ type, encode: () => null, decode: () => UNKNOWN });

const decoder = new Decoder({ extensionCodec: extensions, useBigInt64: true });
const encoder = new Encoder({ useBigInt64: true });

/** A value as terraform sent it; null for a resource that is not there. */
export function decodeDynamicValue(bytes: Uint8Array): Attributes | null {
  if (bytes.length === 0) return null;
  const value = plain(decoder.decode(bytes));
  if (value !== null && !isRecord(value)) throw new Error('Terraform sent a value that is no object');
  return value;
}

/** Whole numbers that a double holds exactly become numbers again. */
function plain(value: unknown): Value {
  if (typeof value === 'bigint')
    return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Unknown) return UNKNOWN;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
  return value as Value;
}

/** A value as terraform reads it: every attribute of the schema is there, null if we know nothing of it. */
export function encodeDynamicValue(attributes: Attributes | null, schema: BlockSchema): Uint8Array {
  return encoder.encode(attributes === null ? null : blockValue(attributes, schema, ''));
}

const unknownOnWire = new ExtData(UNKNOWN_EXTENSION, new Uint8Array([0]));

function blockValue(attributes: Attributes, schema: BlockSchema, path: string): unknown {
  refuseStrays(
    attributes,
    [...schema.attributes, ...schema.blocks].map(({ name }) => name),
    path,
  );
  const inside = schema.blocks.map(({ name, nesting, block }) => {
    const value = attributes[name] ?? (nesting === 'single' ? null : []);
    const at = `${path}${name}`;
    if (value === null || value instanceof Unknown) return [name, value === null ? null : unknownOnWire];
    const inner = (each: Value): unknown => blockValue(record(each, at), block, `${at}.`);
    return [name, nesting === 'single' ? inner(value) : list(value, at).map(inner)];
  });
  return Object.fromEntries([...inside, ...attributeValues(attributes, schema.attributes, path)]);
}

function attributeValues(
  attributes: Attributes,
  schema: readonly AttributeSchema[],
  path: string,
): readonly (readonly [string, unknown])[] {
  return schema.map(({ name, type, nested }) => {
    const value = attributes[name] ?? null;
    const at = `${path}${name}`;
    if (value === null || value instanceof Unknown) return [name, value === null ? null : unknownOnWire];
    if (nested === undefined) return [name, typedValue(value, type!, at)];
    const inner = (each: Value): unknown => nestedValue(record(each, at), nested.attributes, `${at}.`);
    return [name, nested.nesting === 'single' ? inner(value) : list(value, at).map(inner)];
  });
}

function nestedValue(attributes: Attributes, schema: readonly AttributeSchema[], path: string): unknown {
  refuseStrays(
    attributes,
    schema.map(({ name }) => name),
    path,
  );
  return Object.fromEntries(attributeValues(attributes, schema, path));
}

/** What no schema names, Terraform would drop without a word. */
function refuseStrays(attributes: Attributes, known: readonly string[], path: string): void {
  const names = new Set(known);
  const stray = Object.keys(attributes).find((name) => !names.has(name));
  if (stray !== undefined) throw new Error(`${path}${stray} is not in the schema`);
}

function typedValue(value: Value, type: AttributeType, path: string): unknown {
  if (value === null) return null;
  if (value instanceof Unknown) return unknownOnWire;
  if (typeof type === 'string') {
    const fits = {
      string: ['string'],
      number: ['number', 'bigint', 'string'],
      bool: ['boolean'],
      dynamic: [],
    };
    const allowed: readonly string[] = fits[type];
    if (!allowed.includes(typeof value)) throw new Error(`${path} must be a ${type}, got ${shapeOf(value)}`);
    return value;
  }
  const [kind, inner] = type;
  if (kind === 'object') {
    const given = record(value, path);
    refuseStrays(given, Object.keys(inner), `${path}.`);
    return Object.fromEntries(
      Object.entries(inner).map(([name, each]) => [
        name,
        typedValue(given[name] ?? null, each, `${path}.${name}`),
      ]),
    );
  }
  if (kind !== 'map') return list(value, path).map((each) => typedValue(each, inner, path));
  return Object.fromEntries(
    Object.entries(record(value, path)).map(([name, each]) => [
      name,
      typedValue(each, inner, `${path}.${name}`),
    ]),
  );
}

function record(value: Value, path: string): Attributes {
  if (!isRecord(value)) throw new Error(`${path} must be an object`);
  return value;
}

function list(value: Value, path: string): readonly Value[] {
  if (!isList(value)) throw new Error(`${path} must be a list`);
  return value;
}

/** What a value is; never the value itself, which may be a secret or a person. */
const shapeOf = (value: Value): string => (isList(value) ? 'list' : typeof value);
