import type { Adoption, NotAdopted } from '../../core/recover/adoption';
import type { ListingQuery } from '../../core/recover/listings';
import {
  LISTINGS,
  candidates,
  deletionCommand,
  listingCommand,
  ownPart,
  takenIds,
  tryFormQuery,
} from '../../core/recover/listings';
import type { PlannedChange } from '../../core/recover/planned-changes';
import { isCreated } from '../../core/recover/planned-changes';
import type { ResourceListing } from './resource-listing';
import type { Unseen } from './stack-recovery';

/** What listings tell of what a plan would create under ids that Google makes up. */
export interface ListedFinds {
  readonly adoptions: readonly Adoption[];
  /** What stands more than once. */
  readonly notAdopted: readonly NotAdopted[];
  /** What could not be asked for. */
  readonly unseen: readonly Unseen[];
}

/**
 * Looks in listings for what a plan would create; nothing is listed where it would create nothing of these types.
 * @param missing Ids of projects that do not stand, and so nothing in them.
 */
export async function findListed(
  changes: readonly PlannedChange[],
  missing: ReadonlySet<string>,
  listing: ResourceListing | undefined,
): Promise<ListedFinds> {
  const adoptions: Adoption[] = [];
  const notAdopted: NotAdopted[] = [];
  const unseen: Unseen[] = [];
  const taken = new Set(takenIds(changes));
  for (const { address, type, after, query } of toList(changes, missing)) {
    const listed = query === undefined ? undefined : await listing?.list(query);
    if (query === undefined || listed?.ok !== true) {
      const { why } = LISTINGS[type]!;
      const reason = listed?.ok === false ? `${why}, and ${listed.problem}` : why;
      unseen.push({ address, why: reason, look: listingCommand(type, after) });
      continue;
    }
    const [id, ...others] = candidates(query, after, listed.entries, taken);
    if (id === undefined) continue;
    // No other that is planned alike may have the same.
    for (const each of [id, ...others]) taken.add(ownPart(each));
    if (others.length === 0) adoptions.push({ address, id });
    else notAdopted.push(oneOfSeveral(address, type, id, others));
  }
  return { adoptions, notAdopted, unseen };
}

function toList(
  changes: readonly PlannedChange[],
  missing: ReadonlySet<string>,
): readonly (PlannedChange & { readonly query: ListingQuery | undefined })[] {
  return changes
    .filter((change) => isCreated(change) && change.type in LISTINGS)
    .filter(({ after }) => !missing.has(String(after['project'])))
    .map((change) => ({ ...change, query: tryFormQuery(change) }));
}

/** Any of them may be meant, and all but one are too many: runs before this one made them. */
const oneOfSeveral = (address: string, type: string, id: string, others: readonly string[]): NotAdopted => ({
  address,
  id,
  why: `${others.length + 1} stand alike; keep this one, delete the others, and recover again:`,
  mend: others.map((other) => deletionCommand(type, other)),
});
