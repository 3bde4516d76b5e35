import { posix } from 'node:path';

/** Header lines in the order in which they came, with every repetition. */
export type HeaderLines = readonly (readonly [name: string, value: string])[];

/** Headers of one hop, which Go's ReverseProxy never hands on. */
const HOP_BY_HOP = new Set([
  'connection',
  'proxy-connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Pairs of a list that holds names and values by turns, as Node gives raw headers. */
export const headerLines = (raw: readonly string[]): HeaderLines =>
  Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index]!, raw[2 * index + 1]!] as const);

/** Every value of a header, in whatever spelling of its name; Go takes these for one header. */
export const valuesOf = (lines: HeaderLines, name: string): readonly string[] =>
  lines.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);

/** What Go's ReverseProxy hands on: neither headers of one hop, nor those that `Connection` names as such. */
export function handedOn(lines: HeaderLines): HeaderLines {
  const named = valuesOf(lines, 'connection').flatMap((value) => value.split(','));
  const dropped = new Set([...HOP_BY_HOP, ...named.map((name) => name.trim().toLowerCase())]);
  return lines.filter(([name]) => !dropped.has(name.toLowerCase()));
}

/** The path to which Go's ServeMux redirects another that names the same; it looks at the path as it was sent. */
export function cleanedPath(path: string): string {
  const absolute = path.startsWith('/') ? path : `/${path}`;
  const clean = posix.normalize(absolute);
  return clean.length > 1 && clean.endsWith('/') && !absolute.endsWith('/') ? clean.slice(0, -1) : clean;
}

/** Go's `path.Match` for patterns whose only sign is `*`: any number of characters other than `/`. */
export function matchesPattern(pattern: string, path: string): boolean {
  if (/[?[\]\\]/.test(pattern)) throw new Error(`Only * is known in the pattern of a path: ${pattern}`);
  const expression = pattern.split('*').map(escaped).join('[^/]*');
  return new RegExp(`^${expression}$`).test(path);
}

const escaped = (text: string): string => text.replace(/[.+^${}()|]/g, '\\$&');
