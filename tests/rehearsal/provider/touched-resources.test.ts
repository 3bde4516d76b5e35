import type { CallAction } from '../../../src/rehearsal/provider/call';
import { TouchedResources } from '../../../src/rehearsal/provider/touched-resources';

test('What was made, changed or adopted is told once, what was read or deleted is not', () => {
  const touched = new TouchedResources();
  const actions: readonly CallAction[] = ['create', 'update', 'import', 'read', 'delete', 'data'];
  for (const action of actions)
    touched.after(
      { action, type: 'google_storage_bucket', attributes: {} },
      { needed: [], attributes: { id: action } },
    );
  expect([...touched.take()]).toEqual([
    'google_storage_bucket create',
    'google_storage_bucket update',
    'google_storage_bucket import',
  ]);
  expect([...touched.take()]).toEqual([]);
});

test('What has no id is not told, and no call is held up', () => {
  const touched = new TouchedResources();
  touched.after({ action: 'create', type: 'google_storage_bucket', attributes: {} }, { needed: [] });
  expect([touched.take().size, touched.before()]).toEqual([0, 0]);
});
