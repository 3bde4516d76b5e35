import { createHash } from 'node:crypto';
import type { Instant } from '../domain/time';
import { byText } from '../domain/sorting';
import type { Ledger } from '../ledger/ledger';
import { placesOf } from '../ledger/ledger';
import { formatLedger } from '../ledger/ledger-file';
import type { Silence } from './inventory-coverage';
import type { Kept, LeakFindings, Leftover } from './leftover';

/** A file that a certificate is about. */
export interface CertifiedInput {
  readonly name: string;
  readonly sha256: string;
  readonly entries: number;
  /** Forms that its entries were in. */
  readonly forms: readonly string[];
}

/** What a certificate says, before its sum. */
export interface CertificateContent {
  readonly certificate: 'practicum leaks';
  readonly version: 1;
  readonly cohort: string;
  readonly at: Instant;
  readonly verdict: 'nothing left' | 'something left';
  readonly ledger: {
    readonly sha256: string;
    readonly places: number;
    readonly active: number;
    readonly held: number;
    readonly destroyed: number;
  };
  readonly inventories: readonly CertifiedInput[];
  readonly counts: {
    readonly leftovers: number;
    readonly kept: number;
    readonly strangers: number;
    readonly byType: readonly { readonly type: string; readonly leftovers: number; readonly kept: number }[];
  };
  readonly dollarsADay: LeakFindings['dollarsADay'];
  readonly pricesOf: string;
  readonly leftovers: readonly Leftover[];
  readonly kept: readonly Kept[];
  readonly strangers: LeakFindings['strangers'];
  readonly silentAbout: readonly Silence[];
}

/** A certificate with the sum over all that it says. */
export interface LeakCertificate extends CertificateContent {
  readonly sha256: string;
}

/** What a certificate is made from. */
export interface CertificateProps {
  readonly cohort: string;
  readonly at: Instant;
  readonly ledger: Ledger;
  readonly inventories: readonly CertifiedInput[];
  readonly findings: LeakFindings;
  readonly pricesOf: string;
  readonly silentAbout: readonly Silence[];
}

/** The certificate of a cohort at an instant: the same for the same files, in whatever order they came. */
export function certificateOf(props: CertificateProps): LeakCertificate {
  const { cohort, at, ledger, findings, pricesOf, silentAbout } = props;
  const { leftovers, kept, strangers, dollarsADay } = findings;
  const places = [...placesOf(ledger).values()];
  const inState = (wanted: string): number => places.filter(({ state }) => state === wanted).length;
  const content: CertificateContent = {
    certificate: 'practicum leaks',
    version: 1,
    cohort,
    at,
    verdict: leftovers.length === 0 ? 'nothing left' : 'something left',
    ledger: {
      sha256: sha256(formatLedger(ledger)),
      places: places.length,
      active: inState('active'),
      held: inState('held'),
      destroyed: inState('destroyed'),
    },
    inventories: [...props.inventories].sort(byText(({ name, sha256: sum }) => `${name} ${sum}`)),
    counts: {
      leftovers: leftovers.length,
      kept: kept.length,
      strangers: Object.values(strangers).reduce((sum, count) => sum + count, 0),
      byType: countsByType(leftovers, kept),
    },
    dollarsADay,
    pricesOf,
    leftovers,
    kept,
    strangers,
    silentAbout,
  };
  return { ...content, sha256: sumOfContent(content) };
}

/** The sum over what a certificate says: its JSON with sorted keys and no space, without the sum itself. */
export function sumOfContent(content: CertificateContent): string {
  return sha256(canonical(Object.fromEntries(Object.entries(content).filter(([key]) => key !== 'sha256'))));
}

/** JSON with the keys of each object in order: the same text for the same content. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .sort(byText(([key]) => key))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join(',')}}`;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

function countsByType(
  leftovers: readonly Leftover[],
  kept: readonly Kept[],
): CertificateContent['counts']['byType'] {
  const counts = new Map<string, { leftovers: number; kept: number }>();
  const count = (type: string, of: 'leftovers' | 'kept'): void => {
    const known = counts.get(type) ?? { leftovers: 0, kept: 0 };
    known[of] += 1;
    counts.set(type, known);
  };
  for (const { type } of leftovers) count(type, 'leftovers');
  for (const { type } of kept) count(type, 'kept');
  return [...counts].map(([type, of]) => ({ type, ...of })).sort(byText(({ type }) => type));
}
