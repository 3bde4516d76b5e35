import type { Value } from '../values/value';
import { isList, isRecord } from '../values/value';

/** Whether two values are the same, whatever the order of names in records; null is as good as nothing. */
export function sameValue(one: Value | undefined, other: Value | undefined): boolean {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((value, index) => sameValue(value, other[index]));
  }
  if (isRecord(one) && isRecord(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => sameValue(one[name], other[name]));
  }
  return (one ?? null) === (other ?? null);
}
