import { logBucketKind } from '../../../src/rehearsal/google/log-bucket-kind';
import { logExclusionKind, logSinkKind } from '../../../src/rehearsal/google/log-routing-kinds';
import { logViewIamBindingKind, logViewKind } from '../../../src/rehearsal/google/log-view-kinds';
import { projectKind } from '../../../src/rehearsal/google/project-kind';
import { DAY, PROJECT, START, destroy, importOf, make, problems, projectCloud, read, refusal } from './foundation-cloud'; // prettier-ignore

const BUCKET = { project: 'w255-c1', location: 'us-west1', bucket_id: 'ada', retention_days: 30 };
const PATH = 'projects/w255-c1/locations/us-west1/buckets/ada';
const SINK = {
  project: 'w255-c1',
  name: 'ada',
  destination: `logging.googleapis.com/${PATH}`,
  filter: 'resource.labels.namespace_name="ada"',
};
const VIEW = {
  parent: 'projects/w255-c1',
  location: 'us-west1',
  bucket: 'ada',
  name: 'ada',
  filter: 'SOURCE("projects/w255-c1") AND resource.type = "k8s_container"',
};
const READERS = {
  parent: 'projects/w255-c1',
  location: 'us-west1',
  bucket: 'ada',
  name: 'ada',
  role: 'roles/logging.viewAccessor',
  members: ['user:ada@example.edu'],
  condition: [{ title: 'until-term-end', expression: 'request.time < timestamp("2027-05-01T04:00:00Z")' }],
};

const cloudWith = () => projectCloud('logging.googleapis.com');
function withBucket() {
  const cloud = cloudWith();
  make(cloud, logBucketKind, BUCKET);
  return cloud;
}

test('A sink into a bucket of its project writes as nobody; one that leads out has an identity', () => {
  const cloud = withBucket();
  expect(make(cloud, logSinkKind, SINK)['writer_identity']).toBe('');
  make(cloud, projectKind, { ...PROJECT, project_id: 'w255-c1-logs', name: 'w255-c1-logs' });
  const out = { ...SINK, name: 'out', destination: 'logging.googleapis.com/projects/w255-c1-logs' };
  expect(make(cloud, logSinkKind, out)['writer_identity']).toMatch(
    /^serviceAccount:service-\d+@gcp-sa-logging\.iam\.gserviceaccount\.com$/,
  );
  expect(importOf(cloud, logSinkKind, 'projects/w255-c1/sinks/ada')).toMatchObject({ name: 'ada' });
});

test('A sink that stands is taken over, as after a run that was killed', () => {
  const cloud = withBucket();
  make(cloud, logSinkKind, SINK);
  const again = make(cloud, logSinkKind, { ...SINK, filter: 'resource.labels.namespace_name="bo"' });
  expect(read(cloud, logSinkKind, again)).toMatchObject({ filter: 'resource.labels.namespace_name="bo"' });
});

test('A sink leads to what stands, is called as sinks may be, and a project has 200', () => {
  expect(refusal(() => make(cloudWith(), logSinkKind, SINK))).toBe(
    `404 Sink ada: logging.googleapis.com/${PATH} does not exist`,
  );
  expect(refusal(() => make(cloudWith(), logSinkKind, { ...SINK, destination: 'gs://x' }))).toBe(
    '400 Sink ada: "gs://x" is no destination',
  );
  expect(refusal(() => make(projectCloud(), logSinkKind, SINK))).toContain('logging.googleapis.com');
  expect(problems(logSinkKind, { ...SINK, name: 'a/b', filter: 'x'.repeat(20_001) })).toEqual([
    'name: A sink cannot be called "a/b": write up to 100 letters, digits, "_", "-" and "."',
    'filter: The filter has 20001 characters; at most 20000 are taken',
  ]);
  const cloud = withBucket();
  for (let index = 0; index < 200; index += 1) make(cloud, logSinkKind, { ...SINK, name: `s${index}` });
  expect(refusal(() => make(cloud, logSinkKind, SINK))).toBe(
    '400 Project w255-c1 has 200 sinks, and may have 200',
  );
});

test('A project has fifty exclusions', () => {
  const cloud = cloudWith();
  const exclusion = { project: 'w255-c1', name: 'places', filter: 'resource.type="k8s_container"' };
  expect(make(cloud, logExclusionKind, exclusion)['id']).toBe('projects/w255-c1/exclusions/places');
  for (let index = 1; index < 50; index += 1)
    make(cloud, logExclusionKind, { ...exclusion, name: `e${index}` });
  expect(refusal(() => make(cloud, logExclusionKind, { ...exclusion, name: 'one-more' }))).toBe(
    '400 Project w255-c1 has 50 exclusions, and may have 50',
  );
});

test('A view is of a bucket that stands, and tells no namespaces apart', () => {
  const cloud = withBucket();
  expect(make(cloud, logViewKind, VIEW)['id']).toBe(`${PATH}/views/ada`);
  expect(importOf(cloud, logViewKind, `${PATH}/views/ada`)).toMatchObject({ name: 'ada' });
  expect(refusal(() => make(cloudWith(), logViewKind, VIEW))).toBe(
    '404 View ada: log bucket ada does not exist in w255-c1',
  );
  const narrow = { ...VIEW, name: 'b', filter: 'resource.labels.namespace_name="ada"' };
  expect(refusal(() => make(cloud, logViewKind, narrow))).toBe(
    '400 View b: "resource.labels.namespace_name="ada"" is not allowed: a view is filtered by source, log id and resource type only',
  );
  for (let index = 1; index < 29; index += 1) make(cloud, logViewKind, { ...VIEW, name: `v${index}` });
  expect(refusal(() => make(cloud, logViewKind, { ...VIEW, name: 'one-more' }))).toBe(
    '400 Log bucket ada has 30 views, and may have 30',
  );
});

test('A role on a view is kept with its condition, and goes with it', () => {
  const cloud = withBucket();
  expect(refusal(() => make(cloud, logViewIamBindingKind, READERS))).toContain('does not exist');
  make(cloud, logViewKind, VIEW);
  const made = make(cloud, logViewIamBindingKind, READERS);
  expect(read(cloud, logViewIamBindingKind, made)).toMatchObject({ members: ['user:ada@example.edu'] });
  const id = `${PATH}/views/ada roles/logging.viewAccessor until-term-end`;
  expect(importOf(cloud, logViewIamBindingKind, id)).toMatchObject({ name: 'ada' });
  destroy(cloud, logViewIamBindingKind, made);
  expect(read(cloud, logViewIamBindingKind, made)).toMatchObject({ members: [] });
});

test('A project has a hundred log buckets, and those that were deleted count for a week', () => {
  const cloud = cloudWith();
  for (let index = 0; index < 98; index += 1)
    make(cloud, logBucketKind, { ...BUCKET, bucket_id: `b${index}` });
  const refused = '400 Project w255-c1 has 100 log buckets, those that are deleted and not gone yet among them, and may have 100'; // prettier-ignore
  expect(refusal(() => make(cloud, logBucketKind, BUCKET))).toBe(refused);
  destroy(cloud, logBucketKind, { ...BUCKET, bucket_id: 'b1' });
  expect(refusal(() => make(cloud, logBucketKind, BUCKET))).toBe(refused);
  cloud.advanceTo(START + 8 * DAY);
  expect(make(cloud, logBucketKind, BUCKET)['id']).toBe(PATH);
});
