import type { Json } from '../json-value';
import { at, listAt, textsAt } from '../json-value';
import { AddressSet } from '../network/address-set';
import type { World } from '../world';
import type { CloudResource } from './cloud-resources';

/** What is wrong with a network of machines, with the resource that says so. */
export interface MachineNetworkFault {
  readonly sentence: string;
  readonly resource: CloudResource;
  readonly says: string;
}

const NETWORK = 'machines';
/** Where tunnels of Identity-Aware Proxy come from: cloud.google.com/iap/docs/using-tcp-forwarding (read 2026-11). */
const TUNNELS = AddressSet.of(['35.235.240.0/20']);
const PORTS = ['22', '8000-8999'];
/** What other machines of any project may have as addresses. */
const PRIVATE = AddressSet.of(['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16']);

/** Each network of machines: tunnels are let in on known ports, nothing else is, and no private address is reached. */
export function machineNetworkFaults({ cloud, record }: World): readonly MachineNetworkFault[] {
  const projects = new Set(record.places.flatMap(({ machine }) => machine?.project ?? []));
  const networks = cloud
    .ofType('google_compute_network')
    .filter((each) => cloud.text(each, 'name') === NETWORK && projects.has(cloud.text(each, 'project')));
  return networks.flatMap((network) => {
    const project = cloud.text(network, 'project');
    const rules = cloud.ofType('google_compute_firewall').filter((rule) => {
      const followed = cloud.tryFollow(rule.stack, String(rule.body['network']));
      // Of a rule that names its network by its link nobody can tell that it is another.
      return followed === undefined ? cloud.text(rule, 'project') === project : followed === network;
    });
    return rulesFaults(network, rules);
  });
}

function rulesFaults(
  network: CloudResource,
  rules: readonly CloudResource[],
): readonly MachineNetworkFault[] {
  const opens = rules.filter(({ body }) => body['disabled'] !== true && body['allow'] !== undefined);
  const wide = opens.filter((rule) => !isTunnel(rule));
  const denied = rules
    .filter(({ body }) => body['disabled'] !== true && body['direction'] === 'EGRESS' && deniesAll(body))
    .flatMap(({ body }) => textsAt(body, 'destination_ranges'))
    .map((range) => AddressSet.tryParse(range) ?? AddressSet.NONE)
    .reduce((all, each) => all.with(each), AddressSet.NONE);
  const reached = PRIVATE.without(denied);
  return [
    ...wide.map((resource) => ({
      sentence: 'The network of machines lets in more than tunnels',
      resource,
      says: `allows ${textsAt(resource.body, 'source_ranges').join(', ') || 'without a source'}`,
    })),
    ...(opens.some(isTunnel)
      ? []
      : [{ sentence: 'No tunnel leads to a machine', resource: network, says: 'has no rule for tunnels' }]),
    ...(reached.isEmpty
      ? []
      : [
          {
            sentence: 'A machine reaches another by its private address',
            resource: network,
            says: `has no rule that keeps machines from ${reached.toString()}`,
          },
        ]),
  ];
}

const deniesAll = (body: Json): boolean =>
  blocks(at(body, 'deny')).some(
    (each) => at(each, 'protocol') === 'all' && listAt(each, 'ports').length === 0,
  ) && ['target_tags', 'target_service_accounts'].every((some) => listAt(body, some).length === 0);

/** Only what comes out of a tunnel, and only to the ports that students know of. */
function isTunnel({ body }: CloudResource): boolean {
  const sources = textsAt(body, 'source_ranges');
  return (
    (body['direction'] ?? 'INGRESS') === 'INGRESS' &&
    sources.length > 0 &&
    sources.every((range) => AddressSet.tryParse(range)?.without(TUNNELS).isEmpty ?? false) &&
    blocks(body['allow']).every(
      (each) =>
        at(each, 'protocol') === 'tcp' &&
        listAt(each, 'ports').length > 0 &&
        textsAt(each, 'ports').every((port) => PORTS.includes(port)),
    )
  );
}

const blocks = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : value === undefined ? [] : [value];
