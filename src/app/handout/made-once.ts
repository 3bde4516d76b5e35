/** What was made of a value, and what of the value was looked at for it. */
interface Made<Value, Result> {
  readonly looked: ReadonlyMap<keyof Value, unknown>;
  /** How many fields there were, where somebody asked which there are. */
  readonly fields: number | undefined;
  readonly result: Result;
}

/** As many as are worth looking through: beyond that each value has a result of its own. */
const MOST_KEPT = 3;

/**
 * A pure function of a value with fields, which is run only where a field that it looks at is not as it was: most of what is made for
 * places is the same for all of them, and it is seen in what was looked at which is.
 */
export function madeOnce<Value extends object, Result>(
  make: (value: Value) => Result,
): (value: Value) => Result {
  let known: readonly Made<Value, Result>[] = [];
  return (value) => {
    const same = known.find(
      ({ looked, fields }) =>
        (fields === undefined || fields === Object.keys(value).length) &&
        [...looked].every(([field, was]) => isSame(was, value[field])),
    );
    if (same !== undefined) return same.result;
    const watch = new Watch(value);
    const result = make(watch.value);
    known = [{ looked: watch.looked, fields: watch.fields, result }, ...known].slice(0, MOST_KEPT);
    return result;
  };
}

/** A value, with each field that is looked at written down, whether it is there or not. */
class Watch<Value extends object> {
  readonly looked = new Map<keyof Value, unknown>();
  readonly value: Value;
  fields: number | undefined;

  constructor(of: Value) {
    const look = (field: string | symbol): unknown => {
      const found = of[field as keyof Value];
      this.looked.set(field as keyof Value, found);
      return found;
    };
    this.value = new Proxy(of, {
      get: (_, field) => look(field),
      has: (_, field) => look(field) !== undefined,
      ownKeys: () => {
        const fields = Reflect.ownKeys(of);
        fields.forEach(look);
        this.fields = fields.length;
        return fields;
      },
    });
  }
}

const isSame = (one: unknown, other: unknown): boolean =>
  Object.is(one, other) ||
  (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
