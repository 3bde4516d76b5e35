import { invalid } from '../cloud/cloud-error';

/** An IPv4 range in CIDR notation. */
export interface AddressRange {
  readonly cidr: string;
  /** First and last address as whole numbers. */
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

const CIDR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/** The range that `cidr` writes; undefined if it is none, or has bits set beyond its prefix. */
export function tryParseRange(cidr: string): AddressRange | undefined {
  const [, ...groups] = CIDR.exec(cidr)?.map(Number) ?? [];
  if (groups.length !== 5) return undefined;
  const prefix = groups[4]!;
  const octets = groups.slice(0, 4);
  if (prefix > 32 || octets.some((octet) => octet > 255)) return undefined;
  const first = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  const size = 2 ** (32 - prefix);
  return first % size === 0 ? { cidr, first, last: first + size - 1, prefix } : undefined;
}

/** The range that a subnetwork's field holds; 400 if Google does not take it there. */
export function subnetworkRange(cidr: string, field: string): AddressRange {
  const range = tryParseRange(cidr);
  if (range === undefined) {
    throw invalid(
      `Invalid value for field '${field}': '${cidr}'. Must be an IPv4 range in CIDR notation without bits after its prefix`,
    );
  }
  if (range.prefix < SHORTEST_PREFIX || range.prefix > LONGEST_PREFIX) {
    throw invalid(
      `Invalid value for field '${field}': '${cidr}'. The prefix must be from /${SHORTEST_PREFIX} to /${LONGEST_PREFIX}`,
    );
  }
  const prohibited = PROHIBITED.find((each) => overlap(tryParseRange(each)!, range));
  if (prohibited !== undefined) {
    throw invalid(
      `Invalid value for field '${field}': '${cidr}'. It overlaps ${prohibited}, which no subnetwork may use`,
    );
  }
  return range;
}

/** Longest prefix of a subnetwork. @see https://cloud.google.com/vpc/docs/subnets#limitations (2026-11) */
const LONGEST_PREFIX = 29;
/** Shortest prefix of a subnetwork. Same source. */
const SHORTEST_PREFIX = 4;

/**
 * Ranges that no subnetwork may touch; others, private or not, are taken.
 * @see https://cloud.google.com/vpc/docs/subnets#prohibited-ranges (2026-11)
 */
const PROHIBITED = [
  '0.0.0.0/8',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '199.36.153.4/30',
  '199.36.153.8/30',
  '224.0.0.0/4',
  '255.255.255.255/32',
];

export const overlap = (a: AddressRange, b: AddressRange): boolean => a.first <= b.last && b.first <= a.last;

/** Whether all of `inner` is in `outer`. */
export const contains = (outer: AddressRange, inner: AddressRange): boolean =>
  outer.first <= inner.first && inner.last <= outer.last;

/** The address `offset` places after the first one, in dotted form. */
export function addressIn({ first, last }: AddressRange, offset: number): string {
  const address = first + (offset % (last - first + 1));
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}
