import { z } from 'zod';
import type { Outcome, Problem } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import type { InventoryItem } from './inventory-item';
import type { InventoryEntry } from './inventory-text';
import { isRecord } from './inventory-text';
import { bindingsOf, factsOf, labelsOf } from './item-facts';
import type { ResourceName } from './resource-name';
import { fullNameOfLink, tryParseResourceName } from './resource-name';

type Data = Readonly<Record<string, unknown>>;

/** A form in which Google lists things. */
interface EntryShape {
  /** What prints it, as people know it. */
  readonly about: string;
  readonly schema: z.ZodType;
  read(entry: Data): InventoryItem | undefined;
}

const text = z.string().min(1).max(4096);
const fullName = text.startsWith('//');

/** Collections of relative names, with the service whose they are. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^billingAccounts\/[^/]+\/budgets\/[^/]+$/, 'billingbudgets'],
  [/^projects\/[^/]+\/(notificationChannels|alertPolicies|uptimeCheckConfigs)\/[^/]+$/, 'monitoring'],
  [/^projects\/[^/]+\/locations\/[^/]+\/repositories\/[^/]+$/, 'artifactregistry'],
  [/^projects\/[^/]+\/locations\/[^/]+\/buckets\/[^/]+$/, 'logging'],
  [/^projects\/[^/]+\/locations\/[^/]+\/(workloadIdentityPools)\/[^/]+$/, 'iam'],
  [/^projects\/[^/]+\/(roles|serviceAccounts)\/[^/]+$/, 'iam'],
  [/^projects\/[^/]+\/locations\/[^/]+\/(certificates|certificateMaps|dnsAuthorizations)\/[^/]+$/, 'certificatemanager'], // prettier-ignore
  [/^projects\/[^/]+\/locations\/[^/]+\/certificateMaps\/[^/]+\/certificateMapEntries\/[^/]+$/, 'certificatemanager'], // prettier-ignore
  [/^projects\/[^/]+\/secrets\/[^/]+$/, 'secretmanager'],
];

const serviceOf = (name: string): string | undefined => SERVICES.find(([pattern]) => pattern.test(name))?.[1];

function itemOf(name: ResourceName | undefined, entry: Data, more: Data = {}): InventoryItem | undefined {
  if (name === undefined) return undefined;
  const labels = labelsOf(entry['labels'], more['labels'], more['effective_labels'], more['userLabels']);
  return { name, labels, facts: factsOf(more, entry) };
}

const record = (value: unknown): Data => (isRecord(value) ? value : {});

const dataOfProject = (id: string, entry: Data, more: Data): InventoryItem | undefined =>
  itemOf(tryParseResourceName(`//cloudresourcemanager.googleapis.com/projects/${id}`), entry, more);

/** Cloud Asset Inventory names a project by its number or by its id, and says the other one beside. */
function assetOf(entry: Data, data: Data, policy: unknown): InventoryItem | undefined {
  const name = tryParseResourceName(String(entry['name']));
  const id = data['projectId'] ?? data['project_id'];
  const isProject = name?.service === 'cloudresourcemanager' && name.collection === 'projects';
  const item = isProject && typeof id === 'string' ? dataOfProject(id, entry, data) : itemOf(name, entry, data); // prettier-ignore
  if (item === undefined) return undefined;
  const bindings = bindingsOf(policy);
  const number = /^projects\/(\d+)$/.exec(String(entry['project']))?.[1];
  const facts =
    isProject && number !== undefined && item.facts.projectNumber === undefined
      ? { ...item.facts, projectNumber: number }
      : item.facts;
  const inside = projectOfAsset(entry, item);
  return {
    ...item,
    name: inside,
    facts,
    assetType: String(entry['assetType']),
    ...(bindings === undefined ? {} : { policy: bindings }),
  };
}

/** The name, with the project that is told beside it where the name has none: that of a bucket. */
function projectOfAsset(entry: Data, { name }: InventoryItem): ResourceName {
  if (name.project !== undefined || name.service !== 'storage') return name;
  const ancestors: unknown = entry['ancestors'];
  const near: unknown = Array.isArray(ancestors) ? ancestors[0] : entry['project'];
  const project = /^projects\/([^/]+)$/.exec(String(near))?.[1];
  return project === undefined ? name : { ...name, project };
}

/** Every form that is known, the most telling first. */
const SHAPES: readonly EntryShape[] = [
  {
    about: 'gcloud asset list, or export',
    schema: z.looseObject({
      name: fullName,
      assetType: text,
      resource: z.looseObject({ data: z.looseObject({}).nullish() }),
    }),
    read: (entry) => assetOf(entry, record(record(entry['resource'])['data']), entry['iamPolicy']),
  },
  {
    about: 'gcloud asset search-all-resources',
    schema: z.looseObject({ name: fullName, assetType: text }),
    read: (entry) => assetOf(entry, record(entry['additionalAttributes']), entry['iamPolicy']),
  },
  {
    about: 'gcloud asset search-all-iam-policies',
    schema: z.looseObject({ resource: fullName, policy: z.looseObject({ bindings: z.array(z.unknown()) }) }),
    read: (entry) => {
      const item = itemOf(tryParseResourceName(String(entry['resource'])), {});
      return item && { ...item, policy: bindingsOf(entry['policy']) ?? [] };
    },
  },
  {
    about: 'gcloud compute … list, gcloud container clusters list',
    schema: z.looseObject({ name: text, selfLink: text.startsWith('https://') }),
    read: (entry) => {
      const link = fullNameOfLink(String(entry['selfLink']));
      return link === undefined ? undefined : itemOf(tryParseResourceName(link), entry, entry);
    },
  },
  {
    about: 'gcloud projects list',
    schema: z.looseObject({ projectId: text, lifecycleState: text }),
    read: (entry) => dataOfProject(String(entry['projectId']), entry, entry),
  },
  {
    about: 'gcloud storage buckets list',
    schema: z.union([
      z.looseObject({ name: text, storage_url: text.startsWith('gs://') }),
      z.looseObject({ name: text, kind: z.literal('storage#bucket') }),
    ]),
    read: (entry) =>
      itemOf(tryParseResourceName(`//storage.googleapis.com/${String(entry['name'])}`), entry, entry),
  },
  {
    about: 'gcloud dns managed-zones list',
    schema: z.looseObject({ name: text, dnsName: text, id: z.union([text, z.number()]) }),
    read: (entry) =>
      itemOf(tryParseResourceName(`//dns.googleapis.com/managedZones/${String(entry['name'])}`), entry, entry), // prettier-ignore
  },
  {
    about: 'gcloud billing budgets, artifacts repositories, monitoring channels, iam … list',
    schema: z.looseObject({ name: text.refine((name) => serviceOf(name) !== undefined) }),
    read: (entry) => {
      const name = String(entry['name']);
      return itemOf(tryParseResourceName(`//${serviceOf(name)!}.googleapis.com/${name}`), entry, entry);
    },
  },
  {
    about: 'gcloud projects get-iam-policy',
    schema: z.looseObject({ bindings: z.array(z.unknown()), etag: text }),
    read: (entry) => ({
      // The policy does not say whose it is: its mark tells it from other policies.
      name: tryParseResourceName(`//iam.googleapis.com/policies/${String(entry['etag'])}`)!,
      labels: {},
      facts: {},
      policy: bindingsOf(entry) ?? [],
    }),
  },
];

/** An entry, and the form it was in. */
export interface RecognisedEntry {
  readonly item: InventoryItem;
  readonly shape: string;
}

/** Every entry as an item, or those that are in no known form. */
export function recognise(
  file: string,
  entries: readonly InventoryEntry[],
): Outcome<readonly RecognisedEntry[]> {
  const problems: Problem[] = [];
  const recognised: RecognisedEntry[] = [];
  let likely: EntryShape | undefined;
  for (const entry of entries) {
    const { value } = entry;
    const shape: EntryShape | undefined = isRecord(value)
      ? SHAPES.find(({ schema }) => schema.safeParse(value).success)
      : undefined;
    const item = shape?.read(value as Data);
    if (shape === undefined || item === undefined) problems.push(unknownEntry(file, entry, likely));
    else {
      recognised.push({ item, shape: shape.about });
      likely = shape;
    }
  }
  return problems.length > 0 ? refuse(problems) : accept(recognised);
}

function unknownEntry(
  file: string,
  { value, line }: InventoryEntry,
  likely: EntryShape | undefined,
): Problem {
  const keys = isRecord(value) ? Object.keys(value) : undefined;
  return {
    file,
    line: line(),
    column: 1,
    message: 'this entry is in no form that is known, so nobody can say what is left of it',
    got: keys === undefined ? gotOf(value) : shown(keys.slice(0, 6).join(', ')),
    allowed:
      likely === undefined
        ? `the JSON of ${SHAPES.map(({ about }) => about).join('; ')}`
        : `an entry as the others are: ${likely.about}`,
    write: 'the listing again, whole and without --flatten or a projection in --format: --format=json',
  };
}

/** A list is only counted: it may be deeper than anything that writes it out can follow. */
const gotOf = (value: unknown): string => (Array.isArray(value) ? `a list of ${value.length}` : shown(value));
