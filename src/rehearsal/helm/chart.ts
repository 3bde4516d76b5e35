import { createHash } from 'node:crypto';
import { parse } from 'yaml';
import type { Attributes } from '../values/value';
import { kindsIn } from './packed-kinds';

/** The files of a chart's folder. */
export interface ChartFolder {
  /** The folder, as Terraform names it. */
  readonly path: string;
  /** Text by path inside the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** A chart that somebody else packed: it is installed as it is, and what it makes is not known. */
export interface PackedChart {
  /** The archive, as Terraform names it. */
  readonly path: string;
  readonly packed: {
    readonly name: string;
    readonly version: string;
    readonly appVersion: string;
    /** Of the archive, hexadecimal. */
    readonly sha256: string;
  };
}

/** Why there is no chart, in a sentence. */
export interface ChartProblem {
  readonly problem: string;
}

/** Where the charts are that releases name. */
export interface ChartSource {
  /** The chart that a release names, such as `./charts/wei-li`; `release` tells which, if several are called so. */
  read(chart: string, release: Attributes): ChartFolder | PackedChart | ChartProblem;
}

/** A chart that emits one file as it is, or that is opaque and emits nothing that is known. */
export interface Chart {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly appVersion: string;
  /** All objects, as YAML documents. */
  readonly manifest: string;
  /** SHA-256 over all files, or of the archive; hexadecimal. */
  readonly contentHash: string;
  /** Present where the chart is an archive: it creates nothing here. */
  readonly opaque?: true;
}

/** The one template that needs no template engine: it emits a file as it is. */
const VERBATIM = /^\{\{-?\s*\.Files\.Get\s+"([^"]+)"\s*-?\}\}\s*$/;

export const isProblem = (value: Chart | ChartFolder | PackedChart | ChartProblem): value is ChartProblem =>
  'problem' in value;

/** The chart in a folder, or in an archive. */
export function readChart(source: ChartFolder | PackedChart): Chart | ChartProblem {
  return 'packed' in source ? opaqueChart(source) : folderChart(source);
}

/** Templates of others are not rendered: the release stands, and in the cluster nothing does but kinds that are ours to use. */
const opaqueChart = ({ path, packed: { sha256, ...about } }: PackedChart): Chart => ({
  path,
  ...about,
  manifest: kindsIn(path),
  contentHash: sha256,
  opaque: true,
});

function folderChart({ path, files }: ChartFolder): Chart | ChartProblem {
  const about = files['Chart.yaml'];
  if (about === undefined) return { problem: `Unable to load chart ${path}: Chart.yaml file is missing` };
  const metadata = parse(about) as Readonly<Record<string, unknown>> | null;
  const name = metadata?.['name'];
  const version = metadata?.['version'];
  for (const [field, value] of Object.entries({ name, version })) {
    if (typeof value !== 'string') {
      return { problem: `Unable to load chart ${path}: validation: chart.metadata.${field} is required` };
    }
  }
  const manifest = emittedBy({ path, files });
  if (typeof manifest !== 'string') return manifest;
  const appVersion = String(metadata?.['appVersion'] ?? '');
  const contentHash = contentHashOf(files);
  return { path, name: String(name), version: String(version), appVersion, manifest, contentHash };
}

/** What the templates of a chart emit. */
function emittedBy({ path, files }: ChartFolder): string | ChartProblem {
  const emitted: string[] = [];
  for (const [file, text] of Object.entries(files)) {
    if (/^(charts|crds)\//.test(file)) return notRendered(path, file);
    if (!file.startsWith('templates/')) continue;
    const source = VERBATIM.exec(text)?.[1];
    if (source === undefined) return notRendered(path, file);
    // Helm gives nothing for a file that is not there.
    emitted.push(files[source] ?? '');
  }
  return emitted.join('\n---\n');
}

const notRendered = (path: string, file: string): ChartProblem => ({
  problem:
    `Unable to render chart ${path}: the rehearsal does not render ${file}; ` +
    'it reads charts whose only template is {{ .Files.Get "<file>" }}',
});

/** SHA-256 over all files of a chart, each with its path. */
export function contentHashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const file of Object.keys(files).sort()) hash.update(`${file}\0${files[file]}\0`);
  return hash.digest('hex');
}
