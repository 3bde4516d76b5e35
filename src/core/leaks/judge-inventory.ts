import type { Region } from '../config/regions';
import { byText } from '../domain/sorting';
import { priceListFor } from '../prices/price-list';
import type { CohortMarks, Owner } from './cohort-marks';
import type { ForeignGrant } from './foreign-grants';
import { foreignGrants, grantRemoval } from './foreign-grants';
import type { InventoryItem } from './inventory-item';
import { isProject, projectOf } from './inventory-item';
import type { Kept, LeakFindings, Leftover, Listed, Whose } from './leftover';
import { GRANT_RANK, kindOf, rankOf } from './leftover-kinds';
import { dayPrice, dollars } from './leftover-prices';
import type { Belonging } from './ownership';
import { Ownership } from './ownership';
import { withProjectsOf } from './project-evidence';
import { commandText, isPasteable } from './removal-command';
import { trySoftDeletion } from './soft-deletion';
import { visible } from './visible-text';
import { whyLeft } from './why-left';

interface Ranked {
  readonly rank: number;
  /** What decides among those of one rank. */
  readonly order: string;
  readonly leftover: Leftover;
  readonly usd?: number;
}

/** What of `items` is the cohort's and why it is still there; each item once, sorted by name. */
export function judgeInventory(
  items: readonly InventoryItem[],
  marks: CohortMarks,
  region: Region,
): LeakFindings {
  const ownership = new Ownership(marks, items);
  const evident = withProjectsOf(items, (item) => ownership.of(item).is !== 'stranger');
  const ending = new Map(
    evident.filter(isProject).flatMap((item) => {
      const deletion = trySoftDeletion(item);
      return deletion === undefined ? [] : [[item.name.name, deletion] as const];
    }),
  );
  const clusters = standingClusters(evident);
  const prices = priceListFor(region);
  const found: Ranked[] = [];
  const kept: Kept[] = [];
  const strangers = new Map<string, number>();
  for (const item of evident) {
    const belonging = ownership.of(item);
    if (belonging.is === 'stranger') {
      const type = visible(typeOf(item));
      strangers.set(type, (strangers.get(type) ?? 0) + 1);
      continue;
    }
    const listed = listedOf(item, belonging, marks);
    const deletion = trySoftDeletion(item) ?? ending.get(projectOf(item) ?? '');
    if (item.name.collection === 'buckets' && item.name.name === marks.stateBucket) {
      kept.push({ ...listed, why: 'it holds the state of all stacks: kept on purpose, deleted last and by hand' }); // prettier-ignore
    } else if (deletion !== undefined) {
      const by = trySoftDeletion(item) === undefined ? 'its project was deleted' : 'it was deleted';
      const why = `${by} and can be brought back for ${deletion.days} days; ${deletion.costs}`;
      kept.push({ ...listed, why, ...(deletion.until === undefined ? {} : { until: deletion.until }) });
    } else {
      const price = dayPrice(item, prices);
      const usd = 'usd' in price ? price.usd : undefined;
      const why = whyLeft(item, clusters.has(projectOf(item) ?? ''));
      found.push({
        rank: rankOf(item),
        order: `${listed.project ?? ''} ${listed.fullName}`,
        ...(usd === undefined ? {} : { usd }),
        leftover: {
          ...listed,
          why,
          ...(usd === undefined ? {} : { dollarsADay: dollars(usd) }),
          priced: 'usd' in price ? price.by : price.unknown,
          ...removalOf(item, belonging),
        },
      });
    }
  }
  for (const grant of foreignGrants(evident, marks, ownership)) found.push(rankedGrant(grant, marks));
  found.sort((one, other) => one.rank - other.rank || byText<Ranked>(({ order }) => order)(one, other));
  return {
    leftovers: found.map(({ leftover }) => leftover),
    kept,
    strangers: Object.fromEntries([...strangers].sort(byText(([type]) => type))),
    dollarsADay: {
      known: dollars(found.reduce((sum, { usd = 0 }) => sum + usd, 0)),
      ofUnknownPrice: found.filter(({ usd }) => usd === undefined).length,
    },
  };
}

const typeOf = (item: InventoryItem): string =>
  kindOf(item)?.words ?? item.assetType ?? `${item.name.service} ${item.name.collection}`;

/** Projects in which a cluster stands: its controllers still clean up by themselves. */
const standingClusters = (items: readonly InventoryItem[]): ReadonlySet<string> =>
  new Set(
    items
      .filter(({ name }) => name.service === 'container' && name.collection === 'clusters')
      .flatMap((item) => projectOf(item) ?? []),
  );

function listedOf(item: InventoryItem, belonging: Belonging, { cohort }: CohortMarks): Omit<Listed, 'why'> {
  const { name, facts } = item;
  const project = isProject(item) ? undefined : name.project;
  // Google makes up the names of budgets and channels: people know what they are called.
  const called = /^(budgets|notificationChannels)$/.test(name.collection) ? facts.displayName : undefined;
  return {
    type: visible(typeOf(item)),
    name: visible(called ?? name.name),
    fullName: visible(name.full),
    ...(project === undefined ? {} : { project: visible(project) }),
    ...(name.location === undefined ? {} : { location: visible(name.location) }),
    whose: belonging.is === 'ours' ? whose(belonging.owner, cohort) : {},
  };
}

const whose = ({ tenant, cell }: Owner, cohort: string): Whose => ({
  ...(tenant === undefined ? {} : { tenant }),
  ...(cell === undefined ? {} : { cell: `c${cell}` }),
  cohort,
});

function removalOf(item: InventoryItem, belonging: Belonging): Pick<Leftover, 'remove' | 'note'> {
  if (belonging.is !== 'ours')
    return {
      note: 'Only its name says that it is the cohort’s, and the ledger does not know it: find out whose it is first.',
    };
  const kind = kindOf(item);
  if (kind === undefined) return { note: 'Remove it in the console: no command is known here for its type.' };
  const command = ['gcloud', ...kind.remove(item)];
  if (!isPasteable(command, [item.name.name]))
    return { note: 'Remove it in the console: its name cannot be pasted into a shell safely.' };
  const text = commandText(command);
  // A domain may serve the next term, and the zone is somebody else's: nobody is to paste that with the others.
  return belonging.by === 'domain' ? { note: `If no other term uses the domain: ${text}` } : { remove: text };
}

function rankedGrant(grant: ForeignGrant, { cohort }: CohortMarks): Ranked {
  const { item, role, member, owner } = grant;
  const words = grantRemoval(grant);
  const command = words && ['gcloud', ...words];
  const isUnsaid = item.name.service === 'iam' && item.name.collection === 'policies';
  return {
    rank: GRANT_RANK,
    order: `${item.name.full} ${role} ${member}`,
    usd: 0,
    leftover: {
      type: 'grant',
      name: visible(`${role} for ${member}`),
      fullName: visible(item.name.full),
      ...(item.name.project === undefined ? {} : { project: visible(item.name.project) }),
      whose: whose(owner, cohort),
      why: isUnsaid
        ? 'a grant in another project outlives the project of its account; the file does not say in which it is'
        : 'a grant outside the cohort’s projects outlives the project of its account',
      dollarsADay: dollars(0),
      priced: 'free',
      ...(command !== undefined && isPasteable(command, [item.name.name])
        ? { remove: commandText(command) }
        : { note: 'Take it away in the console.' }),
    },
  };
}
