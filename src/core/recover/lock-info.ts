/** Who holds the lock on a state, in terraform's words. */
export interface LockInfo {
  /** Id that releases it. */
  readonly id: string;
  /** `user@machine`. */
  readonly who?: string;
  /** `apply`, `plan`, … */
  readonly operation?: string;
  /** When it was taken: ISO 8601, or what Go prints for it. */
  readonly created?: string;
}

const LOCKED = 'Error acquiring the state lock';
/** How terraform's `http` backend names the holder. What follows as "Lock Info" there is the asker's own lock. */
const OF_HTTP = /state already locked: ID=([^\s"]+)/;
const FIELD = /^[\s│|]*(ID|Who|Operation|Created):[ \t]+(\S.*?)\s*$/gm;

/**
 * The lock that kept terraform from starting, out of all it printed, as JSON's details or as plain text;
 * undefined if no lock did.
 */
export function tryParseLock(output: string): LockInfo | undefined {
  const start = output.indexOf(LOCKED);
  if (start < 0) return undefined;
  const text = output.slice(start);
  const holder = OF_HTTP.exec(text)?.[1];
  if (holder !== undefined) return { id: holder };
  const fields = Object.fromEntries([...text.matchAll(FIELD)].map(([, name, value]) => [name!, value!]));
  return lockFrom(fields);
}

/** The lock that a state backend describes as terraform did when it took it: JSON; undefined if it is none. */
export function tryReadLock(json: string): LockInfo | undefined {
  try {
    return lockFrom(JSON.parse(json) as Readonly<Record<string, unknown>>);
  } catch {
    return undefined;
  }
}

function lockFrom(fields: Readonly<Record<string, unknown>>): LockInfo | undefined {
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const id = text('ID');
  if (id === undefined) return undefined;
  const [who, created] = [text('Who'), text('Created')];
  const operation = text('Operation')
    ?.replace(/^OperationType/, '')
    .toLowerCase();
  return {
    id,
    ...(who === undefined ? {} : { who }),
    ...(operation === undefined ? {} : { operation }),
    ...(created === undefined ? {} : { created }),
  };
}
