import { isDeepStrictEqual } from 'node:util';
import type { Rule } from './rule';
import { at, isReference, list, matches } from './rule';

const SERVICE = /^google_cloud_run_v2_service$/;

/** What whoever deploys to a service decides, of which a deploy of Practicum takes nothing back (decision 0046). */
const DEPLOYED = [
  'client',
  'client_version',
  'annotations',
  'traffic',
  'template[0].annotations',
  'template[0].containers',
  'template[0].labels',
  'template[0].max_instance_request_concurrency',
  'template[0].revision',
  'template[0].timeout',
];

/** About what a place has outside of its cluster: a service on Cloud Run, and workflows on GitHub. */
export const OUTSIDE_RULES: readonly Rule[] = [
  {
    says: 'a service ignores what its developers deploy, and nothing that fences it',
    about: SERVICE,
    holds: ({ lifecycle }) => isDeepStrictEqual(lifecycle, { ignore_changes: DEPLOYED }),
    broken: { lifecycle: { ignore_changes: [...DEPLOYED, 'template[0].service_account'] } },
  },
  {
    says: 'a service asks who calls, and can be deleted',
    about: SERVICE,
    holds: (block) => block['invoker_iam_disabled'] === false && block['deletion_protection'] === false,
    broken: { invoker_iam_disabled: true },
  },
  {
    says: 'a service runs as an account that the same stack makes, and is in no network',
    about: SERVICE,
    holds: (block) =>
      matches(/^\$\{google_service_account\.[A-Za-z0-9_-]+\.email\}$/)(
        at(block, 'template.service_account'),
      ) && at(block, 'template.vpc_access') === undefined,
    broken: { template: { vpc_access: { network_interfaces: [{ network: 'labs' }] } } },
  },
  {
    says: 'a service costs nothing at rest and has two instances at most',
    about: SERVICE,
    holds: (block) =>
      at(block, 'template.scaling.min_instance_count') === 0 &&
      at(block, 'template.scaling.max_instance_count') === 2,
    broken: { template: { scaling: { max_instance_count: 100 } } },
  },
  {
    says: 'a service starts as one container, pinned by its digest',
    about: SERVICE,
    holds: (block) =>
      list(block, 'template.containers').length === 1 &&
      matches(/^[^@]+@sha256:[0-9a-f]{64}$/)(at(block, 'template.containers.0.image')),
    broken: { template: { containers: [{ image: 'us-docker.pkg.dev/cloudrun/container/hello:latest' }] } },
  },
  {
    says: 'a pool of identities is in a project of the same stack',
    about: /^google_iam_workload_identity_pool(_provider)?$/,
    holds: ({ project }) => isReference(project),
    broken: { project: 'mlsd-fall27-c1' },
  },
  {
    says: 'tokens are GitHub’s and of one organisation by its number, and a workflow is called as GitHub calls it',
    about: /^google_iam_workload_identity_pool_provider$/,
    holds: (block) =>
      isDeepStrictEqual(block['oidc'], { issuer_uri: 'https://token.actions.githubusercontent.com' }) &&
      isDeepStrictEqual(block['attribute_mapping'], { 'google.subject': 'assertion.sub' }) &&
      matches(/^assertion\.repository_owner_id == '\d+'$/)(block['attribute_condition']),
    broken: { attribute_condition: "assertion.repository_owner == 'example-mlsd'" },
  },
];
