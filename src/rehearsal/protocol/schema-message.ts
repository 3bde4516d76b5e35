import type { AttributeSchema, BlockSchema, ProviderSchema } from '../schema/block-schema';

/** Every terraform asks for it, and it is large: it is put together once. */
const messagesOf = new WeakMap<ProviderSchema, object>();

/** A provider's schema as the protocol's messages say it. */
export function providerSchemaMessage(schema: ProviderSchema): object {
  const known = messagesOf.get(schema) ?? messageOf(schema);
  messagesOf.set(schema, known);
  return known;
}

function messageOf(schema: ProviderSchema): object {
  return {
    provider: schemaMessage(schema.provider),
    resource_schemas: messages(schema.resources),
    data_source_schemas: messages(schema.dataSources),
    diagnostics: [],
    // Terraform may keep the schema for all instances of the provider that one run starts.
    server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
  };
}

const messages = (schemas: ReadonlyMap<string, BlockSchema>): object =>
  Object.fromEntries([...schemas].map(([type, schema]) => [type, schemaMessage(schema)]));

const schemaMessage = (schema: BlockSchema): object => ({ version: 0, block: blockMessage(schema) });

function blockMessage({ attributes, blocks }: BlockSchema): object {
  return {
    version: 0,
    attributes: attributes.map(attributeMessage),
    block_types: blocks.map(({ name, nesting, minItems, maxItems, block }) => ({
      type_name: name,
      block: blockMessage(block),
      nesting: nesting.toUpperCase(),
      min_items: minItems,
      max_items: maxItems,
    })),
  };
}

function attributeMessage({ name, type, nested, required, optional, computed }: AttributeSchema): object {
  return {
    name,
    required,
    optional,
    computed,
    ...(nested === undefined
      ? { type: Buffer.from(JSON.stringify(type)) }
      : {
          nested_type: {
            attributes: nested.attributes.map(attributeMessage),
            nesting: nested.nesting.toUpperCase(),
          },
        }),
  };
}
