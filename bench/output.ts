import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What a writer left in its folder. */
export interface Output {
  readonly files: number;
  readonly bytes: number;
  /** Terraform resources and Kubernetes objects, those in Helm charts not counted again. */
  readonly objects: number;
  /** Sum over everything but hand-outs: where each Terraform file lies and what it says, and all manifests. */
  readonly sum: string;
  /** The same over the tenants' stacks and charts only. */
  readonly tenantSum: string;
}

const TENANTS = /^(terraform\/stacks|k8s)\/shard-/;

export function readOutput(folder: string): Output {
  const lines: { readonly path: string; readonly line: string }[] = [];
  let bytes = 0;
  let objects = 0;
  const paths = filesOf(folder);
  for (const path of paths) {
    const content = readFileSync(join(folder, path));
    bytes += content.length;
    objects += objectsIn(path, content);
    if (path.startsWith('handouts/')) continue;
    const sum = sumOf([content]);
    // One cdk8s app writes all its files into one folder.
    lines.push({ path, line: path.startsWith('k8s/') ? `k8s ${sum}` : `${path} ${sum}` });
  }
  const sumOfLines = (kept: typeof lines): string => sumOf(kept.map(({ line }) => `${line}\n`).sort());
  return {
    files: paths.length,
    bytes,
    objects,
    sum: sumOfLines(lines),
    tenantSum: sumOfLines(lines.filter(({ path }) => TENANTS.test(path))),
  };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

function objectsIn(path: string, content: Buffer): number {
  if (path.startsWith('k8s/')) return content.toString('utf8').match(/^kind:/gm)?.length ?? 0;
  if (!path.endsWith('/cdk.tf.json')) return 0;
  const { resource = {} } = JSON.parse(content.toString('utf8')) as { resource?: Record<string, object> };
  return Object.values(resource).reduce((sum, ofType) => sum + Object.keys(ofType).length, 0);
}

function sumOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
