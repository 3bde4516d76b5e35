import { parse } from 'yaml';
import { z } from 'zod';
import type { SharedChart } from '../../core/catalogue/shared/shared-chart';
import { MOST_BYTES, sha256Of } from './chart-archive';
import { addressOf, fetched, fetchedText, FetchProblem } from '../fetched';

/** What the tag of a chart leads to in a registry. */
const MANIFEST = z.looseObject({
  layers: z.array(z.looseObject({ mediaType: z.string().optional(), digest: z.string().optional() })),
});
/** A version of a chart in the index of a repository. */
const ENTRY = z.looseObject({
  version: z.string(),
  urls: z.array(z.string()),
  digest: z.string().optional(),
});
type Entry = z.output<typeof ENTRY>;

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
  const read = MANIFEST.safeParse(jsonIn(Buffer.from(manifest).toString('utf8'), manifestAddress));
  const layer = read.data?.layers.find(({ mediaType }) => mediaType === ARCHIVE_TYPE);
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
  // What is no address is refused where it is asked.
  const address = URL.canParse(url, index) ? new URL(url, index).href : url;
  const bytes = await fetched(address, { most: MOST_BYTES });
  const digest = 'unpinned' in pin || pin.archive === undefined ? entry?.digest : pin.archive;
  return digest === undefined ? bytes : heldTo(address, bytes, digest.replace(/^sha256:/, ''));
}

function heldTo(address: string, bytes: Uint8Array, hex: string): Uint8Array {
  const seen = sha256Of(bytes);
  if (seen === hex) return bytes;
  throw new FetchProblem(address, 'what came is not what was asked for', `sha256:${seen}`, `sha256:${hex}`);
}

/** Versions of a chart in an index; what is written as no publisher writes it is none. */
function entriesIn(text: string, chart: string): readonly Entry[] {
  const { data } = z
    .looseObject({ entries: z.looseObject({ [chart]: z.array(z.unknown()) }) })
    .safeParse(yamlIn(text));
  const entries = (data?.entries[chart] ?? []) as readonly unknown[];
  return entries.flatMap((each) => ENTRY.safeParse(each).data ?? []);
}

function yamlIn(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function jsonIn(text: string, address: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new FetchProblem(address, 'the answer is no manifest of a registry');
  }
}
