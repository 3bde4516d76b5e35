import type { Json, JsonMap } from '../../../src/prover/json-value';
import { isList, isMap } from '../../../src/prover/json-value';

/** Keys of objects and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** `value` with `put` at `path`; objects that the path needs and that are not there are made. */
export function withAt(value: Json | undefined, path: Path, put: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (typeof key === 'number') {
    const list = isList(value) ? value : [];
    return [...list.slice(0, key), withAt(list[key], rest, put), ...list.slice(key + 1)];
  }
  const map = isMap(value) ? value : {};
  return { ...map, [key]: withAt(map[key], rest, put) };
}

/** `value` without what stands at `path`. */
export function withoutAt(value: Json, path: Path): Json {
  const [key, ...rest] = path;
  if (key === undefined) throw new Error('Nothing would be left');
  if (typeof key === 'number') {
    const list = isList(value) ? value : [];
    const inner = rest.length === 0 ? [] : [withoutAt(list[key]!, rest)];
    return [...list.slice(0, key), ...inner, ...list.slice(key + 1)];
  }
  const map = isMap(value) ? value : {};
  const { [key]: removed, ...others } = map;
  return rest.length === 0 ? others : { ...others, [key]: withoutAt(removed!, rest) };
}

/** A Kubernetes object or Terraform resource, edited. */
export const edited = (object: JsonMap, path: Path, put: Json): JsonMap =>
  withAt(object, path, put) as JsonMap;
export const stripped = (object: JsonMap, path: Path): JsonMap => withoutAt(object, path) as JsonMap;

/** The list at `path` with one more at its end. */
export function extended(object: JsonMap, path: Path, more: Json): JsonMap {
  const list = path.reduce<Json | undefined>(
    (inner, key) =>
      typeof key === 'number'
        ? isList(inner)
          ? inner[key]
          : undefined
        : isMap(inner)
          ? inner[key]
          : undefined,
    object,
  );
  return edited(object, path, [...(isList(list) ? list : []), more]);
}
