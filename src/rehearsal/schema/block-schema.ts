/** Type of an attribute in Terraform's type system, as its protocol writes it in JSON. */
export type AttributeType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', AttributeType]
  | readonly ['object', Readonly<Record<string, AttributeType>>];

/** Who sets an attribute: the configuration must, may, or the provider does. */
export interface AttributeUse {
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

/** One attribute: of a plain type, or (in providers of the newer framework) with attributes inside. */
export interface AttributeSchema extends AttributeUse {
  readonly name: string;
  readonly type?: AttributeType;
  readonly nested?: {
    readonly nesting: 'single' | 'list' | 'set';
    readonly attributes: readonly AttributeSchema[];
  };
}

/** A kind of block inside another. */
export interface NestedBlockSchema {
  readonly name: string;
  readonly nesting: 'single' | 'list' | 'set';
  readonly minItems: number;
  /** At most so many; 0 for any number. */
  readonly maxItems: number;
  readonly block: BlockSchema;
}

/** What a block, or a whole resource, may hold; sorted by name. */
export interface BlockSchema {
  readonly attributes: readonly AttributeSchema[];
  readonly blocks: readonly NestedBlockSchema[];
}

/** Schema of a provider's configuration and of the types that it serves. */
export interface ProviderSchema {
  readonly provider: BlockSchema;
  readonly resources: ReadonlyMap<string, BlockSchema>;
  readonly dataSources: ReadonlyMap<string, BlockSchema>;
}
