import type { AssetName } from '../../../src/rehearsal/cloud/asset';
import type { AssetKindProps } from '../../../src/rehearsal/provider/asset-kind';
import { assetKind } from '../../../src/rehearsal/provider/asset-kind';
import type { ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import type { BlockSchema } from '../../../src/rehearsal/schema/block-schema';
import { requiredText, textAt } from '../../../src/rehearsal/values/read-value';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { attribute, nestedBlock } from '../schema/sample-schema';

/** A little of a bucket, and something of each nesting. */
export const BUCKET_SCHEMA: BlockSchema = {
  attributes: [
    attribute('id', 'string', 'optional computed'),
    attribute('labels', ['map', 'string']),
    attribute('location', 'string', 'required'),
    attribute('name', 'string', 'required'),
    attribute('owners', ['set', 'string']),
    attribute('project', 'string', 'optional computed'),
    attribute('ratio', 'number'),
    attribute('seconds', 'number', 'optional computed'),
    attribute('storage_class', 'string'),
    attribute('url', 'string', 'computed'),
  ],
  blocks: [
    {
      ...nestedBlock('placement', 'list', [
        attribute('zone', 'string'),
        attribute('rack', 'string', 'optional computed'),
      ]),
      maxItems: 1,
    },
    nestedBlock('rule', 'set', [
      attribute('port', 'number', 'required'),
      attribute('log', 'bool'),
      attribute('rule_id', 'string', 'computed'),
    ]),
    { ...nestedBlock('soft_delete', 'list', [attribute('days', 'number')]), maxItems: 1 },
    nestedBlock('timeouts', 'single', [attribute('create', 'string')]),
  ],
};

export const BUCKET_TYPE = 'google_storage_bucket';

export const bucketAsset = (name: string): AssetName => `//storage.googleapis.com/${name}`;

/** Seconds that the sample takes on Google. */
export const LATENCY = { create: 5, update: 3, delete: 2, read: 1 };

/** What a test tells about the sample, beyond the usual. */
export function bucketProps(more: Partial<AssetKindProps> = {}): AssetKindProps {
  return {
    type: BUCKET_TYPE,
    assetType: 'storage.googleapis.com/Bucket',
    forceNew: ['name', 'location', 'placement.zone'],
    defaults: { storage_class: 'STANDARD', seconds: 60, 'placement.zone': 'us-west1-a' },
    computedBlocks: ['soft_delete'],
    latency: LATENCY,
    checks: [],
    ignores: [],
    name: (attributes) => bucketAsset(requiredText(attributes, 'name')),
    importIds: [/^(?<name>[a-z0-9-]+)$/, /^(?<project>[a-z0-9-]+)\/(?<name>[a-z0-9-]+)$/],
    computed: (attributes) => ({ ...linksOf(attributes), ...filledBlocks(attributes) }),
    ...more,
  };
}

/** The sample as a kind. */
export const bucketKind = (more: Partial<AssetKindProps> = {}): ResourceKind => assetKind(bucketProps(more));

const linksOf = (attributes: Attributes): Attributes => {
  const name = requiredText(attributes, 'name');
  return { id: textAt(attributes, 'id') ?? name, url: `gs://${name}` };
};

const filledBlocks = ({ placement, rule, soft_delete: kept }: Attributes): Attributes => ({
  placement: list(placement).map((each) => ({ ...each, rack: textAt(each, 'rack') ?? 'rack-1' })),
  rule: list(rule).map((each) => ({
    ...each,
    rule_id: textAt(each, 'rule_id') ?? `rule-${String(each['port'])}`,
  })),
  soft_delete: list(kept).length === 0 ? [{ days: 7 }] : kept!,
});

const list = (value: unknown): readonly Attributes[] => (Array.isArray(value) ? (value as Attributes[]) : []);
