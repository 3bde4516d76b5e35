import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** The repository's folder. */
export const ROOT = resolve(__dirname, '..');

/** One import of a file: of another file of the repository, or of a package. */
export interface Import {
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
}

/** What the files of a layer may import: prefixes of paths, and packages. */
export interface Layer {
  readonly name: string;
  readonly files: RegExp;
  readonly paths: RegExp;
  readonly packages: RegExp;
}

/** The layers of DESIGN: each imports its own and those that it stands on. */
export const LAYERS: readonly Layer[] = [
  {
    name: 'src/core',
    files: /^src\/core\//,
    paths: /^src\/core\//,
    packages: /^(zod|yaml|csv-parse\/sync|temporal-polyfill|fastest-levenshtein|node:crypto)$/,
  },
  {
    name: 'src/rehearsal',
    files: /^src\/rehearsal\//,
    paths: /^src\/(rehearsal|core)\//,
    packages:
      /^(@grpc\/(grpc-js|proto-loader)|@msgpack\/msgpack|zod|yaml|temporal-polyfill|node:(crypto|events|http|net|path|stream))$/,
  },
  {
    name: 'src/prover',
    files: /^src\/prover\//,
    // Who is who, and how amounts and orders are written: no name and no decision of what emits the artifacts.
    paths: /^src\/(prover\/|core\/(plan\/(cohort-plan|quota-plan)|domain\/sorting)$)/,
    // What a ConfigMap holds is YAML once more.
    packages: /^yaml$/,
  },
  {
    name: 'src/monitoring',
    files: /^src\/monitoring\//,
    paths: /^src\/(monitoring\/|core\/(domain\/|plan\/monitoring-plan$))/,
    packages: /^(yaml|@grafana\/grafana-foundation-sdk\/[a-z]+)$/,
  },
  {
    name: 'constructs/gcp',
    files: /^constructs\/gcp\//,
    paths: /^(constructs\/gcp|src\/core\/domain)\//,
    packages: /^(cdktf|constructs|@cdktf\/provider-(google|helm)\/lib\/[a-z0-9-]+)$/,
  },
  {
    name: 'constructs/github',
    files: /^constructs\/github\//,
    paths: /^(constructs\/github|src\/core\/domain)\//,
    packages: /^(cdktf|constructs|@cdktf\/provider-github\/lib\/[a-z0-9-]+)$/,
  },
  {
    name: 'constructs/k8s',
    files: /^constructs\/k8s\//,
    paths: /^(constructs\/k8s|src\/core\/(domain|kubernetes))\//,
    packages: /^(cdk8s|constructs)$/,
  },
  {
    name: 'stacks',
    files: /^stacks\//,
    paths:
      /^(stacks\/|constructs\/|src\/monitoring\/|src\/core\/(catalogue|domain|kubernetes)\/|src\/core\/plan\/(cohort-plan|monitoring-plan)$)/,
    packages: /^(cdktf|cdk8s|constructs|@cdktf\/provider-(github|google|helm)\/lib\/[a-z0-9-]+)$/,
  },
  {
    name: 'the engine',
    files: /^src\/app\/engine\.ts$/,
    paths: /^(src|stacks|constructs)\//,
    packages: /^cdktf$/,
  },
  {
    name: 'src/app',
    files: /^src\/app\/(?!engine\.ts$)/,
    paths: /^(src|stacks|constructs)\//,
    packages: /^(?!cdktf$|@cdktf\/|constructs$)/,
  },
];

/** Imports of a source text; `import type` counts like any other. */
export function importsOf(file: string, source: string): readonly Import[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => {
    const isPackage = !fileName.startsWith('.');
    return { file, isPackage, target: isPackage ? fileName : join(file, '..', fileName) };
  });
}

/** Imports that no layer allows, each as a sentence. */
export function forbidden(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ file, target, isPackage }) => {
    const layer = LAYERS.find(({ files }) => files.test(file));
    if (layer === undefined) return [`${file} belongs to no layer`];
    return (isPackage ? layer.packages : layer.paths).test(target)
      ? []
      : [`${file} (${layer.name}) imports ${target}`];
  });
}

/** The TypeScript files under `folder`, with their text. */
export function sources(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { file: relative(ROOT, path), text: readFileSync(path, 'utf8') };
    });
}
