import type { FieldSchema } from './field-schema';

export const text: FieldSchema = { type: 'string' };
export const flag: FieldSchema = { type: 'boolean' };
export const whole: FieldSchema = { type: 'integer' };
export const port: FieldSchema = { type: 'integer', minimum: 1, maximum: 65_535 };
/** One of some words. */
export const oneOf = (...values: readonly string[]): FieldSchema => ({ type: 'string', enum: values });
/** A list of at most `maxItems`. */
export const listOf = (items: FieldSchema, maxItems: number, minItems = 0): FieldSchema => ({
  type: 'array',
  items,
  maxItems,
  ...(minItems > 0 ? { minItems } : {}),
});
export const texts: FieldSchema = { type: 'array', items: text };
export const textMap: FieldSchema = { type: 'object', additionalProperties: text };

/** An object with these fields, some of them required. */
export function record(
  properties: Readonly<Record<string, FieldSchema>>,
  ...required: readonly string[]
): FieldSchema {
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

/** Names another object. */
export const reference = { group: text, kind: text, name: text, namespace: text };
/** What a policy is about. */
export const targetRef = record(reference, 'group', 'kind', 'name');
