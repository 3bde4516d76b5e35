import type { Instant, TimeZone } from '../domain/time';
import { plusHours, tryParseInstant } from '../domain/time';
import type { InventoryItem } from './inventory-item';

/** Something that was deleted and can still be brought back. */
export interface SoftDeletion {
  /** When it goes for good; undefined where the listing does not say when it was deleted. */
  readonly until?: Instant;
  readonly days: number;
  /** What it costs until then. */
  readonly costs: string;
}

const FREE = 'costs nothing';

/**
 * Days for which Google keeps what was deleted.
 * @see https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects, /iam/docs/manage-workload-identity-pools-providers,
 * /iam/docs/creating-custom-roles, /storage/docs/soft-delete, /logging/docs/buckets (2026-11)
 */
const KEPT: Readonly<Record<string, { readonly days: number; readonly costs: string }>> = {
  'cloudresourcemanager/projects': { days: 30, costs: FREE },
  'iam/workloadIdentityPools': { days: 30, costs: FREE },
  'iam/providers': { days: 30, costs: FREE },
  'iam/roles': { days: 7, costs: FREE },
  'logging/buckets': { days: 7, costs: FREE },
  'storage/buckets': { days: 7, costs: 'what it held is billed as storage until then' },
};

const DELETED = /^DELETE/;

/** How long an item is still there although it was deleted; undefined for what was not. */
export function trySoftDeletion({ name, facts }: InventoryItem): SoftDeletion | undefined {
  const kept = KEPT[`${name.service}/${name.collection}`];
  if (kept === undefined) return undefined;
  const isBucket = name.service === 'storage';
  if (isBucket ? facts.deleted === undefined : !DELETED.test(facts.state ?? '')) return undefined;
  const until = instantOf(facts.purged) ?? after(instantOf(facts.deleted), kept.days);
  return { ...kept, ...(until === undefined ? {} : { until }) };
}

/** Instants as Google's services write them; gcloud leaves the colon out of offsets. */
function instantOf(text: string | undefined): Instant | undefined {
  return text === undefined
    ? undefined
    : tryParseInstant(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'), 'UTC' as TimeZone);
}

function after(instant: Instant | undefined, days: number): Instant | undefined {
  return instant === undefined || instant > '9000' ? undefined : plusHours(instant, days * 24);
}
