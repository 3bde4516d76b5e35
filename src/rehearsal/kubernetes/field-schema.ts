import type { Value } from '../values/value';
import { isList, isRecord } from '../values/value';
import type { ObjectKind } from './api-kinds';
import type { FieldError } from './kubernetes-error';

/** What a field may hold: as much of a CRD's `openAPIV3Schema` as is checked here. */
export interface FieldSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly additionalProperties?: FieldSchema;
  readonly items?: FieldSchema;
  readonly required?: readonly string[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
}

/** Where the schemas of kinds come from; undefined for a kind whose fields are not known. */
export interface KindSchemas {
  schemaOf(kind: ObjectKind): FieldSchema | undefined;
}

/** What is wrong with the fields of an object, in the order in which an API would notice it. */
export interface SchemaFindings {
  /** Paths of fields that the kind does not have. */
  readonly unknown: readonly string[];
  /** Fields of the wrong type, as Go's JSON decoder says it. */
  readonly mistyped: readonly string[];
  readonly invalid: readonly FieldError[];
}

/** Holds `value` to `schema`. */
export function checkFields(kind: string, value: Value, schema: FieldSchema): SchemaFindings {
  const findings = { unknown: [] as string[], mistyped: [] as string[], invalid: [] as FieldError[] };
  visit('', value, schema, { ...findings, kind });
  return findings;
}

interface Report {
  readonly kind: string;
  readonly unknown: string[];
  readonly mistyped: string[];
  readonly invalid: FieldError[];
}

function visit(path: string, value: Value, schema: FieldSchema, report: Report): void {
  // The API takes null for a field that is not there.
  if (value === null || schema['x-kubernetes-preserve-unknown-fields'] === true) return;
  if (!hasType(value, schema)) {
    const type = schema['x-kubernetes-int-or-string'] === true ? 'intstr.IntOrString' : schema.type;
    report.mistyped.push(
      `json: cannot unmarshal ${jsonType(value)} into Go struct field ${report.kind}.${path} of type ${type}`,
    );
    return;
  }
  if (isList(value)) visitItems(path, value, schema, report);
  else if (isRecord(value)) visitFields(path, value, schema, report);
  else report.invalid.push(...scalarErrors(path, value, schema));
}

function visitItems(path: string, list: readonly Value[], schema: FieldSchema, report: Report): void {
  const { minItems = 0, maxItems = Infinity, items } = schema;
  if (list.length > maxItems) {
    const problem = `Too many: ${list.length}: must have at most ${maxItems} items`;
    report.invalid.push({ field: path, problem });
  }
  if (list.length < minItems) {
    const problem = `Invalid value: ${list.length}: ${path} in body should have at least ${minItems} items`;
    report.invalid.push({ field: path, problem });
  }
  if (items !== undefined) list.forEach((item, index) => visit(`${path}[${index}]`, item, items, report));
}

function visitFields(
  path: string,
  record: Readonly<Record<string, Value>>,
  schema: FieldSchema,
  report: Report,
): void {
  const { properties, additionalProperties, required = [] } = schema;
  const child = (name: string): string => (path === '' ? name : `${path}.${name}`);
  for (const [name, value] of Object.entries(record)) {
    const field = properties?.[name] ?? additionalProperties;
    if (field !== undefined) visit(child(name), value, field, report);
    else if (properties !== undefined) report.unknown.push(child(name));
  }
  for (const name of required) {
    if ((record[name] ?? null) === null)
      report.invalid.push({ field: child(name), problem: 'Required value' });
  }
}

function scalarErrors(path: string, value: Value, schema: FieldSchema): readonly FieldError[] {
  const errors: FieldError[] = [];
  const say = (problem: string): number => errors.push({ field: path, problem });
  if (typeof value === 'string') {
    if (schema.enum !== undefined && !schema.enum.includes(value)) {
      const supported = schema.enum.map((each) => `"${each}"`).join(', ');
      say(`Unsupported value: ${JSON.stringify(value)}: supported values: ${supported}`);
    }
    if (schema.maxLength !== undefined && value.length > schema.maxLength) {
      say(`Too long: may not be more than ${schema.maxLength} bytes`);
    }
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
      say(`Invalid value: ${JSON.stringify(value)}: ${path} in body should match '${schema.pattern}'`);
    }
  }
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    if (value < minimum) {
      say(`Invalid value: ${value}: ${path} in body should be greater than or equal to ${minimum}`);
    }
    if (value > maximum) {
      say(`Invalid value: ${value}: ${path} in body should be less than or equal to ${maximum}`);
    }
  }
  return errors;
}

function hasType(value: Value, schema: FieldSchema): boolean {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return typeof value === 'string' || typeof value === 'number';
  }
  switch (schema.type) {
    case undefined:
      return true;
    case 'array':
      return isList(value);
    case 'object':
      return isRecord(value);
    case 'integer':
      return typeof value === 'bigint' || Number.isInteger(value);
    default:
      return typeof value === schema.type;
  }
}

function jsonType(value: Value): string {
  if (isList(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return typeof value === 'bigint' ? 'number' : typeof value;
}
