import { keptResources } from '../../../src/app/rehearse/kept-resources';
import { bucketKind } from '../../rehearsal/provider/sample-bucket';

const resource = (type: string, id: string) => ({
  stack: 'cell-1',
  type,
  address: `${type}.${id}`,
  attributes: { id },
});

test('Kept is what stands in the states and was not touched; what no provider serves is not counted', () => {
  const remembered = [
    resource('google_storage_bucket', 'a'),
    resource('google_storage_bucket', 'b'),
    resource('google_storage_bucket', 'c'),
    resource('terraform_data', 'd'),
  ];
  const kindOf = (type: string) => (type === 'google_storage_bucket' ? bucketKind() : undefined);
  expect(keptResources(remembered, new Set(['google_storage_bucket b', 'google_project c']), kindOf)).toBe(2);
});
