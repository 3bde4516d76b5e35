import type { Json } from '../json-value';
import { at, listAt, textsAt } from '../json-value';
import { GOOGLE_FRONT_ENDS } from '../network/address-ranges';
import { AddressSet } from '../network/address-set';
import type { ClusterRanges } from './cluster-ranges';
import type { CloudResource, CloudResources } from './cloud-resources';

/** What is wrong with the firewall of a cluster's network, each with the rule that says so. */
export interface FirewallFault {
  readonly sentence: string;
  readonly rule: CloudResource | undefined;
  readonly says: string;
}

/** The network's firewall: closed by a rule that is logged, open to the cluster itself and to Google's front ends. */
export function firewallFaults(cloud: CloudResources, ranges: ClusterRanges): readonly FirewallFault[] {
  const network = cloud.text(ranges.subnetwork, 'network');
  const rules = cloud
    .ofType('google_compute_firewall')
    .filter((rule) => cloud.text(rule, 'network') === network && !isDisabled(rule));
  const opens = rules.filter(({ body }) => listed(body['allow']).length > 0);
  return [
    ...opens.flatMap((rule) => [...openFaults(rule, ranges), ...frontEndFaults(rule, ranges)]),
    ...(rules.some(deniesAll)
      ? []
      : [
          {
            sentence: 'No firewall rule denies all that the others do not name',
            rule: undefined,
            says: 'has no such rule',
          },
        ]),
    ...missing(
      opens.filter(
        (rule) => !rules.some((other) => deniesAll(other) && priorityOf(other) <= priorityOf(rule)),
      ),
      ranges,
    ),
  ];
}

const isDisabled = ({ body }: CloudResource): boolean => body['disabled'] === true;
const isIngress = ({ body }: CloudResource): boolean => (body['direction'] ?? 'INGRESS') === 'INGRESS';

const listed = (blocks: Json | undefined): readonly Json[] =>
  blocks === undefined ? [] : Array.isArray(blocks) ? (blocks as readonly Json[]) : [blocks];

/** The lower, the sooner; a rule that denies goes before one of the same priority that allows. */
const priorityOf = ({ body }: CloudResource): number => Number(body['priority'] ?? 1000);

function deniesAll(rule: CloudResource): boolean {
  return (
    isIngress(rule) &&
    textsAt(rule.body, 'source_ranges').includes('0.0.0.0/0') &&
    listAt(rule.body, 'destination_ranges').length === 0 &&
    listAt(rule.body, 'target_tags').length === 0 &&
    listed(rule.body['deny']).some(
      (each) => at(each, 'protocol') === 'all' && at(each, 'ports') === undefined,
    )
  );
}

function openFaults(rule: CloudResource, { nodes, pods }: ClusterRanges): readonly FirewallFault[] {
  if (!isIngress(rule)) return [];
  const sources = textsAt(rule.body, 'source_ranges');
  const known = nodes.with(pods).with(AddressSet.of(GOOGLE_FRONT_ENDS));
  const wide = sources.filter((cidr) => !(AddressSet.tryParse(cidr)?.without(known).isEmpty ?? false));
  const unranged = sources.length === 0 && listAt(rule.body, 'source_tags').length === 0;
  if (wide.length === 0 && !unranged) return [];
  const from = wide[0] ?? 'everywhere';
  return [
    {
      sentence: "The firewall lets in more than the cluster itself and Google's front ends",
      rule,
      says: `allows ${from}`,
    },
  ];
}

/** Google's front ends have business with pods, not with nodes. */
function frontEndFaults(rule: CloudResource, { pods }: ClusterRanges): readonly FirewallFault[] {
  const frontEnds = AddressSet.of(GOOGLE_FRONT_ENDS);
  const sources = textsAt(rule.body, 'source_ranges').map(
    (cidr) => AddressSet.tryParse(cidr) ?? AddressSet.NONE,
  );
  if (sources.every((each) => each.and(frontEnds).isEmpty)) return [];
  const targets = textsAt(rule.body, 'destination_ranges');
  const isNarrow =
    targets.length > 0 && targets.every((cidr) => AddressSet.tryParse(cidr)?.without(pods).isEmpty ?? false);
  if (isNarrow) return [];
  const says = `says destination_ranges: ${targets.join(', ') || 'nothing'}`;
  return [{ sentence: "The firewall lets Google's front ends in to more than pods", rule, says }];
}

/** What must be let in, or nothing works. */
function missing(opens: readonly CloudResource[], { nodes, pods }: ClusterRanges): readonly FirewallFault[] {
  const ingress = opens.filter(isIngress);
  const letIn = ingress
    .flatMap(({ body }) => textsAt(body, 'source_ranges'))
    .reduce((all, cidr) => all.with(AddressSet.tryParse(cidr) ?? AddressSet.NONE), AddressSet.NONE);
  const needs = [
    ['nodes and pods of the cluster', nodes.with(pods)],
    ["Google's front ends", AddressSet.of(GOOGLE_FRONT_ENDS)],
  ] as const;
  return needs
    .filter(([, wanted]) => !wanted.without(letIn).isEmpty)
    .map(([who]) => ({
      sentence: `The firewall does not let in the ${who}`,
      rule: undefined,
      says: `has no rule that lets in the ${who}`,
    }));
}
