import { createHash } from 'node:crypto';
import type { AssetName } from '../cloud/asset';
import { assetKind } from '../provider/asset-kind';
import type { AssetKindProps } from '../provider/asset-kind';
import { bucketName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ResourceKind } from '../provider/resource-kind';
import { textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectExactlyOne } from './config-checks';
import { fillIn } from './filled-values';
import { LATENCY } from './infrastructure-latency';
import { stableDigits } from './stable-value';
import { notThere } from './resource-in-use';

/** Full resource name of an object, as audit logs write it. */
export const objectName = (bucket: string, object: string): AssetName =>
  `//storage.googleapis.com/projects/_/buckets/${bucket}/objects/${object}`;

const nameOf = (attributes: Attributes): AssetName =>
  objectName(textAt(attributes, 'bucket') ?? '', textAt(attributes, 'name') ?? '');

const bucketOf = (attributes: Attributes): AssetName => bucketName(textAt(attributes, 'bucket') ?? '');

const PROPS: Omit<AssetKindProps, 'project'> = {
  type: 'google_storage_bucket_object',
  assetType: 'storage.googleapis.com/Object',
  forceNew: [
    'bucket',
    'name',
    'cache_control',
    'content',
    'content_disposition',
    'content_encoding',
    'content_language',
    'content_type',
    'customer_encryption',
    'kms_key_name',
    'source',
    'storage_class',
  ],
  defaults: { detect_md5hash: 'different hash' },
  terraformOnly: [
    'content',
    'deletion_policy',
    'detect_md5hash',
    'force_empty_content_type',
    'source',
    'source_md5hash',
  ],
  latency: LATENCY.object,
  checks: ['Its bucket stands; content or source is given, not both.'],
  ignores: [
    'Files that "source" names: hashes follow from the path, not from what is in the file.',
    'Retention, holds and versions.',
  ],
  name: nameOf,
  parent: bucketOf,
  importIds: [],
  validate: (config) => expectExactlyOne(config, ['content', 'source']),
  check: (attributes, operation) => void operation.need(bucketOf(attributes), notThere(bucketOf(attributes))),
  computed: computedObject,
};

/** The project is the bucket's: an object has no attribute for it. */
const kindIn = (project: string | undefined): ResourceKind => assetKind({ ...PROPS, project: () => project });

/** An object that Terraform uploads. */
export const storageBucketObjectKind: ResourceKind = {
  ...kindIn(undefined),
  create: (planned, operation) =>
    kindIn(operation.cloud.tryFind(bucketOf(planned))?.project).create(planned, operation),
};

function computedObject(attributes: Attributes, { cloud }: Operation): Attributes {
  const bucket = textAt(attributes, 'bucket') ?? '';
  const name = textAt(attributes, 'name') ?? '';
  const md5 = createHash('md5')
    .update(textAt(attributes, 'content') ?? textAt(attributes, 'source') ?? '')
    .digest();
  const link = `https://www.googleapis.com/storage/v1/b/${bucket}/o/${encodeURIComponent(name)}`;
  const generation = Number(stableDigits(`${bucket}/${name} ${cloud.now}`, 15));
  return {
    id: `${bucket}-${name}`,
    output_name: name,
    self_link: link,
    media_link: link.replace('/storage/v1/', '/download/storage/v1/') + `?generation=${generation}&alt=media`,
    md5hash: md5.toString('base64'),
    md5hexhash: md5.toString('hex'),
    crc32c: md5.subarray(0, 4).toString('base64'),
    generation,
    ...fillIn(attributes, {
      content: '',
      content_type: 'text/plain; charset=utf-8',
      kms_key_name: '',
      storage_class: 'STANDARD',
    }),
  };
}
