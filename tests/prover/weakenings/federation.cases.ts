import { drop, inResource, plusResource, put } from '../changes';
import { weakening } from '../weakening';

const PROVIDER = 'cell-1/Github/Provider';
const WRITERS = 'shard-1-01/ada/Cloud/Images/Writers';
const pool =
  'principal://iam.googleapis.com/projects/${google_project.Project_22D02C4C.number}/locations/global/workloadIdentityPools/github';

/** Ways in which workflows on GitHub could do more than push one place's images. */
export const FEDERATION_WEAKENINGS = [
  weakening(
    'workflows of everybody are known',
    inResource(PROVIDER, drop('attribute_condition')),
    'workload identity',
    'Workflows of strangers are known to the project',
  ),
  weakening(
    'workflows of another organisation are known',
    inResource(PROVIDER, put('attribute_condition', "assertion.repository_owner_id == '1'")),
    'workload identity',
    'Workflows of strangers are known to the project',
  ),
  weakening(
    'an organisation is known by a name that others can take',
    inResource(PROVIDER, put('attribute_condition', "assertion.repository_owner == 'example-mlops'")),
    'workload identity',
    'Workflows of strangers are known to the project',
  ),
  weakening(
    'workflows are known whatever started them',
    inResource(PROVIDER, put('attribute_condition', "assertion.repository_owner_id == '9919'")),
    'workload identity',
    'Workflows that others start are known to the project',
  ),
  weakening(
    'workflows are known that a pull request of somebody else started',
    inResource(
      PROVIDER,
      put(
        'attribute_condition',
        "assertion.repository_owner_id == '9919' && assertion.event_name in ['push', 'pull_request_target', 'workflow_dispatch']",
      ),
    ),
    'workload identity',
    'Workflows that others start are known to the project',
  ),
  weakening(
    'workflows of everybody are known that were started by a push',
    inResource(PROVIDER, put('attribute_condition', "assertion.event_name in ['push', 'workflow_dispatch']")),
    'workload identity',
    'Workflows of strangers are known to the project',
  ),
  weakening(
    'a push is as good as the organisation',
    inResource(
      PROVIDER,
      put(
        'attribute_condition',
        "assertion.repository_owner_id == '9919' || assertion.event_name in ['push', 'workflow_dispatch']",
      ),
    ),
    'workload identity',
    'Workflows of strangers are known to the project',
  ),
  weakening(
    'a workflow says itself what it is called',
    inResource(PROVIDER, put('attribute_mapping > google.subject', 'assertion.workflow')),
    'workload identity',
    'Workflows are known by another name than their repository and branch',
  ),
  weakening(
    'who administers a repository says what its workflows are called',
    inResource(PROVIDER, put('attribute_mapping > google.subject', 'assertion.sub')),
    'workload identity',
    'Workflows are known by another name than their repository and branch',
  ),
  weakening(
    'somebody else vouches',
    inResource(PROVIDER, put('oidc > issuer_uri', 'https://issuer.example.com')),
    'workload identity',
    'Somebody else than GitHub vouches for workflows',
  ),
  weakening(
    'tokens are signed by keys of somebody else under the name of GitHub',
    inResource(PROVIDER, put('oidc > jwks_json', '{"keys":[]}')),
    'workload identity',
    'Somebody else than GitHub vouches for workflows',
  ),
  weakening(
    'a second provider stands',
    plusResource('cell-1', 'google_iam_workload_identity_pool_provider', {
      project: 'mlops-fall27-admin',
      workload_identity_pool_id: 'other',
      workload_identity_pool_provider_id: 'other',
      oidc: { issuer_uri: 'https://token.actions.githubusercontent.com' },
    }),
    'workload identity',
    'Identities from elsewhere are known where no workflow is meant',
  ),
  weakening(
    'any workflow of the organisation may push',
    inResource(WRITERS, put('members > 99', `${pool.replace('principal:', 'principalSet:')}/*`)),
    'workload identity',
    'A set of identities that no file lists holds roles/artifactregistry.writer on the repository of a tenant',
  ),
];
