import { createHash } from 'node:crypto';
import type { CohortPlan, ShardPlan, TenantPlan } from '../src/core/plan/cohort-plan';

/** The Terraform JSON of a shard, written out: every object in the order of its keys. */
export function terraformByHand(
  plan: CohortPlan,
  shard: ShardPlan,
  hashes: ReadonlyMap<string, string>,
): string {
  const stack = `shard-${shard.cell}-${String(shard.number).padStart(2, '0')}`;
  const tenants = shard.tenants.map((tenant) =>
    tenantResources(plan, tenant, stack, hashes.get(tenant.handle)!),
  );
  const types = Object.keys(tenants[0]!) as (keyof TenantResources)[];
  const { region, projectPrefix, adminProject } = plan.google;
  const cluster = `${projectPrefix}-c${shard.cell}`;
  const document = {
    '//': { metadata: { backend: plan.state.backend, stackName: stack, version: '0.21.0' }, outputs: {} },
    data: {
      google_container_cluster: {
        [CLUSTER]: {
          '//': metadata(stack, ['Cluster', 'Cluster'], CLUSTER),
          location: region,
          name: cluster,
          project: cluster,
        },
      },
      google_project: {
        [PROJECT]: { '//': metadata(stack, ['Cluster', 'Project'], PROJECT), project_id: cluster },
      },
    },
    provider: {
      google: [
        { region },
        { alias: 'budgets', billing_project: adminProject, region, user_project_override: true },
      ],
      helm: [{ kubernetes: { exec: EXEC, host: `https://\${${ENDPOINT}}` } }],
    },
    resource: Object.fromEntries(
      types.map((type) => [type, byKey(tenants.flatMap((tenant) => tenant[type]))]),
    ),
    terraform: {
      backend: backend(plan, stack),
      required_providers: {
        google: { source: 'google', version: '6.50.0' },
        helm: { source: 'helm', version: '3.1.1' },
      },
    },
  };
  // The engine opens a line inside an empty object.
  return JSON.stringify(document, undefined, 2);
}

type Resource = readonly [id: string, attributes: object];
type TenantResources = ReturnType<typeof tenantResources>;

const EXEC = { api_version: 'client.authentication.k8s.io/v1beta1', command: 'gke-gcloud-auth-plugin' };
const CLUSTER = uniqueId(['Cluster', 'Cluster']);
const PROJECT = uniqueId(['Cluster', 'Project']);
const ENDPOINT = `data.google_container_cluster.${CLUSTER}.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint`;

function backend({ state, cohort }: CohortPlan, stack: string): object {
  if (state.backend === 'local')
    return { local: { path: `../../../../terraform-state/${cohort}/${stack}.tfstate` } };
  return { gcs: { bucket: state.bucket, prefix: `${cohort}/${stack}` } };
}

function tenantResources(
  { cohort, google }: CohortPlan,
  tenant: TenantPlan,
  stack: string,
  contentHash: string,
) {
  const { handle, cell, registry, bucket } = tenant;
  const cellProject = `${google.projectPrefix}-c${cell}`;
  const project = `\${data.google_project.${PROJECT}.project_id}`;
  const pool = `projects/\${data.google_project.${PROJECT}.number}/locations/global/workloadIdentityPools/${cellProject}.svc.id.goog`;
  const pods = `principal://iam.googleapis.com/${pool}/subject/ns/${tenant.namespace}/sa/lab`;
  const common = {
    labels: {
      'managed-by': 'practicum',
      'practicum-cell': `c${cell}`,
      'practicum-cohort': cohort,
      'practicum-tenant': handle,
    },
    location: google.region,
  };
  const resource = (path: readonly string[], attributes: object): Resource => {
    const id = uniqueId([handle, ...path]);
    return [id, { '//': metadata(stack, [handle, ...path], id), ...attributes }];
  };
  const repository = `google_artifact_registry_repository.${uniqueId([handle, 'Cloud', 'Images', 'Resource'])}`;
  const imageBinding = (name: string, role: string, members: readonly string[]): readonly Resource[] =>
    members.length === 0
      ? []
      : [
          resource(['Cloud', 'Images', name], {
            location: `\${${repository}.location}`,
            members,
            project: `\${${repository}.project}`,
            repository: `\${${repository}.name}`,
            role,
          }),
        ];
  return {
    google_artifact_registry_repository: [
      resource(['Cloud', 'Images', 'Resource'], {
        cleanup_policies: [
          {
            action: 'DELETE',
            condition: { older_than: '604800s', tag_state: 'UNTAGGED' },
            id: 'delete-untagged',
          },
          { action: 'KEEP', id: 'keep-recent', most_recent_versions: { keep_count: 10 } },
        ],
        cleanup_policy_dry_run: false,
        format: 'DOCKER',
        ...common,
        mode: 'STANDARD_REPOSITORY',
        project,
        repository_id: registry.repository,
        vulnerability_scanning_config: { enablement_config: 'DISABLED' },
      }),
    ],
    google_artifact_registry_repository_iam_binding: [
      ...imageBinding('Writers', 'roles/artifactregistry.writer', registry.writers),
      ...imageBinding('Readers', 'roles/artifactregistry.reader', registry.readers),
    ],
    google_storage_bucket: [
      resource(['Cloud', 'Data', 'Resource'], {
        force_destroy: false,
        labels: common.labels,
        lifecycle_rule: [
          { action: { type: 'Delete' }, condition: { days_since_noncurrent_time: 30 } },
          { action: { type: 'AbortIncompleteMultipartUpload' }, condition: { age: 7 } },
        ],
        location: google.region,
        name: bucket.name,
        project,
        public_access_prevention: 'enforced',
        soft_delete_policy: { retention_duration_seconds: 604_800 },
        uniform_bucket_level_access: true,
        versioning: { enabled: true },
      }),
    ],
    google_storage_bucket_iam_binding: [
      resource(['Cloud', 'Data', 'Users'], {
        bucket: `\${google_storage_bucket.${uniqueId([handle, 'Cloud', 'Data', 'Resource'])}.name}`,
        condition: { expression: `request.time < timestamp("${bucket.expires}")`, title: 'until-term-end' },
        members: [pods, ...bucket.users],
        role: 'roles/storage.objectUser',
      }),
    ],
    helm_release: [
      resource(['Place', 'Resource'], {
        atomic: false,
        chart: `./charts/${handle}`,
        cleanup_on_fail: true,
        create_namespace: false,
        disable_openapi_validation: false,
        lint: false,
        max_history: 3,
        name: handle,
        namespace: 'practicum-system',
        timeout: 600,
        values: [JSON.stringify({ contentHash })],
        wait: true,
      }),
    ],
  };
}

function metadata(stack: string, path: readonly string[], id: string): object {
  return { metadata: { path: [stack, ...path].join('/'), uniqueId: id } };
}

/** The engine's name for what stands at a path within a stack. */
function uniqueId(path: readonly string[]): string {
  const hash = createHash('md5').update(path.join('/')).digest('hex').slice(0, 8).toUpperCase();
  const words = path.filter(
    (word, index) => word !== 'Resource' && !(path[index - 1]?.endsWith(word) ?? false),
  );
  return [...words, hash].join('_');
}

function byKey(resources: readonly Resource[]): object {
  return Object.fromEntries([...resources].sort(([a], [b]) => (a < b ? -1 : 1)));
}
