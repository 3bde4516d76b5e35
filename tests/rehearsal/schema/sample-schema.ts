import type {
  AttributeSchema,
  AttributeType,
  BlockSchema,
  NestedBlockSchema,
} from '../../../src/rehearsal/schema/block-schema';

type Use = 'required' | 'optional' | 'computed' | 'optional computed';

export const attribute = (name: string, type: AttributeType, use: Use = 'optional'): AttributeSchema => ({
  name,
  type,
  required: use === 'required',
  optional: use.startsWith('optional'),
  computed: use.endsWith('computed'),
});

export const schemaOf = ({ attributes = [], blocks = [] }: Partial<BlockSchema>): BlockSchema => ({
  attributes,
  blocks,
});

export const nestedBlock = (
  name: string,
  nesting: NestedBlockSchema['nesting'],
  attributes: readonly AttributeSchema[] = [],
  blocks: readonly NestedBlockSchema[] = [],
): NestedBlockSchema => ({ name, nesting, minItems: 0, maxItems: 0, block: { attributes, blocks } });
