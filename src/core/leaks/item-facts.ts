import { isRecord } from './inventory-text';
import type { ItemFacts, ListedBinding } from './inventory-item';

type Data = Readonly<Record<string, unknown>>;

/** The first of `keys` that is text: services and provider write the same in camels and in snakes. */
export function textOf(data: Data, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** Compute Engine writes numbers as text; what is no plain number is not known. */
function numberOf(data: Data, most: number, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(data, key) ? data[key] : undefined;
    const number = typeof value === 'string' && /^\d{1,18}(\.\d{1,6})?$/.test(value) ? Number(value) : value;
    if (typeof number === 'number' && number >= 0 && number <= most) return number;
  }
  return undefined;
}

/** The largest disk has 64 TiB. */
const MOST_GIB = 65_536;

/** What is kept of the attributes of a thing. */
export function factsOf(data: Data, more: Data = {}): ItemFacts {
  const text = (...keys: readonly string[]): string | undefined =>
    textOf(data, ...keys) ?? textOf(more, ...keys);
  const number = (most: number, ...keys: readonly string[]): number | undefined =>
    numberOf(data, most, ...keys) ?? numberOf(more, most, ...keys);
  const facts: Partial<Record<keyof ItemFacts, string | number | true | undefined>> = {
    displayName: text('displayName', 'display_name'),
    description: text('description') ?? text('why'),
    state: text('lifecycleState', 'lifecycle_state', 'state', 'status') ?? deletedFlag(data),
    sizeGib: number(MOST_GIB, 'sizeGb', 'size_gb'),
    sizeBytes: number(Number.MAX_SAFE_INTEGER, 'sizeBytes', 'storageBytes', 'storage_bytes', 'size_bytes'),
    diskType: text('type')?.split('/').at(-1),
    internal: /^INTERNAL/.test(text('addressType', 'address_type', 'loadBalancingScheme') ?? '') || undefined,
    dnsName: text('dnsName', 'dns_name'),
    projectNumber: text('projectNumber', 'number'),
    deleted: text('deleteTime', 'softDeleteTime', 'soft_delete_time'),
    purged: text('hardDeleteTime', 'hard_delete_time', 'purgeTime', 'expireTime'),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as ItemFacts;
}

/** Roles have no state: they say whether they are deleted. */
const deletedFlag = (data: Data): string | undefined => (data['deleted'] === true ? 'DELETED' : undefined);

/** Labels of a thing; what is no text is no label. */
export function labelsOf(...sources: readonly unknown[]): Readonly<Record<string, string>> {
  const labels = sources.filter(isRecord).flatMap((source) => Object.entries(source));
  const texts = labels.filter((label): label is [string, string] => typeof label[1] === 'string');
  // Only labels that say whose a thing is: those of a notification channel hold an address.
  return Object.fromEntries(texts.filter(([key]) => /^(practicum-|goog-k8s-)/.test(key)));
}

/** The bindings of a policy; undefined where there is none. */
export function bindingsOf(policy: unknown): readonly ListedBinding[] | undefined {
  if (!isRecord(policy) || !Array.isArray(policy['bindings'])) return undefined;
  return (policy['bindings'] as readonly unknown[]).filter(isRecord).flatMap((binding) => {
    const role = textOf(binding, 'role');
    const members = Array.isArray(binding['members']) ? (binding['members'] as readonly unknown[]) : [];
    const texts = members.filter((member) => typeof member === 'string');
    return role === undefined ? [] : [{ role, members: texts }];
  });
}
