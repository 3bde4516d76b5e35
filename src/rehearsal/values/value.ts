/** A value that is known only after apply. */
export class Unknown {
  toJSON(): string {
    return '(known after apply)';
  }
}

/** The one unknown value. */
export const UNKNOWN = Object.freeze(new Unknown());

/**
 * A value of Terraform's type system as this program holds it. Lists, sets and tuples are arrays, maps,
 * objects and blocks are records; a whole number beyond 2^53 is a bigint.
 */
export type Value = null | boolean | number | bigint | string | Unknown | readonly Value[] | Attributes;

/** The attributes and blocks of a resource or of a block, by the names that Terraform gives them. */
export interface Attributes {
  readonly [name: string]: Value;
}

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const isRecord = (value: Value | undefined): value is Attributes =>
  typeof value === 'object' && value !== null && !isList(value) && !(value instanceof Unknown);

/** Whether a value is unknown, or holds one that is. */
export function hasUnknown(value: Value | undefined): boolean {
  if (value instanceof Unknown) return true;
  if (isList(value)) return value.some(hasUnknown);
  return isRecord(value) && Object.values(value).some(hasUnknown);
}
