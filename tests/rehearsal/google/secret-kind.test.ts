import { projectNumber } from '../../../src/rehearsal/google/project-number';
import { secretKind as kind } from '../../../src/rehearsal/google/secret-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { destroy, importOf, make, problems, projectCloud, read, refusal } from './foundation-cloud';

const API = 'secretmanager.googleapis.com';
const SECRET = {
  project: 'w255-c1',
  secret_id: 'grafana',
  labels: { tenant: 'ada' },
  replication: [{ auto: [{}] }],
  deletion_protection: false,
};

test('A secret is named by number, and known by id', () => {
  const state = make(projectCloud(API), kind, SECRET);
  const labels = { 'goog-terraform-provisioned': 'true', tenant: 'ada' };
  expect(state).toEqual({
    ...SECRET,
    id: 'projects/w255-c1/secrets/grafana',
    name: `projects/${projectNumber('w255-c1')}/secrets/grafana`,
    create_time: '2026-12-01T08:00:00Z',
    expire_time: '',
    effective_annotations: {},
    terraform_labels: labels,
    effective_labels: labels,
  });
});

test('The provider refuses ids of another form, and two ways of replication or expiry', () => {
  const config = {
    secret_id: 'a secret',
    replication: [{ auto: [{}], user_managed: [{ replicas: [{ location: 'us-west1' }] }] }],
    expire_time: '2027-05-01T00:00:00Z',
    ttl: '3600s',
  };
  expect(problems(kind, config)).toEqual([
    'secret_id: "secret_id" ("a secret") must be 1 to 255 letters, digits, "-" and "_"',
    'expire_time: "expire_time": conflicts with ttl',
    'replication.auto: one of [replication.auto, replication.user_managed] must be written, ' +
      'replication.auto and replication.user_managed are written',
  ]);
  expect(problems(kind, SECRET)).toEqual([]);
  expect(problems(kind, { secret_id: UNKNOWN, replication: UNKNOWN })).toEqual([]);
});

test('A protected secret stays', () => {
  const cloud = projectCloud(API);
  const state = make(cloud, kind, SECRET);
  expect(refusal(() => destroy(cloud, kind, { ...state, deletion_protection: true }))).toBe(
    '400 cannot destroy secret grafana without setting deletion_protection = false and applying it first',
  );
  destroy(cloud, kind, state);
  expect(read(cloud, kind, state)).toBeUndefined();
  expect(make(cloud, kind, SECRET)['id']).toBe(state['id']);
});

test('A secret is imported by its path', () => {
  const cloud = projectCloud(API);
  const state = make(cloud, kind, SECRET);
  expect(importOf(cloud, kind, 'projects/w255-c1/secrets/grafana')).toEqual({
    ...state,
    labels: null,
    terraform_labels: null,
    ttl: null,
    tags: null,
  });
});
