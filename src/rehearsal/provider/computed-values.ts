import type { AttributeType, BlockSchema } from '../schema/block-schema';
import type { Attributes, Value } from '../values/value';
import { UNKNOWN, Unknown, isList, isRecord } from '../values/value';

/**
 * A configuration with what the provider adds at plan time: its defaults (by dotted path), and "known after apply"
 * for every other attribute that it computes and the configuration leaves out.
 */
export function withComputed(attributes: Attributes, schema: BlockSchema, defaults: Attributes): Attributes {
  return inBlock(attributes, schema, defaults, '', UNKNOWN);
}

/** A configuration with the provider's defaults alone; what is computed stays as it is. */
export function withDefaults(attributes: Attributes, schema: BlockSchema, defaults: Attributes): Attributes {
  return inBlock(attributes, schema, defaults, '', undefined);
}

function inBlock(
  attributes: Attributes,
  schema: BlockSchema,
  defaults: Attributes,
  path: string,
  computed: Unknown | undefined,
): Attributes {
  const plain = schema.attributes.map(({ name, computed: isComputed }): [string, Value] => {
    const value = attributes[name] ?? null;
    if (value !== null) return [name, value];
    const usual = defaults[path + name];
    if (usual !== undefined) return [name, usual];
    return [name, isComputed && computed !== undefined ? computed : null];
  });
  const blocks = schema.blocks.map(({ name, nesting, block }): [string, Value] => {
    const inner = (each: Value): Value =>
      isRecord(each) ? inBlock(each, block, defaults, `${path}${name}.`, computed) : each;
    const value = attributes[name];
    if (isList(value)) return [name, value.map(inner)];
    return [name, isRecord(value) ? inner(value) : (value ?? (nesting === 'single' ? null : []))];
  });
  return Object.fromEntries([...plain, ...blocks]);
}

/**
 * The same attributes with something empty of the right type for each value that is still unknown. What the schema
 * does not have stays, to be refused.
 */
export function withoutUnknowns(attributes: Attributes, schema: BlockSchema): Attributes {
  const plain = schema.attributes.map(({ name, type, nested }): [string, Value] => {
    const value = attributes[name] ?? null;
    if (nested === undefined) return [name, filled(value, type!)];
    const inside = { attributes: nested.attributes, blocks: [] };
    const inner = (each: Value): Value => (isRecord(each) ? withoutUnknowns(each, inside) : each);
    if (value instanceof Unknown) return [name, null];
    return [name, isList(value) ? value.map(inner) : inner(value)];
  });
  const blocks = schema.blocks.map(({ name, nesting, block }): [string, Value] => {
    const value = attributes[name];
    const inner = (each: Value): Value => (isRecord(each) ? withoutUnknowns(each, block) : each);
    if (isList(value)) return [name, value.map(inner)];
    return [name, isRecord(value) ? inner(value) : nesting === 'single' ? null : []];
  });
  const known = Object.fromEntries([...plain, ...blocks]);
  return { ...known, ...Object.fromEntries(Object.entries(attributes).filter(([name]) => !(name in known))) };
}

function filled(value: Value, type: AttributeType): Value {
  if (value instanceof Unknown) return empty(type);
  if (isList(value) && Array.isArray(type))
    return value.map((each) => filled(each, type[1] as AttributeType));
  if (isRecord(value) && Array.isArray(type)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [
        name,
        filled(
          each,
          type[0] === 'object'
            ? (type[1] as Record<string, AttributeType>)[name]!
            : (type[1] as AttributeType),
        ),
      ]),
    );
  }
  return value;
}

function empty(type: AttributeType): Value {
  if (type === 'string') return '';
  if (type === 'number') return 0;
  if (type === 'bool') return false;
  return type === 'dynamic' || type[0] === 'object' ? null : type[0] === 'map' ? {} : [];
}
