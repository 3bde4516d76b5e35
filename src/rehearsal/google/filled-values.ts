import { blocksAt } from '../values/read-value';
import { Unknown } from '../values/value';
import type { Attributes, Value } from '../values/value';

/** `values` without those that the configuration sets itself: what Google fills in. */
export function fillIn(attributes: Attributes, values: Attributes): Attributes {
  return Object.fromEntries(Object.entries(values).filter(([name]) => isOpen(attributes[name])));
}

/** The same inside a block of which there is at most one; the block is added if it is not there. */
export function fillInBlock(attributes: Attributes, name: string, values: Attributes): Attributes {
  const block = blocksAt(attributes, name)[0] ?? {};
  return { [name]: [{ ...block, ...fillIn(block, values) }] };
}

/** The same inside each block at `name`; none is added. */
export function fillInBlocks(attributes: Attributes, name: string, values: Attributes): Attributes {
  const blocks = blocksAt(attributes, name);
  return blocks.length === 0 ? {} : { [name]: blocks.map((each) => ({ ...each, ...fillIn(each, values) })) };
}

const isOpen = (value: Value | undefined): boolean =>
  value === undefined || value === null || value instanceof Unknown;
