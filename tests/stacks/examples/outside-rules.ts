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

const MACHINE = /^google_compute_instance$/;

/** About what a place has outside of its cluster: a service on Cloud Run, a machine, and workflows on GitHub. */
const NAME = '"[a-z0-9-]+"';
const LOG_FILTER = new RegExp(
  `^resource\\.type=\\("k8s_container" OR "k8s_pod"\\) AND resource\\.labels\\.project_id=${NAME} AND ` +
    `resource\\.labels\\.location=${NAME} AND resource\\.labels\\.cluster_name=${NAME} AND ` +
    `resource\\.labels\\.namespace_name=(${NAME}|\\(${NAME}( OR ${NAME})+\\))$`,
);

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
    says: 'a machine has no address on the internet, and is in the network of machines',
    about: MACHINE,
    holds: (block) =>
      list(block, 'network_interface').length === 1 &&
      at(block, 'network_interface.0.access_config') === undefined &&
      matches(/^projects\/\$\{[^}]+\}\/regions\/[a-z0-9-]+\/subnetworks\/machines-[a-z0-9-]+$/)(
        at(block, 'network_interface.0.subnetwork'),
      ),
    broken: { network_interface: [{ access_config: [{}] }] },
  },
  {
    says: 'a machine is entered by roles alone',
    about: MACHINE,
    holds: (block) =>
      at(block, 'metadata.enable-oslogin') === 'TRUE' &&
      at(block, 'metadata.block-project-ssh-keys') === 'TRUE' &&
      at(block, 'metadata.serial-port-enable') === 'FALSE',
    broken: { metadata: { 'enable-oslogin': 'FALSE' } },
  },
  {
    says: 'a machine is stopped after twelve hours, goes with its disk, and keeps that disk as long as it stands',
    about: MACHINE,
    holds: (block) =>
      at(block, 'scheduling.instance_termination_action') === 'STOP' &&
      at(block, 'scheduling.max_run_duration.seconds') === 43_200 &&
      at(block, 'boot_disk.auto_delete') === true &&
      block['deletion_protection'] === false &&
      isDeepStrictEqual(block['lifecycle'], { ignore_changes: ['boot_disk[0].initialize_params'] }),
    broken: { lifecycle: { ignore_changes: ['metadata'] } },
  },
  {
    says: 'a machine runs as an account that the same stack makes',
    about: MACHINE,
    holds: (block) =>
      matches(/^\$\{google_service_account\.[A-Za-z0-9_-]+\.email\}$/)(at(block, 'service_account.email')),
    broken: { service_account: { email: 'lab-nodes@mlsd-fall27-c1.iam.gserviceaccount.com' } },
  },
  {
    says: 'a pool of identities is in a project of the same stack',
    about: /^google_iam_workload_identity_pool(_provider)?$/,
    holds: ({ project }) => isReference(project),
    broken: { project: 'mlsd-fall27-c1' },
  },
  {
    says: 'tokens are GitHub’s, of one organisation by its number and of runs that nobody else started, and a workflow is called by its repository and branch',
    about: /^google_iam_workload_identity_pool_provider$/,
    holds: (block) =>
      isDeepStrictEqual(block['oidc'], { issuer_uri: 'https://token.actions.githubusercontent.com' }) &&
      isDeepStrictEqual(block['attribute_mapping'], {
        'google.subject': "'repo:' + assertion.repository + ':ref:' + assertion.ref",
      }) &&
      matches(
        /^assertion\.repository_owner_id == '\d+' && assertion\.event_name in \['push', 'workflow_dispatch'\]$/,
      )(block['attribute_condition']),
    broken: { attribute_condition: "assertion.repository_owner_id == '9919'" },
  },
  {
    says: 'what is led to logs of places, and left out of those of a project, is of namespaces of one cluster',
    about: /^google_logging_project_(sink|exclusion)$/,
    holds: ({ filter }) => matches(LOG_FILTER)(filter),
    broken: { filter: 'resource.type="k8s_container"' },
  },
  {
    says: 'a sink leads to a project for logs, or to a log bucket in it',
    about: /^google_logging_project_sink$/,
    holds: ({ destination }) =>
      matches(
        /^logging\.googleapis\.com\/projects\/[a-z0-9-]+-logs(\/locations\/[a-z0-9-]+\/buckets\/[a-z0-9-]+)?$/,
      )(destination),
    broken: { destination: 'storage.googleapis.com/somebodys-bucket' },
  },
  {
    says: 'a view shows what came from one project',
    about: /^google_logging_log_view$/,
    holds: ({ filter }) => matches(/^SOURCE\("projects\/[a-z0-9-]+-c\d+"\)$/)(filter),
    broken: { filter: '' },
  },
  {
    says: 'a repository is private, its work outlives it, and what people say of it is theirs',
    about: /^github_repository$/,
    holds: (block) =>
      block['visibility'] === 'private' &&
      block['archive_on_destroy'] === true &&
      isDeepStrictEqual(at(block, 'lifecycle.ignore_changes'), [
        'description',
        'homepage_url',
        'topics',
        'template',
      ]),
    broken: { visibility: 'public' },
  },
  {
    says: 'whoever is let into a repository pushes and does no more, and is named by an account of GitHub',
    about: /^github_repository_collaborator$/,
    holds: ({ permission, username, repository }) =>
      permission === 'push' && matches(/^[A-Za-z\d-]{1,39}$/)(username) && isReference(repository),
    broken: { permission: 'admin' },
  },
  {
    says: 'a variable of workflows is called as ours are, and of one repository',
    about: /^github_actions_variable$/,
    holds: ({ variable_name: name, repository }) =>
      matches(/^PRACTICUM_[A-Z_]+$/)(name) && isReference(repository),
    broken: { variable_name: 'GITHUB_TOKEN' },
  },
];
