import { LogRoute } from '../../../constructs/gcp/log-route';
import type { LogRouteProps } from '../../../constructs/gcp/log-route';
import { namespaceFilter } from '../../../constructs/gcp/log-filter';
import { PlaceLog } from '../../../constructs/gcp/place-log';
import type { PlaceLogProps } from '../../../constructs/gcp/place-log';
import { ProjectAccess } from '../../../constructs/gcp/project-access';
import type { ProjectId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { aProject, synthConstruct } from './synth-construct';

const SOURCE = { projectId: 'w255-c1', cluster: 'w255-c1', location: 'us-west1' };

const aLog = (change: Partial<PlaceLogProps> = {}) =>
  synthConstruct((stack) => {
    new PlaceLog(stack, 'log', {
      project: aProject(stack),
      projectId: 'w255-c1-logs' as ProjectId,
      location: 'us-west1',
      name: 'ada',
      source: SOURCE,
      namespace: 'ada',
      retentionDays: 30,
      readers: ['user:ada@example.edu'],
      expires: '2027-05-01T04:00:00Z' as Instant,
      ...change,
    });
  });

const aRoute = (change: Partial<LogRouteProps> = {}) =>
  synthConstruct((stack) => {
    const project = aProject(stack);
    const route = new LogRoute(stack, 'route', {
      project,
      to: { ref: project, id: 'w255-c1-logs' as ProjectId },
      name: 'practicum-places',
      source: SOURCE,
      namespaces: ['bo', 'ada'],
      ...change,
    });
    new ProjectAccess(stack, 'access', {
      project,
      grants: [{ role: 'roles/logging.logWriter', members: [route.writer] }],
    });
  });

const OF_CLUSTER =
  'resource.type=("k8s_container" OR "k8s_pod") AND resource.labels.project_id="w255-c1" AND ' +
  'resource.labels.location="us-west1" AND resource.labels.cluster_name="w255-c1" AND ';

test('What one namespace prints gets into a bucket of its own, and nothing else does', () => {
  const output = aLog();
  expect(output.one('google_logging_project_bucket_config')).toMatchObject({
    bucket_id: 'ada',
    location: 'us-west1',
    retention_days: 30,
  });
  expect(output.one('google_logging_project_sink')).toMatchObject({
    name: 'ada',
    destination: 'logging.googleapis.com/projects/w255-c1-logs/locations/us-west1/buckets/ada',
    filter: `${OF_CLUSTER}resource.labels.namespace_name="ada"`,
  });
});

test('Its members read a view of it, to the end of the term, and hold nothing on a project', () => {
  const output = aLog();
  expect(output.one('google_logging_log_view')).toMatchObject({
    parent: 'projects/w255-c1-logs',
    bucket: 'ada',
    filter: 'SOURCE("projects/w255-c1")',
  });
  expect(output.one('google_logging_log_view_iam_binding')).toMatchObject({
    name: 'ada',
    role: 'roles/logging.viewAccessor',
    members: ['user:ada@example.edu'],
    condition: { expression: 'request.time < timestamp("2027-05-01T04:00:00Z")' },
  });
  expect(output.text).not.toContain('google_project_iam');
});

test('Where nobody reads there is no binding', () => {
  expect(aLog({ readers: [] }).counts()).toEqual({
    google_logging_log_view: 1,
    google_logging_project_bucket_config: 1,
    google_logging_project_sink: 1,
  });
});

test('What places print is led to another project, and stored in neither project’s own log', () => {
  const output = aRoute();
  const filter = `${OF_CLUSTER}resource.labels.namespace_name=("ada" OR "bo")`;
  expect(output.one('google_logging_project_sink')).toMatchObject({
    destination: 'logging.googleapis.com/projects/w255-c1-logs',
    filter,
    unique_writer_identity: true,
  });
  const exclusions = output.all('google_logging_project_exclusion');
  expect(exclusions.map((each) => each['filter'])).toEqual([filter, filter]);
});

test('What writes there is the sink’s own identity', () => {
  expect(JSON.stringify(aRoute().one('google_project_iam_binding')['members'])).toMatch(
    /\$\{google_logging_project_sink\.[^}]+\.writer_identity\}/,
  );
});

test('A filter names at least one namespace: without any it would take the logs of all', () => {
  expect(() => namespaceFilter(SOURCE, [])).toThrow('a filter without namespaces would take the logs of all');
});
