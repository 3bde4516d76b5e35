import type { Attributes } from '../values/value';
import { parseStateJson } from '../values/state-json';
import { blocksAt, textAt } from '../values/read-value';
import { isRecord } from '../values/value';

/** A resource as a state remembers it. */
export interface RememberedResource {
  readonly stack: string;
  readonly type: string;
  /** `google_storage_bucket.Data`. */
  readonly address: string;
  readonly attributes: Attributes;
}

/** The resources that a state of version 4 remembers; data sources are none. */
export function rememberedResources(stack: string, state: string): readonly RememberedResource[] {
  return blocksAt(parseStateJson(state), 'resources')
    .filter((resource) => textAt(resource, 'mode') === 'managed')
    .flatMap((resource) => {
      const type = textAt(resource, 'type') ?? '';
      const address = `${type}.${textAt(resource, 'name') ?? ''}`;
      return blocksAt(resource, 'instances').flatMap(({ attributes }) =>
        isRecord(attributes) ? [{ stack, type, address, attributes }] : [],
      );
    });
}
