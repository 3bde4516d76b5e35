/** Freezes `value` and all that it holds; a plan is passed around, never changed. */
export function deepFreeze<T>(value: T, seen = new WeakSet()): T {
  if (typeof value !== 'object' || value === null || seen.has(value)) return value;
  seen.add(value);
  for (const member of Object.values(value)) deepFreeze(member, seen);
  return Object.freeze(value);
}
