import { parse } from 'yaml';
import { textsAt } from '../values/read-value';
import type { Attributes, Value } from '../values/value';
import { isList, isRecord } from '../values/value';

/** The values of a release: what its texts in YAML say together, later ones over earlier ones. */
export function valuesOf(release: Attributes): Attributes {
  return textsAt(release, 'values')
    .map((text) => parse(text) as Value)
    .filter(isRecord)
    .reduce<Attributes>(merged, {});
}

function merged(under: Attributes, over: Attributes): Attributes {
  const both = Object.entries(over).map(([name, value]) => {
    const below = under[name];
    return [name, isRecord(below) && isRecord(value) ? merged(below, value) : value] as const;
  });
  return { ...under, ...Object.fromEntries(both) };
}

/** The content hash that the values of a release say its chart has. */
export function statedHash(release: Attributes): string | undefined {
  const { contentHash } = valuesOf(release);
  return typeof contentHash === 'string' ? contentHash : undefined;
}

/** The digest that the description of a release says its archive has. */
export const describedDigest = (release: Attributes): string | undefined => {
  const { description } = release;
  return typeof description === 'string' ? /^sha256:([0-9a-f]{64})$/.exec(description)?.[1] : undefined;
};

/** JSON as Go writes it: names sorted, no spaces, and nothing that HTML would read. */
export function goJson(value: Value): string {
  const text = JSON.stringify(sorted(value));
  return text.replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sorted(value: Value): Value {
  if (isList(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name] ?? null)]));
}
