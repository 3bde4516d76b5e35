import type { Attributes, Value } from './value';
import { isList, isRecord } from './value';

/** The text at `name`; undefined if it is null, unknown or no text. */
export function textAt(attributes: Attributes, name: string): string | undefined {
  const value = attributes[name];
  return typeof value === 'string' ? value : undefined;
}

/** The text at `name`, which Terraform has made sure of. */
export function requiredText(attributes: Attributes, name: string): string {
  const value = textAt(attributes, name);
  if (value === undefined) throw new Error(`"${name}" is not known; Terraform should not have asked`);
  return value;
}

/** The number at `name`; one that a double cannot hold exactly, such as 0.1, is kept as text. */
export function numberAt(attributes: Attributes, name: string): number | undefined {
  const value = attributes[name];
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value);
  return typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value))
    ? Number(value)
    : undefined;
}

export function booleanAt(attributes: Attributes, name: string): boolean | undefined {
  const value = attributes[name];
  return typeof value === 'boolean' ? value : undefined;
}

/** The texts of a list or set; what is null or unknown is left out. */
export function textsAt(attributes: Attributes, name: string): readonly string[] {
  const value = attributes[name];
  return isList(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

/** The blocks or objects at `name`; none if there are none. */
export function blocksAt(attributes: Attributes, name: string): readonly Attributes[] {
  const value = attributes[name];
  if (isList(value)) return value.filter(isRecord);
  return isRecord(value) ? [value] : [];
}

/** The first block at `name`, for blocks of which there is at most one. */
export function blockAt(attributes: Attributes, name: string): Attributes | undefined {
  return blocksAt(attributes, name)[0];
}

/** The texts of a map; what is null or unknown is left out. */
export function textMapAt(attributes: Attributes, name: string): Readonly<Record<string, string>> {
  const value: Value | undefined = attributes[name];
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
