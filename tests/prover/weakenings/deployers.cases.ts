import type { Json, JsonMap } from '../../../src/prover/json-value';
import {
  drop,
  inObject,
  inResource,
  plusObject,
  plusResource,
  put,
  withoutObject,
  withoutResource,
} from '../changes';
import { weakening } from '../weakening';

const RBAC = 'rbac.authorization.k8s.io';
const LEAVE = 'shard-1-01/ada/Cloud/Workflows/Resource';
const ADA = 'deploy-ada@mlops-fall27-c1.iam.gserviceaccount.com';
const HAL = 'deploy-hal@mlops-fall27-c1.iam.gserviceaccount.com';
const pool =
  'principal://iam.googleapis.com/projects/${google_project.Project_22D02C4C.number}/locations/global/workloadIdentityPools/github';

const asUser = (name: string): Json => [{ apiGroup: RBAC, kind: 'User', name }];
const binding = (kind: string, metadata: JsonMap, role: string, name: string): JsonMap => ({
  apiVersion: `${RBAC}/v1`,
  kind,
  metadata,
  roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: role },
  subjects: asUser(name),
});

/** Ways in which workflows on GitHub could deploy elsewhere, as somebody else, for ever, or do more than deploy. */
export const DEPLOYER_WEAKENINGS = [
  weakening(
    'workflows of another repository act as an account',
    inResource(LEAVE, put('members > 9', `${pool}/subject/repo:example-mlops/lab-bo:ref:refs/heads/main`)),
    'workload identity',
    'An account that is in no list of the cohort holds roles/iam.workloadIdentityUser on the account of a tenant',
  ),
  weakening(
    'workflows of another branch act as an account',
    inResource(LEAVE, put('members > 0', `${pool}/subject/repo:example-mlops/lab-ada:ref:refs/heads/dev`)),
    'workload identity',
    'An account that is in no list of the cohort holds roles/iam.workloadIdentityUser on the account of a tenant',
  ),
  weakening(
    'all workflows of the organisation act as an account',
    inResource(LEAVE, put('members > 9', `${pool.replace('principal:', 'principalSet:')}/*`)),
    'workload identity',
    'A set of identities that no file lists holds roles/iam.workloadIdentityUser on the account of a tenant',
  ),
  weakening(
    'a student acts as the account of another',
    inResource(LEAVE, put('members > 9', 'user:bo@example.edu')),
    'iam',
    'A student holds roles/iam.workloadIdentityUser on the account of a tenant',
  ),
  weakening(
    'workflows act without an end',
    inResource(LEAVE, drop('condition')),
    'workload identity',
    'Workflows hold roles/iam.workloadIdentityUser on their own account, without an end',
  ),
  weakening(
    'workflows of a held place act',
    plusResource('shard-1-01', 'google_service_account_iam_binding', {
      service_account_id: `projects/mlops-fall27-c1/serviceAccounts/${HAL}`,
      role: 'roles/iam.workloadIdentityUser',
      members: [`${pool}/subject/repo:example-mlops/lab-hal:ref:refs/heads/main`],
    }),
    'workload identity',
    'An account that is in no list of the cohort holds roles/iam.workloadIdentityUser on the account of a tenant',
  ),
  weakening(
    'tokens of an account are made by somebody else',
    plusResource('shard-1-01', 'google_service_account_iam_member', {
      service_account_id: `projects/mlops-fall27-c1/serviceAccounts/${ADA}`,
      role: 'roles/iam.serviceAccountTokenCreator',
      member: 'user:bo@example.edu',
    }),
    'iam',
    'A student holds roles/iam.serviceAccountTokenCreator on the account of a tenant',
  ),
  weakening(
    'an account has a key',
    plusResource('shard-1-01', 'google_service_account_key', { service_account_id: ADA }),
    'objects',
    'What google_service_account_key opens is not known',
  ),
  weakening(
    'workflows push into the registry of another',
    inResource('shard-1-01/bo/Cloud/Images/Writers', put('members > 9', `serviceAccount:${ADA}`)),
    'iam',
    'What workflows deploy as holds roles/artifactregistry.writer on the repository of a tenant',
  ),
  weakening(
    'workflows use a bucket',
    inResource('shard-1-01/ada/Cloud/Data/Users', put('members > 9', `serviceAccount:${ADA}`)),
    'iam',
    'What workflows deploy as holds roles/storage.objectUser on their own bucket',
  ),
  weakening(
    'workflows reach into every namespace',
    plusResource('cell-1', 'google_project_iam_member', {
      project: 'mlops-fall27-c1',
      role: 'roles/container.developer',
      member: `serviceAccount:${ADA}`,
    }),
    'iam',
    'What workflows deploy as holds roles/container.developer on the project of a cell',
  ),
  weakening(
    'an account does not stand',
    withoutResource('cell-1/Workflows/ada/Resource'),
    'workload identity',
    'Workflows deploy as an account that does not stand',
  ),
  weakening(
    'nobody acts as an account',
    withoutResource(LEAVE),
    'workload identity',
    'Workflows should hold roles/iam.workloadIdentityUser on their own account',
  ),
  weakening(
    'workflows deploy in the place of another',
    plusObject(
      'Namespace bo',
      binding('RoleBinding', { name: 'x', namespace: 'bo' }, 'practicum-deployer', ADA),
    ),
    'rbac',
    "What workflows deploy as may act in another's namespace",
  ),
  weakening(
    'workflows deploy in all places',
    plusObject('Namespace ada', binding('ClusterRoleBinding', { name: 'x' }, 'practicum-deployer', ADA)),
    'rbac',
    'What workflows deploy as may act in every namespace of the cluster',
  ),
  weakening(
    'workflows of a held place are bound',
    plusObject(
      'Namespace hal',
      binding('RoleBinding', { name: 'deployer', namespace: 'hal' }, 'practicum-deployer', HAL),
    ),
    'rbac',
    "An account that is in no list of the cohort may act in another's namespace",
  ),
  weakening(
    'workflows of an account of another project are bound',
    inObject(
      'RoleBinding ada/deployer',
      put('subjects', asUser('deploy-ada@mlops-fall27-c2.iam.gserviceaccount.com')),
    ),
    'rbac',
    "An account that is in no list of the cohort may act in another's namespace",
  ),
  weakening(
    'workflows hold what a student holds',
    inObject('RoleBinding ada/deployer', put('roleRef > name', 'practicum-student')),
    'rbac',
    'Workflows may get, list, watch, create, update, patch, delete secrets, which no rollout needs',
  ),
  weakening(
    'workflows hold a role of the cluster',
    inObject('RoleBinding ada/deployer', put('roleRef > name', 'edit')),
    'rbac',
    'Workflows hold edit, a role that no file describes',
  ),
  weakening(
    'workflows read secrets',
    inObject(
      'ClusterRole practicum-deployer',
      put('rules > 99', { apiGroups: [''], resources: ['secrets'], verbs: ['get'] }),
    ),
    'rbac',
    'Workflows may get secrets, which no rollout needs',
  ),
  weakening(
    'workflows are not bound',
    withoutObject('RoleBinding ada/deployer'),
    'rbac',
    'Workflows do not hold practicum-deployer in the place of their repository',
  ),
  weakening(
    'workflows cannot roll out',
    inObject(
      'ClusterRole practicum-deployer',
      put('rules > 2', { apiGroups: ['apps'], resources: ['deployments'], verbs: ['get'] }),
    ),
    'rbac',
    'Workflows cannot list, watch, create, update, patch, delete deployments.apps',
  ),
  weakening(
    'the role of workflows is gone',
    withoutObject('ClusterRole practicum-deployer'),
    'rbac',
    'The role of all workflows is missing',
  ),
] as const;
