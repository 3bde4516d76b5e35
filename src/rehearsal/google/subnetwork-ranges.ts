import type { Asset, AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import type { Operation } from '../provider/operation';
import { blocksAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import type { AddressRange } from './address-range';
import { contains, overlap, subnetworkRange } from './address-range';

/** A range of a subnetwork, and what to call it. */
interface NamedRange extends AddressRange {
  readonly label: string;
}

/** All ranges of a subnetwork: the primary first. */
function rangesOf(subnetwork: Attributes): readonly NamedRange[] {
  const primary = textAt(subnetwork, 'ip_cidr_range');
  const owner = textAt(subnetwork, 'name') ?? '';
  return [
    ...(primary ? [named(primary, 'resource.ipCidrRange', `primary range of subnetwork '${owner}'`)] : []),
    ...blocksAt(subnetwork, 'secondary_ip_range').flatMap((block, index) => {
      const cidr = textAt(block, 'ip_cidr_range');
      const label = `secondary range '${textAt(block, 'range_name') ?? ''}' of subnetwork '${owner}'`;
      return cidr ? [named(cidr, `resource.secondaryIpRanges[${index}].ipCidrRange`, label)] : [];
    }),
  ];
}

const named = (cidr: string, field: string, label: string): NamedRange => ({
  ...subnetworkRange(cidr, field),
  label: `${cidr} (${label})`,
});

/** Refuses ranges that are none, that overlap one another, or that overlap a range of the same network. */
export function checkRanges(subnetwork: Attributes, itself: AssetName, others: readonly Asset[]): void {
  const ranges = rangesOf(subnetwork);
  if (!textAt(subnetwork, 'ip_cidr_range')) {
    throw invalid(
      "Invalid value for field 'resource.ipCidrRange': ''. A subnetwork has a primary IPv4 range",
    );
  }
  ranges.forEach((range, index) => refuseOverlap(range, ranges.slice(0, index)));
  for (const other of others.filter(({ name }) => name !== itself)) {
    const taken = rangesOf(other.data);
    for (const range of ranges) refuseOverlap(range, taken);
  }
}

function refuseOverlap(range: NamedRange, taken: readonly NamedRange[]): void {
  const conflict = taken.find((each) => overlap(each, range));
  if (conflict !== undefined) {
    throw invalid(`Invalid IPCidrRange: ${range.label} conflicts with ${conflict.label}`);
  }
}

/** Refuses a change that Google refuses: a primary range may grow around what it was, and nothing else. */
export function checkGrowth(planned: Attributes, prior: Attributes): void {
  if (!isShrinkage(planned, prior)) return;
  const [from, to] = [prior, planned].map((each) => textAt(each, 'ip_cidr_range'));
  throw invalid(
    `Invalid value for field 'resource.ipCidrRange': '${to}'. New ipCidrRange must contain '${from}'`,
  );
}

/** Whether the primary range becomes one that does not hold the old: the real provider then replaces the subnetwork. */
export function isShrinkage(planned: Attributes, prior: Attributes): boolean {
  const [from, to] = [prior, planned].map((each) => textAt(each, 'ip_cidr_range'));
  if (!from || !to || from === to) return false;
  const [old, wanted] = [from, to].map((cidr) => subnetworkRange(cidr, 'resource.ipCidrRange'));
  return !contains(wanted!, old!);
}

/** CIDR of a secondary range by its name; 400 if the subnetwork has none of that name. */
export function secondaryRange(subnetwork: Asset, rangeName: string): string {
  const range = blocksAt(subnetwork.data, 'secondary_ip_range').find(
    (block) => textAt(block, 'range_name') === rangeName,
  );
  const cidr = range && textAt(range, 'ip_cidr_range');
  if (cidr !== undefined) return cidr;
  const names = blocksAt(subnetwork.data, 'secondary_ip_range').map((block) => textAt(block, 'range_name'));
  throw invalid(
    `Pod or services secondary range "${rangeName}" does not exist in subnetwork "${textAt(subnetwork.data, 'name')}": ` +
      `it has ${names.length === 0 ? 'none' : names.join(', ')}`,
  );
}

/** Subnetworks of a network. */
export const subnetworksIn = (network: AssetName, { cloud }: Operation): readonly Asset[] =>
  cloud.childrenOf(network).filter(({ type }) => type === 'compute.googleapis.com/Subnetwork');
