import type { Json } from '../../../src/prover/json-value';
import type { Change } from '../changes';
import { drop, inResource, plusResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const VIEWERS = 'cell-1/Access/container.clusterViewer-until-2027-04-24T07:00:00Z';
const DATA = 'shard-1-01/ada/Cloud/Data/Resource';
const USERS = 'shard-1-01/ada/Cloud/Data/Users';
const WRITERS = 'shard-1-01/ada/Cloud/Images/Writers';

const plusMember = (path: string, member: string): Change => inResource(path, put('members > 99', member));

const projectBinding = (role: string, members: Json): Change =>
  plusResource('cell-1', 'google_project_iam_binding', { project: 'mlops-fall27-c1', role, members });

/** Ways in which IAM gives more than it should, or less than is needed. */
export const IAM_WEAKENINGS = [
  weakening(
    "a student may write another's images",
    plusMember(WRITERS, 'user:bo@example.edu'),
    'iam',
    'A student holds roles/artifactregistry.writer on the repository of a tenant',
  ),
  weakening(
    "a student may read another's data",
    plusMember(USERS, 'user:bo@example.edu'),
    'iam',
    'A student holds roles/storage.objectUser on the bucket of a tenant',
  ),
  weakening(
    'everyone may read data',
    plusMember(USERS, 'allUsers'),
    'iam',
    'Everyone on the internet holds roles/storage.objectUser on the bucket of a tenant',
  ),
  weakening(
    'a group may read data',
    plusMember(USERS, 'group:all@example.edu'),
    'iam',
    'A group whose members no file lists holds roles/storage.objectUser on the bucket of a tenant',
  ),
  weakening(
    'access to data does not end',
    inResource(USERS, drop('condition')),
    'iam',
    'A student holds roles/storage.objectUser on their own bucket, without an end',
  ),
  weakening(
    'access to data ends later',
    inResource(USERS, put('condition > expression', 'request.time < timestamp("2099-01-01T00:00:00Z")')),
    'iam',
    'A student holds roles/storage.objectUser on their own bucket, under a condition that is not the one that is meant',
  ),
  weakening(
    'access to the cluster does not end',
    inResource(VIEWERS, drop('condition')),
    'iam',
    'A student holds roles/container.clusterViewer on the project of a cell, without an end',
  ),
  weakening(
    'students hold a role that reaches into clusters',
    inResource(VIEWERS, put('role', 'roles/container.developer')),
    'iam',
    'A student holds roles/container.developer on the project of a cell',
  ),
  weakening(
    'a student is an owner',
    projectBinding('roles/owner', ['user:ada@example.edu']),
    'iam',
    'A student holds roles/owner on the project of a cell',
  ),
  weakening(
    'a student reads all registries',
    projectBinding('roles/artifactregistry.reader', ['user:ada@example.edu']),
    'iam',
    'A student holds roles/artifactregistry.reader on the project of a cell',
  ),
  weakening(
    'a TA reads all data',
    projectBinding('roles/storage.objectViewer', ['user:lin.wei@example.edu']),
    'iam',
    'A TA holds roles/storage.objectViewer on the project of a cell',
  ),
  weakening(
    'a student reads the state',
    plusMember('state/State/Admins', 'user:ada@example.edu'),
    'iam',
    "A student holds roles/storage.objectAdmin on the bucket with Terraform's state",
  ),
  weakening(
    'a student may act as the nodes',
    plusResource('cell-1', 'google_service_account_iam_member', {
      service_account_id: 'lab-nodes',
      role: 'roles/iam.serviceAccountUser',
      member: 'user:ada@example.edu',
    }),
    'iam',
    "A student holds roles/iam.serviceAccountUser on the account that is no tenant's",
  ),
  weakening(
    'nodes may do more',
    projectBinding('roles/storage.objectViewer', [
      'serviceAccount:lab-nodes@mlops-fall27-c1.iam.gserviceaccount.com',
    ]),
    'iam',
    'The nodes of a cluster hold roles/storage.objectViewer on the project of a cell',
  ),
  weakening(
    'a student has no registry to write',
    withoutResource(WRITERS),
    'iam',
    'A student should hold roles/artifactregistry.writer on their own repository',
  ),
  weakening(
    'a student reads metrics of all',
    projectBinding('roles/monitoring.viewer', ['user:ada@example.edu']),
    'metrics',
    'A student holds roles/monitoring.viewer on the project of a cell',
  ),
  weakening(
    'a student reads logs of all',
    projectBinding('roles/logging.viewer', ['user:ada@example.edu']),
    'metrics',
    'A student holds roles/logging.viewer on the project of a cell',
  ),
  weakening(
    'pods of another read data',
    plusMember(
      USERS,
      'principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/mlops-fall27-c1.svc.id.goog/subject/ns/bo/sa/lab',
    ),
    'workload identity',
    'Pods hold roles/storage.objectUser on the bucket of a tenant',
  ),
  weakening(
    'pods of all read data',
    plusMember(
      USERS,
      'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/mlops-fall27-c1.svc.id.goog/*',
    ),
    'workload identity',
    'A set of identities that no file lists holds roles/storage.objectUser on the bucket of a tenant',
  ),
  weakening(
    'pods cannot reach their data',
    inResource(USERS, drop('members > 2')),
    'workload identity',
    'Pods should hold roles/storage.objectUser on their own bucket',
  ),
  weakening(
    'single objects may be given away',
    inResource(DATA, put('uniform_bucket_level_access', false)),
    'buckets',
    'Unless a bucket says uniform_bucket_level_access: true, single objects may be given to anybody, past IAM and past the end of the term',
  ),
  weakening(
    'a bucket may be public',
    inResource(DATA, drop('public_access_prevention')),
    'buckets',
    'Unless a bucket says public_access_prevention: enforced, one mistaken grant opens it to everyone on the internet',
  ),
  weakening(
    "a bucket is nobody's",
    plusResource('shard-1-01', 'google_storage_bucket', {
      project: 'mlops-fall27-c1',
      name: 'stray',
      uniform_bucket_level_access: true,
      public_access_prevention: 'enforced',
    }),
    'buckets',
    "A bucket is nobody's",
  ),
  weakening('a bucket is missing', withoutResource(DATA), 'buckets', 'A bucket is missing'),
  weakening(
    'a registry hands out others',
    inResource('shard-1-01/ada/Cloud/Images/Resource', put('mode', 'VIRTUAL_REPOSITORY')),
    'images',
    'A registry hands out what lies in others',
  ),
] as const;
