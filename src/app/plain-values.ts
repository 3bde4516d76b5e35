/** Replaces what a value refers to by what it is. */
export type Resolve = (value: unknown) => unknown;

/**
 * What `resolve` makes of `value`, asking it only for parts that a token can hide in. Nearly all of a
 * cohort is plain text, and asking about each word of it is most of the time of a synthesis.
 *
 * A doubtful part is asked about: the engine alone knows what its tokens are.
 */
export function resolveTokensIn(value: unknown, resolve: Resolve): unknown {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value)) return resolveList(value, resolve);
    return isPlain(value) ? resolveFields(value, resolve) : resolve(value);
  }
  return mayBeToken(value) ? resolve(value) : value;
}

/** A list can be a token as a whole, and then says so in an element. */
function resolveList(list: readonly unknown[], resolve: Resolve): unknown {
  if (list.some(mayBeToken)) return resolve(list);
  return list.map((item) => resolveTokensIn(item, resolve)).filter((item) => item !== undefined);
}

function resolveFields(fields: Readonly<Record<string, unknown>>, resolve: Resolve): unknown {
  const keys = Object.keys(fields);
  if (keys.some(mayBeToken)) return resolve(fields);
  const resolved: Record<string, unknown> = {};
  for (const key of keys) {
    const value = resolveTokensIn(fields[key], resolve);
    if (value !== undefined) resolved[key] = value;
  }
  return resolved;
}

/** Not an object of a class, and none that resolves itself. */
function isPlain(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype && !('resolve' in value);
}

/**
 * In text a token is `${TfToken[…]}` or a number like -1.8e+289, the values of a map that is one are
 * "String Map Token Value" and the like; all numbers that are tokens are negative.
 */
function mayBeToken(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      return value.includes('Token') || value.includes('e+');
    case 'number':
      return !(value >= 0);
    case 'boolean':
    case 'object':
    case 'undefined':
      return false;
    default:
      return true;
  }
}
