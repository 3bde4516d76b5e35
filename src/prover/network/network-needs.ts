import type { ClusterRecord, MonitoringRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import { at } from '../json-value';
import { selects, selectsAll } from '../kubernetes/label-selector';
import { NODE_SERVICES, NOT_THE_INTERNET } from './address-ranges';
import { AddressSet } from './address-set';
import { callers, staffPeers } from './mesh-peers';
import type { Allowance, Direction, NetworkClass } from './network-classes';
import { addressesOf } from './trespasses';

interface Need {
  readonly what: string;
  readonly direction: Direction;
  /** Where it is a need: whoever collects the metrics. @default - everywhere */
  readonly collector?: MonitoringRecord['collector'] | undefined;
  readonly isMet: (allowed: readonly Allowance[]) => boolean;
}

const INTERNET = AddressSet.parse('0.0.0.0/0').without(NOT_THE_INTERNET);

/** Addresses that pods may exchange packets with on a port; undefined stands for every port. */
const addressesFor = (allowed: readonly Allowance[], port: string | undefined): AddressSet =>
  allowed
    .filter(({ ports }) => ports === undefined || (port !== undefined && ports.includes(port)))
    .reduce((all, { peer }) => all.with(addressesOf(at(peer, 'ipBlock'))), AddressSet.NONE);

const covers = (allowed: readonly Allowance[], wanted: AddressSet, port?: string): boolean =>
  wanted.without(addressesFor(allowed, port)).isEmpty;

const ownPods = (allowed: readonly Allowance[]): boolean =>
  allowed.some(
    ({ peer, ports }) =>
      ports === undefined &&
      at(peer, 'podSelector') !== undefined &&
      at(peer, 'namespaceSelector') === undefined &&
      selectsAll(at(peer, 'podSelector')),
  );

/** What pods must be able to exchange packets with, or nothing works. */
const needsIn = (mesh: boolean): readonly Need[] => [
  { what: 'send to their own namespace', direction: 'Egress', isMet: ownPods },
  { what: 'be reached from their own namespace', direction: 'Ingress', isMet: ownPods },
  { what: 'send to the internet', direction: 'Egress', isMet: (allowed) => covers(allowed, INTERNET) },
  ...callers(mesh).ranges.map((range): Need => {
    const addresses = AddressSet.parse(range);
    return {
      what: `be reached from ${callers(mesh).called} in ${range}`,
      direction: 'Ingress',
      isMet: (allowed) => covers(allowed, addresses),
    };
  }),
  ...NODE_SERVICES.flatMap(({ name, range, ports }) => {
    const addresses = AddressSet.parse(range);
    return ports.map((port): Need => ({
      what: `ask the ${name} at ${range} on ${port}`,
      direction: 'Egress',
      isMet: (allowed) => covers(allowed, addresses, port),
    }));
  }),
  ...staffPeers(mesh).flatMap(({ direction, namespace, label, values, ports = ['any port'], collector }) =>
    values.flatMap((value) =>
      ports.map((port): Need => ({
        what: `${direction === 'Egress' ? 'ask' : 'be reached from'} ${value} in ${namespace} on ${port}`,
        direction,
        collector,
        isMet: (allowed) =>
          allowed.some(
            ({ peer, ports: open }) =>
              (open === undefined || open.includes(port)) &&
              at(peer, 'namespaceSelector') !== undefined &&
              selects(at(peer, 'namespaceSelector')!, { [NAMES.namespaceNameLabel]: namespace }) &&
              selects(at(peer, 'podSelector') ?? {}, { [label]: value }),
          ),
      })),
    ),
  ),
];

const NEEDS = { mesh: needsIn(true), plain: needsIn(false) } as const;

/** What the pods of a class cannot do, whatever labels they carry. */
export function unmetNeeds(
  { specs, allowances }: NetworkClass,
  { mesh, monitoring: { collector: collects } }: Pick<ClusterRecord, 'mesh' | 'monitoring'>,
): readonly string[] {
  const forAll = allowances.filter(({ policy }) => selectsAll(at(specs[policy], 'podSelector')));
  return NEEDS[mesh ? 'mesh' : 'plain']
    .filter(({ collector = collects }) => collector === collects)
    .filter(({ direction, isMet }) => !isMet(forAll.filter((allowance) => allowance.direction === direction)))
    .map(({ what }) => what);
}
