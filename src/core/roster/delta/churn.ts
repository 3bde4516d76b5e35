import type { Handle } from '../../domain/ids';

/** Every file that a synthesis writes, by its path: `terraform/stacks/cell-1/cdk.tf.json`. */
export type WrittenFiles = ReadonlyMap<string, string>;

/** What two outputs have in common and what not, seen from those whom a change is not about. */
export interface Churn {
  /** Places that the change is not about. */
  readonly places: number;
  /** Their Terraform resources and data sources, and their files, that were compared. */
  readonly resources: number;
  readonly files: number;
  /** Those of them that would change all the same. */
  readonly broken: readonly Handle[];
  /** What belongs to no place and changes: `cell-1: google_project_iam_binding cell-1/Access/…`. */
  readonly shared: readonly string[];
}

/** A block of a stack, by the path of the construct that wrote it. */
interface Block {
  readonly stack: string;
  readonly type: string;
  readonly path: string;
  readonly text: string;
}

const STACK = /^terraform\/stacks\/([^/]+)\/cdk\.tf\.json$/;
const OWN_FILE = [
  /^k8s\/shard-[^/]+\/([a-z0-9-]+)(?:\.services)?(?:\.k8s\.yaml|\/)/,
  /^terraform\/stacks\/shard-[^/]+\/charts\/([a-z0-9-]+)(?:\.services)?\//,
] as const;

/** Compares what was written before and after, file by file and resource by resource. */
export function churnBetween(before: WrittenFiles, after: WrittenFiles, untouched: readonly Handle[]): Churn {
  const others = new Set<string>(untouched);
  const broken = new Set<string>();
  const shared = new Set<string>();
  const [was, is] = [blocksIn(before), blocksIn(after)];
  let resources = 0;
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const block = (is.get(key) ?? was.get(key))!;
    const owner = ownerOf(block);
    const isSame = was.get(key)?.text === is.get(key)?.text;
    if (owner !== undefined && others.has(owner)) {
      resources += 1;
      if (!isSame) broken.add(owner);
    } else if (owner === undefined && !isSame) shared.add(`${block.stack}: ${block.type} ${block.path}`);
  }
  let files = 0;
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (STACK.test(path)) continue;
    const owner = OWN_FILE.map((own) => own.exec(path)?.[1]).find((each) => each !== undefined);
    const isSame = before.get(path) === after.get(path);
    if (owner !== undefined && others.has(owner)) {
      files += 1;
      if (!isSame) broken.add(owner);
    } else if (owner === undefined && !isSame) shared.add(path);
  }
  return {
    places: others.size,
    resources,
    files,
    broken: [...broken].sort() as Handle[],
    shared: [...shared].sort(),
  };
}

/** In a shard's stack the first construct of a path is the tenant's, but for what the stack has for all. */
function ownerOf({ stack, path }: Block): string | undefined {
  const [, first = ''] = path.split('/');
  return stack.startsWith('shard-') && /^[a-z]/.test(first) ? first : undefined;
}

function blocksIn(files: WrittenFiles): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>();
  for (const [file, text] of files) {
    const stack = STACK.exec(file)?.[1];
    if (stack === undefined) continue;
    const parsed = JSON.parse(text) as Partial<
      Record<'resource' | 'data', Record<string, Record<string, object>>>
    >;
    for (const kind of ['resource', 'data'] as const)
      for (const [type, named] of Object.entries(parsed[kind] ?? {}))
        for (const [name, block] of Object.entries(named)) {
          const { '//': comment } = block as { '//'?: { metadata?: { path?: string } } };
          const path = comment?.metadata?.path ?? `${stack}/${name}`;
          blocks.set(`${stack} ${kind} ${type} ${name}`, { stack, type, path, text: JSON.stringify(block) });
        }
  }
  return blocks;
}
