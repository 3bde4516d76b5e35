import type { WaitGraph } from './unordered';

/** A stack as it is synthesised: blocks by type and name. */
export interface StackFile {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** An address in an expression or in `depends_on`: `google_project.Lab`, `data.google_project.Cell`. */
const ADDRESS = /\b(?:data\.)?[a-z]+_[a-z0-9_]+\.[A-Za-z_][\w-]*/g;

/** Where addresses stand without `${…}`. */
const BARE = new Set(['depends_on', 'replace_triggered_by']);

/** What each resource of a stack waits for: what its values refer to, and what its `depends_on` names. */
export function waitGraph({ resource = {}, data = {} }: StackFile): WaitGraph {
  const graph = new Map<string, ReadonlySet<string>>();
  const take = (prefix: string, types: NonNullable<StackFile['resource']>): void => {
    for (const [type, blocks] of Object.entries(types)) {
      for (const [name, block] of Object.entries(blocks))
        graph.set(`${prefix}${type}.${name}`, addressesIn(block));
    }
  };
  take('', resource);
  take('data.', data);
  return graph;
}

function addressesIn(block: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown, isExpression: boolean): void => {
    if (typeof value === 'string') {
      // An expression may have braces of its own: no pattern finds its end.
      if (isExpression || value.includes('${'))
        for (const [address] of value.matchAll(ADDRESS)) found.add(address);
    } else if (Array.isArray(value)) for (const each of value) visit(each, isExpression);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) visit(each, isExpression || BARE.has(name));
  };
  visit(block, false);
  return found;
}
