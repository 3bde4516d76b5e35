import type { PlannedAttributes } from './import-ids';
import type { PlannedChange } from './planned-changes';

/** Asks for all that stands of a type in one place. */
export interface ListingQuery {
  /** Terraform's name of the type. */
  readonly type: string;
  /** Billing account, or id of a project. */
  readonly place: string;
}

/** One thing of a listing, in the words of Google's API. */
export interface ListedEntry {
  /** `billingAccounts/A/budgets/ID`, `projects/P/notificationChannels/ID`. */
  readonly name: string;
  readonly displayName?: string | undefined;
  /** How a channel reaches people: `email`. */
  readonly type?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** How a type is listed whose ids Google makes up. */
interface Listing {
  readonly why: string;
  /** Attribute that says where it stands. */
  readonly place: string;
  /** Words behind `gcloud` that list what stands in the place that follows them. */
  readonly list: string;
  /** Words behind `gcloud` that delete what has the id that follows them. */
  readonly delete: string;
  /** What its id begins with, as the provider's page on the resource writes its import. */
  folder(place: string): string;
}

/**
 * Types that are found by what they are called. Pages "Import" of provider google 6.50; gcloud 528, 2026-11.
 * @see https://docs.cloud.google.com/sdk/gcloud/reference/billing/budgets/list
 * @see https://docs.cloud.google.com/sdk/gcloud/reference/beta/monitoring/channels/list
 */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  google_billing_budget: {
    why: 'Google makes up the names of budgets',
    place: 'billing_account',
    list: 'billing budgets list --billing-account',
    delete: 'billing budgets delete',
    folder: (account) => `billingAccounts/${account}/budgets`,
  },
  google_monitoring_notification_channel: {
    why: 'Google makes up the names of notification channels',
    place: 'project',
    list: 'beta monitoring channels list --project',
    delete: 'beta monitoring channels delete',
    folder: (project) => `projects/${project}/notificationChannels`,
  },
};

/** What to ask for a planned resource; undefined if where it stands, or what it is called, is not known yet. */
export function tryFormQuery({ type, after }: PlannedChange): ListingQuery | undefined {
  const place = textOf(after, LISTINGS[type]?.place ?? '');
  return place === undefined || textOf(after, 'display_name') === undefined ? undefined : { type, place };
}

/** Words behind `gcloud` that answer a query. */
export const listingWords = ({ type, place }: ListingQuery): readonly string[] => [
  ...listingOf(type).list.split(' '),
  place,
];

/** Command that shows a person what may be a planned resource; a place that is not known is left to fill in. */
export function listingCommand(type: string, attributes: PlannedAttributes): string {
  const attribute = listingOf(type).place;
  const place = textOf(attributes, attribute) ?? attribute.toUpperCase();
  return `gcloud ${listingWords({ type, place }).join(' ')}`;
}

/** Command that deletes one of several that stand alike. */
export const deletionCommand = (type: string, id: string): string => `gcloud ${listingOf(type).delete} ${id}`;

/** Import ids, sorted, of the entries that may be a planned resource; `taken` are no candidates. */
export function candidates(
  { type, place }: ListingQuery,
  planned: PlannedAttributes,
  entries: readonly ListedEntry[],
  taken: ReadonlySet<string>,
): readonly string[] {
  return entries
    .filter((entry) => isAlike(entry, planned))
    .map(({ name }) => ownPart(name))
    .filter((own) => !taken.has(own))
    .sort()
    .map((own) => `${listingOf(type).folder(place)}/${own}`);
}

/** What Google made up of an id. Google writes what it stands in by id or by number. */
export const ownPart = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** What Google made up of all ids that the state has already, or will have by an import. */
export const takenIds = (changes: readonly PlannedChange[]): ReadonlySet<string> =>
  new Set(
    changes.flatMap(({ before = {}, importId }) =>
      [textOf(before, 'id'), importId].flatMap((id) => (id === undefined ? [] : [ownPart(id)])),
    ),
  );

/** Whether an entry is called what was planned, and reaches whom was planned. */
function isAlike({ displayName, type, labels = {} }: ListedEntry, planned: PlannedAttributes): boolean {
  const plannedLabels = (planned['labels'] ?? {}) as PlannedAttributes;
  return [
    [textOf(planned, 'display_name'), displayName],
    [textOf(planned, 'type'), type],
    [textOf(plannedLabels, 'email_address'), labels['email_address']],
  ].every(([wanted, stands]) => wanted === undefined || wanted === stands);
}

function listingOf(type: string): Listing {
  const listing = LISTINGS[type];
  if (listing === undefined) throw new Error(`${type} is not listed`);
  return listing;
}

function textOf(attributes: PlannedAttributes, name: string): string | undefined {
  const value = attributes[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
