import { logBucketKind as kind } from '../../../src/rehearsal/google/log-bucket-kind';
import { change, destroy, importOf, make, projectCloud, read, refusal } from './foundation-cloud';

const LOGGING = 'logging.googleapis.com';
const DEFAULT = { project: 'w255-c1', location: 'global', bucket_id: '_Default', retention_days: 30 };
const ID = 'projects/w255-c1/locations/global/buckets/_Default';

test('The default bucket is taken over, and stays when it is destroyed', () => {
  const cloud = projectCloud(LOGGING);
  const state = make(cloud, kind, { ...DEFAULT, retention_days: 90 });
  expect(state).toEqual({ ...DEFAULT, retention_days: 90, id: ID, name: ID, lifecycle_state: 'ACTIVE' });
  expect(cloud.find(`//logging.googleapis.com/${ID}`)).toMatchObject({
    madeBy: 'google',
    data: { retention_days: 90 },
  });
  destroy(cloud, kind, state);
  expect(read(cloud, kind, state)!['retention_days']).toBe(90);
});

test('Another bucket is made, changed and deleted, and keeps its id for a week', () => {
  const cloud = projectCloud(LOGGING);
  const state = make(cloud, kind, { ...DEFAULT, bucket_id: 'audit' });
  expect(change(cloud, kind, state, { retention_days: 365 })['retention_days']).toBe(365);
  destroy(cloud, kind, state);
  expect(read(cloud, kind, state)).toBeUndefined();
  expect(refusal(() => make(cloud, kind, { ...DEFAULT, bucket_id: 'audit' }))).toBe(
    '409 projects/w255-c1/locations/global/buckets/audit was deleted and keeps its name until 2026-12-08',
  );
});

test('A bucket keeps its logs as long as its kind may', () => {
  const refused = (attributes: object) =>
    refusal(() => make(projectCloud(LOGGING), kind, { ...DEFAULT, ...attributes }));
  expect(refused({ retention_days: 0 })).toBe(
    `400 Log bucket ${ID} cannot keep its logs for 0 days: write 1 to 3650`,
  );
  expect(refused({ retention_days: 3651 })).toBe(
    `400 Log bucket ${ID} cannot keep its logs for 3651 days: write 1 to 3650`,
  );
  expect(refused({ bucket_id: '_Required' })).toBe(
    '400 Log bucket projects/w255-c1/locations/global/buckets/_Required keeps its logs for 400 days, ' +
      'which cannot be changed to 30',
  );
});

test('No other bucket begins with an underscore', () => {
  const form = 'an id is letters, digits, "_", "-" and ".", and does not begin with "_"; _Default and _Required are in location global';
  for (const bucket of [{ ...DEFAULT, location: 'us-west1' }, { ...DEFAULT, bucket_id: '_Audit' }]) {
    const id = `projects/w255-c1/locations/${bucket.location}/buckets/${bucket.bucket_id}`;
    expect(refusal(() => make(projectCloud(LOGGING), kind, bucket))).toBe(`400 Log bucket ${id} cannot be made: ${form}`);
  }
}); // prettier-ignore

test('The API must be on, also for a bucket that stands', () => {
  expect(refusal(() => make(projectCloud(), kind, DEFAULT))).toBe(
    '403 logging.googleapis.com has not been used in project w255-c1 before or it is disabled; ' +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)',
  );
});

test('A bucket is imported by its path', () => {
  expect(importOf(projectCloud(), kind, ID)).toMatchObject({ ...DEFAULT, id: ID });
});
