import {
  bucketIamBindingKind,
  projectIamBindingKind,
  repositoryIamBindingKind,
  secretIamBindingKind,
} from '../../../src/rehearsal/google/iam-binding-kinds';
import { secretName } from '../../../src/rehearsal/google/secret-name';
import { bucketName, repositoryName } from '../../../src/rehearsal/provider/cloud-names';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { importOf, make, projectCloud, put, read, refusal } from './foundation-cloud'; // prettier-ignore

const MEMBERS = ['user:ada@example.edu'];
const CONDITION = [
  { title: 'until-term-end', expression: 'request.time < timestamp("2027-04-24T07:00:00Z")' },
];
const REPOSITORY = 'projects/w255-c1/locations/us-west1/repositories/ada';
const AR = 'artifactregistry.googleapis.com';
const onRepository = { repository: REPOSITORY, role: 'roles/artifactregistry.writer', members: MEMBERS };
const onBucket = { bucket: 'w255-ada', role: 'roles/storage.objectUser', members: MEMBERS };

function cloudWithAll(uniform: boolean): ReturnType<typeof projectCloud> {
  const cloud = projectCloud(AR, 'secretmanager.googleapis.com');
  put(cloud, { name: repositoryName('w255-c1', 'us-west1', 'ada'), type: `${AR}/Repository`, data: {} });
  put(cloud, {
    name: bucketName('w255-ada'),
    type: 'storage.googleapis.com/Bucket',
    data: { uniform_bucket_level_access: uniform },
  });
  put(cloud, { name: secretName('w255-c1', 'token'), type: 'secretmanager.googleapis.com/Secret', data: {} });
  return cloud;
}

test('A repository is named by its path, or by its name with project and location of the provider', () => {
  const cloud = cloudWithAll(true);
  const id = `${REPOSITORY}/roles/artifactregistry.writer`;
  const open = { project: UNKNOWN, location: UNKNOWN };
  const place = { project: 'w255-c1', location: 'us-west1' };
  const provider = { project: 'w255-c1', region: 'us-west1' };
  expect(make(cloud, repositoryIamBindingKind, { ...onRepository, ...open })).toMatchObject({ id, ...place });
  const short = make(
    cloud,
    repositoryIamBindingKind,
    { ...onRepository, ...open, repository: 'ada' },
    provider,
  );
  expect(short).toMatchObject({ id, ...place, repository: 'ada' });
  expect(read(cloud, repositoryIamBindingKind, short)!['members']).toEqual(MEMBERS);
  expect(repositoryIamBindingKind.plan({ ...onRepository, ...open, repository: 'ada' }, provider)).toEqual(
    place,
  );
  expect(repositoryIamBindingKind.plan({ ...onRepository, ...open, repository: UNKNOWN }, provider)).toEqual(
    {},
  );
});

test('A binding on a repository, bucket or secret that does not stand names it', () => {
  const cloud = projectCloud(AR, 'secretmanager.googleapis.com');
  expect(refusal(() => make(cloud, repositoryIamBindingKind, onRepository))).toBe(
    `404 Error applying IAM policy for artifactregistry repository "${REPOSITORY}": it does not exist`,
  );
  expect(refusal(() => make(cloud, bucketIamBindingKind, onBucket))).toBe(
    '404 Error applying IAM policy for storage bucket "b/w255-ada": it does not exist',
  );
  const secret = {
    project: 'w255-c1',
    secret_id: 'token',
    role: 'roles/secretmanager.secretAccessor',
    members: MEMBERS,
  };
  expect(refusal(() => make(cloud, secretIamBindingKind, secret))).toBe(
    '404 Error applying IAM policy for secretmanager secret "projects/w255-c1/secrets/token": it does not exist',
  );
  expect(make(cloudWithAll(true), secretIamBindingKind, secret)['id']).toBe(
    'projects/w255-c1/secrets/token/roles/secretmanager.secretAccessor',
  );
});

test('A binding on a repository needs the API', () => {
  expect(refusal(() => make(projectCloud(), repositoryIamBindingKind, onRepository))).toBe(
    `403 ${AR} has not been used in project w255-c1 before or it is disabled; ` +
      'enable it with a google_project_service and let this resource depend on it (SERVICE_DISABLED)',
  );
});

test('A repository takes no condition, because it would be ignored', () => {
  const cloud = cloudWithAll(true);
  expect(
    refusal(() => make(cloud, repositoryIamBindingKind, { ...onRepository, condition: CONDITION })),
  ).toBe(
    `400 Error applying IAM policy for artifactregistry repository "${REPOSITORY}": Artifact Registry ignores ` +
      'conditions on a repository, so the role would never end: leave the condition out and remove the member when it is time',
  );
});

test('A bucket takes a condition if its access is uniform', () => {
  const ending = { ...onBucket, condition: CONDITION };
  expect(make(cloudWithAll(true), bucketIamBindingKind, ending)['id']).toBe(
    'b/w255-ada/roles/storage.objectUser/until-term-end//request.time < timestamp("2027-04-24T07:00:00Z")',
  );
  expect(refusal(() => make(cloudWithAll(false), bucketIamBindingKind, ending))).toBe(
    '400 Error applying IAM policy for storage bucket "b/w255-ada": conditions need uniform bucket-level access: ' +
      'write uniform_bucket_level_access = true on the bucket',
  );
  expect(make(cloudWithAll(false), bucketIamBindingKind, onBucket)['id']).toBe(
    'b/w255-ada/roles/storage.objectUser',
  );
});

test('A bucket may be written with b/ before its name', () => {
  const cloud = cloudWithAll(true);
  const state = make(cloud, bucketIamBindingKind, { ...onBucket, bucket: 'b/w255-ada' });
  expect(state).toMatchObject({ id: 'b/w255-ada/roles/storage.objectUser', bucket: 'b/w255-ada' });
  expect(cloud.find(bucketName('w255-ada')).policy!.bindings).toEqual([
    { role: onBucket.role, members: MEMBERS },
  ]);
});

test('Bindings are imported by the path of what they are on', () => {
  const cloud = cloudWithAll(true);
  make(cloud, repositoryIamBindingKind, onRepository);
  make(cloud, bucketIamBindingKind, onBucket);
  expect(importOf(cloud, repositoryIamBindingKind, `${REPOSITORY} ${onRepository.role}`)).toMatchObject({
    id: `${REPOSITORY}/${onRepository.role}`, project: 'w255-c1', location: 'us-west1', members: MEMBERS,
  });
  expect(importOf(cloud, bucketIamBindingKind, `b/w255-ada ${onBucket.role}`)).toMatchObject({
    bucket: 'w255-ada', members: MEMBERS,
  });
}); // prettier-ignore

test('What a binding is on, its role and its condition cannot change in place', () => {
  expect(projectIamBindingKind.forceNew).toEqual(['role', 'condition', 'project']);
  expect(repositoryIamBindingKind.forceNew).toEqual([
    'role',
    'condition',
    'project',
    'location',
    'repository',
  ]);
  expect(bucketIamBindingKind.forceNew).toEqual(['role', 'condition', 'bucket']);
  expect(secretIamBindingKind.forceNew).toEqual(['role', 'condition', 'project', 'secret_id']);
});
