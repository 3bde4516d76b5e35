import { createHash } from 'node:crypto';
import { LIMITS } from '../../core/limits/limits';
import type { Asset, IamAuditConfig, IamBinding, IamPolicy } from '../cloud/asset';

/** What makes a binding the same: its role and every part of its condition. */
export type BindingKey = Pick<IamBinding, 'role' | 'condition'>;

/** docs.cloud.google.com/iam/quotas, 2026-11. */
const MAX_GROUPS = 250;
const MAX_CONDITIONAL = 20;

/** Policy of an asset that nobody was given access to yet. */
const NO_POLICY: IamPolicy = { etag: 'ACAB', bindings: [], auditConfigs: [] };

export const policyOf = (asset: Asset): IamPolicy => asset.policy ?? NO_POLICY;

export function tryFindBinding(policy: IamPolicy, key: BindingKey): IamBinding | undefined {
  return policy.bindings.find((binding) => keyOf(binding) === keyOf(key));
}

/** The policy in which a role has exactly these members under this condition; none at all if there are none. */
export function withBinding(policy: IamPolicy, binding: IamBinding): IamPolicy {
  const others = policy.bindings.filter((each) => keyOf(each) !== keyOf(binding));
  const bindings = binding.members.length === 0 ? others : [...others, binding];
  return written({ ...policy, bindings: bindings.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)) });
}

export function withoutBinding(policy: IamPolicy, key: BindingKey): IamPolicy {
  return withBinding(policy, { ...key, members: [] });
}

/** The policy in which the calls of a service are recorded like this; not at all without logs. */
export function withAuditConfig(policy: IamPolicy, config: IamAuditConfig): IamPolicy {
  const others = policy.auditConfigs.filter(({ service }) => service !== config.service);
  const auditConfigs = config.logs.length === 0 ? others : [...others, config];
  return written({ ...policy, auditConfigs: auditConfigs.sort((a, b) => (a.service < b.service ? -1 : 1)) });
}

/** Principals of a policy, each appearance counted, those that are exempt from audit logs too. */
export const countPrincipals = (policy: IamPolicy): number => appearances(policy).length;

/** The limit that a policy goes beyond, said of `where`, such as `project "p"`. */
export function policyBreach(policy: IamPolicy, where: string): string | undefined {
  const principals = countPrincipals(policy);
  const { max } = LIMITS.principalsPerPolicy;
  if (principals > max) {
    return (
      `The IAM policy of ${where} would hold ${principals} principals (each appearance counts) and Google allows ${max}: ` +
      'move tenants to another cell, or grant the role to a group'
    );
  }
  const groups = countGroups(policy);
  if (groups > MAX_GROUPS) {
    return (
      `The IAM policy of ${where} would hold ${groups} groups and domains and Google allows ${MAX_GROUPS}: ` +
      'put groups into one group'
    );
  }
  const crowded = crowdedGrant(policy);
  if (crowded === undefined) return undefined;
  return (
    `The IAM policy of ${where} would give ${crowded.role} to ${crowded.member} under ${crowded.count} conditions ` +
    `and Google allows ${MAX_CONDITIONAL}: join conditions with ||`
  );
}

/** A group counts once, a domain each time. */
function countGroups(policy: IamPolicy): number {
  const all = appearances(policy);
  const groups = new Set(all.filter((member) => member.startsWith('group:')));
  return groups.size + all.filter((member) => member.startsWith('domain:')).length;
}

function appearances({ bindings, auditConfigs }: IamPolicy): readonly string[] {
  return [
    ...bindings.flatMap(({ members }) => members),
    ...auditConfigs.flatMap(({ logs }) => logs.flatMap(({ exempted }) => exempted)),
  ];
}

/** The first grant of one role to one principal under too many conditions. */
function crowdedGrant({ bindings }: IamPolicy): { role: string; member: string; count: number } | undefined {
  const counts = new Map<string, { role: string; member: string; count: number }>();
  for (const { role, members } of bindings.filter(({ condition }) => condition !== undefined)) {
    for (const member of members) {
      const count = (counts.get(`${role} ${member}`)?.count ?? 0) + 1;
      counts.set(`${role} ${member}`, { role, member, count });
    }
  }
  return [...counts.values()].find(({ count }) => count > MAX_CONDITIONAL);
}

const keyOf = ({ role, condition }: BindingKey): string =>
  JSON.stringify([role, condition?.title ?? '', condition?.description ?? '', condition?.expression ?? '']);

/** A write gives a policy a new etag; the same writes give the same. */
function written(policy: IamPolicy): IamPolicy {
  const hash = createHash('sha256').update(JSON.stringify(policy)).digest();
  return { ...policy, etag: hash.subarray(0, 8).toString('base64') };
}
