import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import type { CloudResource } from './cloud-resources';
import { stepIn } from './cloud-resources';

/** How findings are told of a resource that lets its owner reach others; a resource without one is the staff's. */
export const reachThrough =
  (aspect: Finding['aspect']) =>
  (resource: CloudResource, owner: PlaceRecord | undefined, sentence: string, says: string): Finding => ({
    aspect,
    kind: 'reach',
    from: owner?.handle ?? STAFF,
    to: EVERYONE_ELSE,
    sentence,
    path: [stepIn(resource, says)],
    pairs: 1,
  });

/** How it is told that what a tenant is promised does not stand, or not whole. */
export const cannotWork = (
  aspect: Finding['aspect'],
  handle: string,
  sentence: string,
  object: string,
  says: string,
): Finding => ({
  aspect,
  kind: 'cannot work',
  from: handle,
  to: handle,
  sentence,
  path: [{ file: 'Terraform', object, says }],
  pairs: 1,
});
