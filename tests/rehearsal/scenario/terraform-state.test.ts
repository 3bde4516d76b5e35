import { rememberedResources } from '../../../src/rehearsal/scenario/terraform-state';

const STATE = JSON.stringify({
  version: 4,
  resources: [
    {
      mode: 'managed',
      type: 'google_storage_bucket',
      name: 'Data',
      instances: [{ attributes: { name: 'w255-data', labels: null } }],
    },
    { mode: 'data', type: 'google_project', name: 'Cell', instances: [{ attributes: { number: '1' } }] },
    {
      mode: 'managed',
      type: 'google_project_service',
      name: 'Api',
      instances: [{ attributes: { service: 'a' } }, { attributes: { service: 'b' } }],
    },
    { mode: 'managed', type: 'google_project', name: 'Gone', instances: [] },
  ],
});

test('A state remembers each instance of a resource; data sources are none', () => {
  expect(rememberedResources('cell-1', STATE)).toEqual([
    {
      stack: 'cell-1',
      type: 'google_storage_bucket',
      address: 'google_storage_bucket.Data',
      attributes: { name: 'w255-data', labels: null },
    },
    ...['a', 'b'].map((service) => ({
      stack: 'cell-1',
      type: 'google_project_service',
      address: 'google_project_service.Api',
      attributes: { service },
    })),
  ]);
});

test('A number that a double does not hold keeps all its digits', () => {
  const state =
    '{"resources":[{"mode":"managed","type":"t_t","name":"N","instances":[{"attributes":{"number":9007199254740993}}]}]}';
  expect(rememberedResources('cell-1', state)[0]!.attributes).toEqual({ number: '9007199254740993' });
});

test('A state without resources remembers nothing', () => {
  expect(rememberedResources('cell-1', '{"version":4}')).toEqual([]);
});
