import type { Json, JsonMap } from '../json-value';
import { at, isMap, quoted, textAt, textsAt } from '../json-value';
import { valuesOf } from '../kubernetes/label-selector';
import { onceForEach } from '../once-for-each';
import type { ClusterRanges } from '../terraform/cluster-ranges';
import { NODE_SERVICES, NOT_THE_INTERNET } from './address-ranges';
import { AddressSet } from './address-set';
import type { ForeignNamespaces } from './foreign-namespaces';
import { callers, staffPeers } from './mesh-peers';
import type { Allowance } from './network-classes';

/** Something that a policy lets through and should not. */
export interface Trespass {
  readonly sentence: string;
  /** What the policy lets through, for the step at the policy. */
  readonly says: string;
  /** Tenants' namespaces at the other end; `all` for every one of the cluster, none for staff only. */
  readonly others: 'all' | readonly string[];
}

/** What is the same for all rules of a cluster. */
export interface Surroundings {
  readonly ranges: ClusterRanges | undefined;
  readonly namespaces: ForeignNamespaces;
  /** Whether pods of its places are in a mesh. */
  readonly mesh: boolean;
}

const WAY = {
  Egress: { verb: 'send to', open: 'Pods may send to', noun: 'Egress' },
  Ingress: { verb: 'be reached from', open: 'Pods may be reached from', noun: 'Ingress' },
} as const;

/** All that is wrong with what one rule lets through. */
export function trespasses(allowance: Allowance, around: Surroundings): readonly Trespass[] {
  const { peer, direction } = allowance;
  const { noun, verb } = WAY[direction];
  if (!isMap(peer) || Object.keys(peer).length === 0)
    return [
      {
        sentence: `${noun} is open to everybody`,
        says: `lets pods ${verb} everybody: the rule names no peer`,
        others: 'all',
      },
    ];
  if (peer['ipBlock'] !== undefined) return addressTrespasses(allowance, peer['ipBlock'], around);
  const selector = peer['namespaceSelector'];
  return selector === undefined ? [] : namespaceTrespasses(allowance, peer, selector, around);
}

function namespaceTrespasses(
  { direction, ports }: Allowance,
  peer: Json,
  selector: Json,
  { namespaces, mesh }: Surroundings,
): readonly Trespass[] {
  const { verb, open } = WAY[direction];
  const tenants = namespaces.tenants(selector);
  const says = `lets pods ${verb} namespaces with ${quoted(selector)}`;
  const toTenants = { sentence: `${open} other tenants' namespaces`, says, others: tenants };
  const toStaff = namespaces
    .staff(selector)
    .filter((name) => !isMeant(direction, name, peer, ports, mesh))
    .map((name) => ({ sentence: `${open} ${name} beyond what they need`, says, others: [] }));
  return [...(tenants.length === 0 ? [] : [toTenants]), ...toStaff.slice(0, 1)];
}

function isMeant(
  direction: Allowance['direction'],
  namespace: string,
  peer: Json,
  ports: Allowance['ports'],
  mesh: boolean,
): boolean {
  return staffPeers(mesh).some((meant) => {
    const values = valuesOf(at(peer, 'podSelector'), meant.label);
    return (
      meant.direction === direction &&
      meant.namespace === namespace &&
      values !== undefined &&
      values.every((value) => meant.values.includes(value)) &&
      (meant.ports === undefined || areAmong(ports, meant.ports))
    );
  });
}

const areAmong = (ports: Allowance['ports'], allowed: readonly string[]): boolean =>
  ports !== undefined && ports.every((port) => allowed.includes(port));

function addressTrespasses(
  { direction, ports }: Allowance,
  block: Json,
  { ranges, mesh }: Surroundings,
): readonly Trespass[] {
  const { verb, open } = WAY[direction];
  const cidr = textAt(block, 'cidr') ?? '';
  const whole = AddressSet.tryParse(cidr);
  if (whole === undefined)
    return [
      {
        sentence: `${open} ${cidr}, of which nothing is known: the network has IPv4 alone`,
        says: `lets pods ${verb} ${cidr}`,
        others: 'all',
      },
    ];
  const left =
    direction === 'Egress'
      ? privateIn(addressesOf(block), ports, ranges)
      : addressesOf(block).without(AddressSet.of(callers(mesh).ranges));
  if (left.isEmpty) return [];
  const pods = ranges === undefined ? left : left.and(ranges.pods);
  const where = pods.isEmpty ? left : pods;
  const what = pods.isEmpty
    ? `${open} addresses that are not meant: ${left.toString()}`
    : `${open} the addresses of all pods of the cluster`;
  return [
    {
      sentence: what,
      says: `lets pods ${verb} ${cidr}${ports ? ` on ${ports.join(', ')}` : ''}, and ${where.toString()} is in it`,
      others: pods.isEmpty ? [] : 'all',
    },
  ];
}

/** Addresses of an ipBlock; an exception that cannot be read takes nothing away. */
export const addressesOf = (block: Json | undefined): AddressSet =>
  isMap(block) ? addressesIn(block) : AddressSet.NONE;

const addressesIn = onceForEach((block: JsonMap): AddressSet => {
  const excepted = textsAt(block, 'except').map((cidr) => AddressSet.tryParse(cidr) ?? AddressSet.NONE);
  const whole = AddressSet.tryParse(textAt(block, 'cidr') ?? '') ?? AddressSet.NONE;
  return excepted.reduce((rest, each) => rest.without(each), whole);
});

/** What of `addresses` is inside, but for services of the node on the ports that are meant. */
function privateIn(
  addresses: AddressSet,
  ports: Allowance['ports'],
  ranges: ClusterRanges | undefined,
): AddressSet {
  const inside =
    ranges === undefined
      ? NOT_THE_INTERNET
      : NOT_THE_INTERNET.with(ranges.nodes).with(ranges.pods).with(ranges.services);
  return NODE_SERVICES.filter((service) => areAmong(ports, service.ports)).reduce(
    (rest, { range }) => rest.without(AddressSet.parse(range)),
    addresses.and(inside),
  );
}
