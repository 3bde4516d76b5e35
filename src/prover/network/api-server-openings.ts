import type { PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import type { Json } from '../json-value';
import { at, labelsAt, mapAt, textAt } from '../json-value';
import type { ClusterRanges } from '../terraform/cluster-ranges';
import { AddressSet } from './address-set';
import type { Allowance, NetworkClass } from './network-classes';

/** The port of the Kubernetes API, by its Service and at the control plane. */
const PORT = 'TCP/443';

/** Toolkit whose pods alone a policy selects, by the one label that says so. */
function toolkitSelectedBy(spec: Json | undefined): string | undefined {
  const selector = at(spec, 'podSelector');
  const labels = labelsAt(selector, 'matchLabels');
  const alone = Object.keys(mapAt(selector)).length === 1 && Object.keys(labels).length === 1;
  return alone ? labels[NAMES.toolkitLabel] : undefined;
}

const needs = (toolkit: string | undefined, { reaches }: PlaceRecord): boolean =>
  reaches.some((reach) => reach.toolkit === toolkit);

/**
 * Whether a rule is the way of a toolkit's pods to the Kubernetes API: of those pods alone, in places that have it, on the
 * API's port, and to no address but the first of the Services' and those of the nodes, where no pod is.
 */
export function isApiServerOpening(
  { places, specs }: NetworkClass,
  { direction, peer, ports, policy }: Allowance,
  ranges: ClusterRanges | undefined,
): boolean {
  const toolkit = toolkitSelectedBy(specs[policy]);
  if (ranges === undefined || direction !== 'Egress' || toolkit === undefined) return false;
  if (!places.every((place) => needs(toolkit, place))) return false;
  if (ports === undefined || ports.some((port) => port !== PORT)) return false;
  const block = at(peer, 'ipBlock');
  const others = Object.keys(mapAt(peer)).filter((key) => key !== 'ipBlock');
  const whole = AddressSet.tryParse(textAt(block, 'cidr') ?? '');
  if (block === undefined || others.length > 0 || whole === undefined) return false;
  return whole.without(ranges.nodes).without(ranges.services.firstHost).isEmpty;
}

/** What pods of toolkits cannot do that they must: needs that are not met, in words. */
export const closedToolkits = (
  networkClass: NetworkClass,
  ranges: ClusterRanges | undefined,
): readonly string[] => {
  const open = networkClass.allowances
    .filter((allowance) => isApiServerOpening(networkClass, allowance, ranges))
    .map(({ policy }) => toolkitSelectedBy(networkClass.specs[policy]));
  const wanted = networkClass.places.flatMap(({ reaches }) => reaches.map(({ toolkit }) => toolkit));
  return [...new Set(wanted)]
    .filter((toolkit) => !open.includes(toolkit))
    .map((toolkit) => `ask the Kubernetes API, which ${toolkit} must`);
};
