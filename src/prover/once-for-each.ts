/**
 * `workOut` that works out its answer once for each object it is given. Artifacts are read and never changed, so what
 * was said of an object holds as long as the object is there; nothing is kept alive by it.
 */
export function onceForEach<K extends object, V extends object>(workOut: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, V>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const answer = workOut(of);
    known.set(of, answer);
    return answer;
  };
}
