import { parse } from 'yaml';
import type { SharedChart } from '../../core/catalogue/shared/shared-chart';
import { MOST_BYTES, sha256Of } from './chart-archive';
import { addressOf, fetched, fetchedText, FetchProblem } from './fetched';

/** What the tag of a chart leads to in a registry. */
interface Manifest {
  readonly layers?: readonly { readonly mediaType?: string; readonly digest?: string }[];
}

const MANIFEST_TYPE = 'application/vnd.oci.image.manifest.v1+json';
/** The layer that is the chart's archive. @see https://helm.sh/docs/topics/registries/ (read 2026-11) */
const ARCHIVE_TYPE = 'application/vnd.cncf.helm.chart.content.v1.tar+gzip';
const SHA256 = /^sha256:([0-9a-f]{64})$/;
/** Indexes of repositories with thousands of charts are of some ten megabytes. */
const MOST_INDEX = 64 * 1024 * 1024;

/**
 * The archive of a chart from where its publisher has it, and held to what of it is known beforehand.
 * @throws FetchProblem
 */
export async function fetchChart(chart: SharedChart): Promise<Uint8Array> {
  const { origin } = chart;
  return 'oci' in origin ? fromRegistry(chart, origin.oci) : fromRepository(chart, origin);
}

async function fromRegistry({ version, pin }: SharedChart, oci: string): Promise<Uint8Array> {
  const [host = '', ...path] = oci.split('/');
  const base = `${addressOf(host)}/v2/${path.join('/')}`;
  const manifestAddress = `${base}/manifests/${version}`;
  const authorised: { header?: string } = {};
  const manifest = await fetched(manifestAddress, { accept: MANIFEST_TYPE, authorised });
  const digest = `sha256:${sha256Of(manifest)}`;
  const known = 'unpinned' in pin ? undefined : pin.manifest;
  if (known !== undefined && digest !== known)
    throw new FetchProblem(manifestAddress, 'the tag leads to another chart than it did', digest, known);
  const layer = jsonIn<Manifest>(Buffer.from(manifest).toString('utf8'), manifestAddress).layers?.find(
    ({ mediaType }) => mediaType === ARCHIVE_TYPE,
  );
  const [, hex] = SHA256.exec(layer?.digest ?? '') ?? [];
  if (hex === undefined)
    throw new FetchProblem(manifestAddress, 'the tag leads to something that is no chart');
  const archive = 'unpinned' in pin ? undefined : pin.archive;
  if (archive !== undefined && archive !== hex)
    throw new FetchProblem(
      manifestAddress,
      'the tag leads to another chart than it did',
      `sha256:${hex}`,
      `sha256:${archive}`,
    );
  const blob = `${base}/blobs/sha256:${hex}`;
  const bytes = await fetched(blob, { authorised, most: MOST_BYTES });
  return heldTo(blob, bytes, hex);
}

async function fromRepository(
  { version, pin }: SharedChart,
  { repository, chart }: { readonly repository: string; readonly chart: string },
): Promise<Uint8Array> {
  const index = `${repository.replace(/\/$/, '')}/index.yaml`;
  const entries = entriesIn(await fetchedText(index, { most: MOST_INDEX }), chart);
  const entry = entries.find((each) => each.version === version);
  const [url] = entry?.urls ?? [];
  if (url === undefined)
    throw new FetchProblem(index, `there is no version ${version} of the chart ${chart} in this index`);
  const address = new URL(url, index).href;
  const bytes = await fetched(address, { most: MOST_BYTES });
  const digest = 'unpinned' in pin || pin.archive === undefined ? entry?.digest : pin.archive;
  return digest === undefined ? bytes : heldTo(address, bytes, digest.replace(/^sha256:/, ''));
}

function heldTo(address: string, bytes: Uint8Array, hex: string): Uint8Array {
  const seen = sha256Of(bytes);
  if (seen === hex) return bytes;
  throw new FetchProblem(address, 'what came is not what was asked for', `sha256:${seen}`, `sha256:${hex}`);
}

interface Entry {
  readonly version?: string;
  readonly urls?: readonly string[];
  readonly digest?: string;
}

function entriesIn(text: string, chart: string): readonly Entry[] {
  try {
    const { entries } = parse(text) as { readonly entries?: Readonly<Record<string, readonly Entry[]>> };
    return entries?.[chart] ?? [];
  } catch {
    return [];
  }
}

function jsonIn<T>(text: string, address: string): T {
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new FetchProblem(address, 'the answer is no manifest of a registry');
  }
}
