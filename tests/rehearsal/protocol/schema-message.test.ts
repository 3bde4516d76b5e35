import { providerSchemaMessage } from '../../../src/rehearsal/protocol/schema-message';
import { attribute, nestedBlock, schemaOf } from '../schema/sample-schema';

test('A schema is said in the protocol’s messages', () => {
  const bucket = schemaOf({
    attributes: [
      attribute('owners', ['set', 'string'], 'optional computed'),
      {
        ...attribute('set', 'string', 'required'),
        nested: { nesting: 'list', attributes: [attribute('name', 'string')] },
      },
    ],
    blocks: [
      { ...nestedBlock('rule', 'set', [], [nestedBlock('from', 'single')]), minItems: 1, maxItems: 2 },
    ],
  });
  const message = providerSchemaMessage({
    provider: schemaOf({ attributes: [attribute('region', 'string')] }),
    resources: new Map([['google_storage_bucket', bucket]]),
    dataSources: new Map([['google_project', schemaOf({})]]),
  });
  const optional = { required: false, optional: true, computed: false };
  const name = { name: 'name', ...optional, type: Buffer.from('"string"') };
  const from = { type_name: 'from', nesting: 'SINGLE', min_items: 0, max_items: 0 };
  expect(message).toEqual({
    provider: {
      version: 0,
      block: {
        version: 0,
        attributes: [{ name: 'region', ...optional, type: Buffer.from('"string"') }],
        block_types: [],
      },
    },
    resource_schemas: {
      google_storage_bucket: {
        version: 0,
        block: {
          version: 0,
          attributes: [
            { name: 'owners', ...optional, computed: true, type: Buffer.from('["set","string"]') },
            {
              name: 'set',
              ...optional,
              required: true,
              optional: false,
              nested_type: { attributes: [name], nesting: 'LIST' },
            },
          ],
          block_types: [
            {
              type_name: 'rule',
              nesting: 'SET',
              min_items: 1,
              max_items: 2,
              block: {
                version: 0,
                attributes: [],
                block_types: [{ ...from, block: { version: 0, attributes: [], block_types: [] } }],
              },
            },
          ],
        },
      },
    },
    data_source_schemas: {
      google_project: { version: 0, block: { version: 0, attributes: [], block_types: [] } },
    },
    diagnostics: [],
    server_capabilities: { plan_destroy: false, get_provider_schema_optional: true },
  });
});
