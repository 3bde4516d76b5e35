import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What two engines wrote from the same input. */
export interface Comparison {
  readonly files: number;
  readonly bytes: number;
  /** The engines' versions as their outputs say them. */
  readonly versions: readonly [ours: string, fork: string];
  /** Files that differ in more than the version, or that only one engine wrote. */
  readonly differences: readonly string[];
}

/** Where an engine names its version: once in each stack's metadata, once at the end of the manifest. */
const VERSION: Readonly<Record<string, RegExp>> = {
  'cdk.tf.json': /^(\{\s+"\/\/": \{\s+"metadata": \{[^{}]*"version": )"([^"]+)"/,
  'manifest.json': /("version": )"([^"]+)"(?=\s*\}\s*$)/,
};

export function compareOutputs(ours: string, fork: string): Comparison {
  const [left, right] = [filesOf(ours), filesOf(fork)];
  const versions = { ours: new Set<string>(), fork: new Set<string>() };
  const differences = [
    ...left.filter((file) => !right.includes(file)).map((file) => `${file}: only cdktf writes it`),
    ...right.filter((file) => !left.includes(file)).map((file) => `${file}: only the fork writes it`),
  ];
  let bytes = 0;
  for (const file of left.filter((each) => right.includes(each))) {
    const content = readFileSync(join(ours, file), 'latin1');
    bytes += content.length;
    const a = withoutVersion(file, content, versions.ours);
    const b = withoutVersion(file, readFileSync(join(fork, file), 'latin1'), versions.fork);
    if (a !== b) differences.push(`${file}: ${firstDifference(a, b)}`);
  }
  return {
    files: left.length,
    bytes,
    versions: [the(versions.ours), the(versions.fork)],
    differences,
  };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .sort();
}

function withoutVersion(file: string, content: string, seen: Set<string>): string {
  const pattern = VERSION[file.slice(file.lastIndexOf('/') + 1)];
  if (pattern === undefined) return content;
  const version = pattern.exec(content)?.[2];
  if (version === undefined) throw new Error(`${file} does not say which engine wrote it`);
  seen.add(version);
  return content.replace(pattern, '$1"…"');
}

function the(versions: ReadonlySet<string>): string {
  if (versions.size !== 1)
    throw new Error(`One engine names ${versions.size} versions: ${[...versions].join(', ')}`);
  return [...versions][0]!;
}

function firstDifference(a: string, b: string): string {
  const [left, right] = [a.split('\n'), b.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  const at = index < 0 ? left.length : index;
  return `line ${at + 1}: ${shown(left[at])} and ${shown(right[at])}`;
}

const shown = (line: string | undefined): string =>
  line === undefined ? 'no line' : JSON.stringify(line.trim().slice(0, 120));
