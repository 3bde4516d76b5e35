import type { Fields } from './hardened-pod';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at `path` of an object that anybody may have written; undefined where the path leads nowhere. */
export function fieldAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, step) => {
    if (Array.isArray(inner)) return inner[Number(step)] as unknown;
    return isFields(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined;
  }, value);
}

/** The fields at `path`; none where there are none. */
export function fieldsAt(value: unknown, ...path: readonly (string | number)[]): Fields {
  const found = fieldAt(value, ...path);
  return isFields(found) ? found : {};
}

/** The list of fields at `path`; empty where there is none. What is no mapping has no fields. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly Fields[] {
  const found = fieldAt(value, ...path);
  return Array.isArray(found) ? found.map((each: unknown) => (isFields(each) ? each : {})) : [];
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = fieldAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The same value with `to` at `path`; what was not there on the way is made. */
export function withAt<T>(value: T, [step, ...rest]: readonly (string | number)[], to: unknown): T {
  if (step === undefined) return to as T;
  const inner = withAt(fieldAt(value, step), rest, to);
  if (Array.isArray(value)) return value.map((each, index) => (index === Number(step) ? inner : each)) as T;
  return { ...(isFields(value) ? value : {}), [step]: inner } as T;
}
