import type { Latency } from '../provider/resource-kind';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { COMPUTE_API, computeName } from './compute-resource';
import type { IamTarget } from './iam-binding-kind';
import { iamBindingKind } from './iam-binding-kind';
import { isZone } from './place-attributes';

/** As for other policies: FACTS, provider google 6.50, 2026-11. */
const LATENCY: Latency = { create: 4, update: 4, delete: 4, read: 0.42 };

/** The machine that an attribute names, by itself or by its path. */
function machineAt(named: string, attributes: Attributes, provider: Attributes): Omit<IamTarget, 'id'> | undefined {
  const given = textAt(attributes, named);
  const path = /projects\/([^/]+)\/zones\/([^/]+)\/instances\/([^/]+)$/.exec(given ?? '');
  const project = path?.[1] ?? textAt(attributes, 'project') ?? textAt(provider, 'project');
  const zone = path?.[2] ?? textAt(attributes, 'zone') ?? textAt(provider, 'zone');
  const machine = path?.[3] ?? given;
  if (project === undefined || zone === undefined || machine === undefined || !isZone(zone)) return undefined;
  return {
    name: computeName(project, zone, 'instances', machine),
    where: `compute instance "projects/${project}/zones/${zone}/instances/${machine}"`,
    filled: { project, zone },
  };
} // prettier-ignore

const pathOf = ({ name }: Pick<IamTarget, 'name'>): string => name.replace(/^\/\/[^/]+\//, '');

/** One role on a machine. */
export const computeInstanceIamBindingKind = iamBindingKind({
  type: 'google_compute_instance_iam_binding',
  api: COMPUTE_API,
  identity: ['project', 'zone', 'instance_name'],
  tryTarget: (attributes, provider) => {
    const target = machineAt('instance_name', attributes, provider);
    return target && { ...target, id: pathOf(target) };
  },
  importIds: [
    /^projects\/(?<project>[^/]+)\/zones\/(?<zone>[^/]+)\/instances\/(?<instance_name>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<zone>[^/]+)\/(?<instance_name>[^/]+)$/,
  ],
  latency: LATENCY,
  ignores: ['What the permissions of a custom role let its members do.'],
});

/** One role on the tunnel to a machine. */
export const iapTunnelInstanceIamBindingKind = iamBindingKind({
  type: 'google_iap_tunnel_instance_iam_binding',
  api: 'iap.googleapis.com',
  identity: ['project', 'zone', 'instance'],
  tryTarget: (attributes, provider) => {
    const target = machineAt('instance', attributes, provider);
    return target && { ...target, id: pathOf(target).replace('/zones/', '/iap_tunnel/zones/') };
  },
  importIds: [
    /^projects\/(?<project>[^/]+)\/iap_tunnel\/zones\/(?<zone>[^/]+)\/instances\/(?<instance>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<zone>[^/]+)\/(?<instance>[^/]+)$/,
  ],
  latency: LATENCY,
  ignores: ['That the policy of a tunnel is another than that of its machine; here they are one.'],
});
