import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { contentHashOf } from '../../../src/rehearsal/helm/chart';

/** A value of a synthesised stack. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What is undefined is not written. */
type Block = { [name: string]: Json | undefined };

/** Blocks by type and name, as `cdk.tf.json` has them. */
type Blocks = Record<string, Record<string, Block>>;

interface StackJson {
  readonly provider: Record<string, Block[]>;
  readonly resource: Blocks;
  readonly data?: Blocks;
}

/** The synthesised files of one stack, to be broken. Blocks are named by the paths of their constructs in the stack. */
export class StackFiles {
  private readonly json: StackJson;

  constructor(private readonly folder: string) {
    this.json = JSON.parse(readFileSync(this.file, 'utf8')) as StackJson;
  }

  /** What Terraform calls the block: `google_dns_managed_zone.Zone_A5DE4B68`. */
  address(path: string): string {
    const { type, name } = this.find(path);
    return `${type}.${name}`;
  }

  get(path: string, attribute: string): Json | undefined {
    const within = (value: unknown, name: string): unknown => (value as Block | undefined)?.[name];
    return attribute.split('.').reduce<unknown>(within, this.find(path).block) as Json | undefined;
  }

  /** Writes an attribute, of blocks inside with dots: `secondary_ip_range.0.ip_cidr_range`; undefined removes it. */
  set(path: string, attribute: string, value: Json | undefined): void {
    setIn(this.find(path).block, attribute, value);
    this.write();
  }

  /** Writes an attribute of a provider's configuration, of that with an alias if one is given. */
  setInProvider(provider: string, alias: string | undefined, attribute: string, value: Json): void {
    const found = this.json.provider[provider]!.filter((each) => each['alias'] === alias);
    if (found.length !== 1)
      throw new Error(`${found.length} configurations of ${provider} are in ${this.file}`);
    setIn(found[0]!, attribute, value);
    this.write();
  }

  /** Takes texts that hold `text` out of a list, such as an address out of `depends_on`. */
  without(path: string, attribute: string, text: string): void {
    const list = this.get(path, attribute) as readonly string[];
    const kept = list.filter((each) => !each.includes(text));
    if (kept.length === list.length) throw new Error(`${path} has no ${text} in ${attribute}`);
    this.set(path, attribute, kept);
  }

  remove(path: string): void {
    const { blocks, name } = this.find(path);
    Reflect.deleteProperty(blocks, name);
    this.write();
  }

  add(type: string, name: string, block: Readonly<Block>): void {
    (this.json.resource[type] ??= {})[name] = { ...block };
    this.write();
  }

  /** Adds a block like another, of the same type, with some attributes different. */
  copy(path: string, name: string, attributes: { readonly [name: string]: Json }): void {
    const { type, block } = this.find(path);
    this.add(type, name, { ...structuredClone(block), '//': undefined, ...attributes });
  }

  /** Changes what a chart emits; `path` is of its release, whose values are told of it as the synthesis would. */
  changeChart(path: string, change: (manifest: string) => string): void {
    const folder = join(this.folder, this.get(path, 'chart') as string);
    const manifest = join(folder, 'files', 'manifest.yaml');
    const before = readFileSync(manifest, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`The manifest of ${path} is as it was`);
    writeFileSync(manifest, after);
    this.set(path, 'values', [JSON.stringify({ contentHash: contentHashOf(filesOf(folder)) })]);
  }

  private find(path: string): Found {
    const found = [this.json.resource, this.json.data ?? {}].flatMap((types) =>
      Object.entries(types).flatMap(([type, blocks]) =>
        Object.entries(blocks)
          .filter(([, block]) => pathOf(block) === path)
          .map(([name, block]) => ({ type, name, block, blocks })),
      ),
    );
    if (found.length !== 1) throw new Error(`${found.length} blocks are at ${path} in ${this.file}`);
    return found[0]!;
  }

  private get file(): string {
    return join(this.folder, 'cdk.tf.json');
  }

  private write(): void {
    writeFileSync(this.file, JSON.stringify(this.json));
  }
}

function setIn(block: Block, attribute: string, value: Json | undefined): void {
  const names = attribute.split('.');
  const last = names.pop()!;
  const inner = names.reduce<Block>((within, name) => (within[name] ??= {}) as Block, block);
  inner[last] = value;
}

interface Found {
  readonly type: string;
  readonly name: string;
  readonly block: Block;
  readonly blocks: Record<string, Block>;
}

/** Path of the construct that a block was written by, without the stack. */
function pathOf(block: Block): string | undefined {
  const about = block['//'] as { readonly metadata: { readonly path: string } } | undefined;
  return about?.metadata.path.split('/').slice(1).join('/');
}

function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files.map((file) => {
      const path = join(file.parentPath, file.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}
