import type { CallAction } from '../../../src/rehearsal/provider/call';
import { NeedRecord } from '../../../src/rehearsal/provider/need-record';
import { bucketAsset } from './sample-bucket';

const NEEDED = [bucketAsset('a')];

function tell(record: NeedRecord, action: CallAction, id: string | null, needed = NEEDED): void {
  record.after({ action, type: 'google_storage_bucket', attributes: {} }, { needed, attributes: { id } });
}

test('What each creation needed is told once', () => {
  const record = new NeedRecord();
  tell(record, 'create', 'data');
  expect(record.take()).toEqual([{ resource: 'google_storage_bucket data', needed: NEEDED }]);
  expect(record.take()).toEqual([]);
});

test('What was made twice needs what the last creation needed', () => {
  const record = new NeedRecord();
  tell(record, 'create', 'data');
  tell(record, 'create', 'data', [bucketAsset('b')]);
  expect(record.take()).toEqual([{ resource: 'google_storage_bucket data', needed: [bucketAsset('b')] }]);
});

test.each<CallAction>(['read', 'update', 'delete', 'import', 'data'])(
  'What a %s needs stands already',
  (action) => {
    const record = new NeedRecord();
    tell(record, action, 'data');
    expect(record.take()).toEqual([]);
  },
);

test('What has no id is nobody’s, and no call is held up', () => {
  const record = new NeedRecord();
  tell(record, 'create', null);
  record.after({ action: 'create', type: 'google_storage_bucket', attributes: {} }, { needed: NEEDED });
  expect([record.take(), record.before()]).toEqual([[], 0]);
});

test('Of two of one name in two projects each has its own needs', () => {
  const record = new NeedRecord();
  const made = (project: string, needed: typeof NEEDED): void =>
    record.after(
      { action: 'create', type: 'google_logging_metric', attributes: {} },
      { needed, attributes: { id: 'hosts', project } },
    );
  made('ada', NEEDED);
  made('bo', [bucketAsset('b')]);
  expect(record.take()).toEqual([
    { resource: 'google_logging_metric hosts of ada', needed: NEEDED },
    { resource: 'google_logging_metric hosts of bo', needed: [bucketAsset('b')] },
  ]);
});
