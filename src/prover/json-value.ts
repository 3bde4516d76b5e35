/** A value of a JSON or YAML file. */
export type Json = string | number | boolean | null | readonly Json[] | JsonMap;

/** An object of a JSON or YAML file. */
export interface JsonMap {
  readonly [key: string]: Json;
}

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === 'object' && value !== null && !isList(value);

/** What stands at `path`; nothing where the path leads nowhere. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let inner = value;
  for (const key of path) {
    if (!isMap(inner)) return undefined;
    inner = inner[key];
  }
  return inner;
}

/** Like `at` through Terraform's blocks, each of which may be written as a list of one. */
export function blockAt(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  const single = (each: Json | undefined): Json | undefined =>
    isList(each) && each.length === 1 && isMap(each[0]) ? each[0] : each;
  return path.reduce<Json | undefined>((inner, key) => single(at(single(inner), key)), value);
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The list at `path`, empty where there is none. */
export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path);
  return isList(found) ? found : [];
}

/** The list of texts at `path`; what is no text is written as JSON, so that it equals nothing that is allowed. */
export function textsAt(value: Json | undefined, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
}

/** The object at `path`, empty where there is none. */
export function mapAt(value: Json | undefined, ...path: readonly string[]): JsonMap {
  const found = at(value, ...path);
  return isMap(found) ? found : {};
}

/** The texts of the object at `path` by their keys. */
export function labelsAt(
  value: Json | undefined,
  ...path: readonly string[]
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(mapAt(value, ...path)).map(([key, text]) => [key, String(text)]));
}

/** A value as a sentence quotes it. */
export const quoted = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value);
