import { parseAllDocuments } from 'yaml';
import type { Written } from '../../properties/written';

export type Block = Readonly<Record<string, unknown>>;

/** One resource as Terraform is given it. */
export interface Resource {
  readonly stack: string;
  readonly type: string;
  readonly address: string;
  /** Path of the construct that made it. */
  readonly path: string;
  readonly block: Block;
}

/** `cdk.tf.json` of one stack. */
export interface StackFile {
  readonly stack: string;
  readonly json: {
    readonly resource?: Readonly<Record<string, Readonly<Record<string, Block>>>>;
    readonly [part: string]: unknown;
  };
}

/** A Kubernetes object with the file that it stands in. */
export interface KubernetesObject {
  readonly file: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

const STACK_FILE = /^terraform\/(?:bootstrap\/)?stacks\/([^/]+)\/cdk\.tf\.json$/;

export function stackFiles(written: Written): readonly StackFile[] {
  return [...written].flatMap(([path, text]) => {
    const stack = STACK_FILE.exec(path)?.[1];
    return stack === undefined ? [] : [{ stack, json: JSON.parse(text) as StackFile['json'] }];
  });
}

export function resourcesOf(files: readonly StackFile[]): readonly Resource[] {
  return files.flatMap(({ stack, json }) =>
    Object.entries(json.resource ?? {}).flatMap(([type, blocks]) =>
      Object.entries(blocks).map(([address, { '//': about, ...block }]) => ({
        stack,
        type,
        address,
        path: (about as { metadata: { path: string } }).metadata.path,
        block,
      })),
    ),
  );
}

/** The objects of the plain manifests, by file and in the file's order. */
export function kubernetesObjects(written: Written): readonly KubernetesObject[] {
  return [...written]
    .filter(([path]) => path.startsWith('k8s/'))
    .flatMap(([file, text]) =>
      parseAllDocuments(text).map((document) => ({ ...(document.toJS() as KubernetesObject), file })),
    );
}

/** Everything in a value: each leaf with the keys that lead there. */
export function* leaves(
  value: unknown,
  keys: readonly string[] = [],
): Generator<[readonly string[], unknown]> {
  if (typeof value !== 'object' || value === null) yield [keys, value];
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...keys, key]);
}

/** Every object in a value, itself first. */
export function* objects(value: unknown): Generator<Block> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Block;
  for (const inner of Object.values(value)) yield* objects(inner);
}
