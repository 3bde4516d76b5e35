import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';

/** A chart as its publisher packs it: one `.tgz`. */
export interface ChartArchive {
  readonly bytes: Uint8Array;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
  /** What `Chart.yaml` in it says. */
  readonly name: string;
  readonly version: string;
  readonly appVersion: string;
}

/** What is no chart, in a sentence. */
export interface NoChart {
  readonly problem: string;
}

/** The largest charts are of some hundred kilobytes. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Helm reads no chart that is larger once it is unpacked: `MaxDecompressedChartSize` of its loader (read 2026-11). */
const MOST_UNPACKED = 100 * 1024 * 1024;
const BLOCK = 512;

/** Reads an archive, or tells why it is no chart. */
export function readChartArchive(bytes: Uint8Array): ChartArchive | NoChart {
  const about = chartFileIn(bytes);
  if (typeof about !== 'string') return about;
  const fields = metadataIn(about);
  const { name, version, appVersion = '' } = fields;
  if (typeof name !== 'string' || typeof version !== 'string')
    return { problem: 'its Chart.yaml says no name and version' };
  return { bytes, sha256: sha256Of(bytes), name, version, appVersion: String(appVersion) };
}

export const isNoChart = (value: ChartArchive | NoChart): value is NoChart => 'problem' in value;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The text of `<chart>/Chart.yaml`: of the chart itself, and of none that it depends on. */
function chartFileIn(bytes: Uint8Array): string | NoChart {
  let tar: Buffer;
  try {
    tar = gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED });
  } catch {
    return { problem: 'it is not compressed by gzip, or cut off' };
  }
  for (let offset = 0; offset + BLOCK <= tar.length;) {
    const header = tar.subarray(offset, offset + BLOCK);
    const name = textIn(header, 0, 100);
    if (name === '') break;
    const size = parseInt(textIn(header, 124, 12).trim() || '0', 8);
    if (!Number.isSafeInteger(size) || size < 0) return { problem: 'it is no archive of tar' };
    const start = offset + BLOCK;
    if (start + size > tar.length) return { problem: 'it is cut off' };
    if (/^[^/]+\/Chart\.yaml$/.test(name)) return tar.toString('utf8', start, start + size);
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return { problem: 'there is no Chart.yaml in it' };
}

const textIn = (header: Buffer, start: number, length: number): string =>
  header
    .toString('utf8', start, start + length)
    .split('\0', 1)
    .join('');

function metadataIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
