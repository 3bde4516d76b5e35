/** Attributes of a resource as a plan knows them; what is unknown is left out. */
export type PlannedAttributes = Readonly<Record<string, unknown>>;

/** How what a killed run made of a type comes back into the state. */
export type ImportRule =
  /** By an id that its planned attributes make up; undefined if one of them is not known yet. */
  | { readonly by: 'id'; id(attributes: PlannedAttributes): string | undefined }
  /** By being created again, which changes nothing where it stands already. */
  | { readonly by: 'repeating'; readonly why: string }
  /** By what a listing shows, see LISTINGS: Google makes up the id, and the next deploy would make a second one. */
  | { readonly by: 'listing' };

const PART = /\{(\w+)\}/g;

/** An id with `{attribute}` in it, as the provider's page on the resource writes its import. */
const idOf = (pattern: string): ImportRule => ({
  by: 'id',
  id: (attributes) => {
    const values = [...pattern.matchAll(PART)].map(([, name]) => attributes[name!]);
    if (values.some((value) => typeof value !== 'string' || value === '')) return undefined;
    return pattern.replaceAll(PART, (_, name: string) => attributes[name] as string);
  },
});

const repeating = (why: string): ImportRule => ({ by: 'repeating', why });

const LISTED: ImportRule = { by: 'listing' };

const BINDING = repeating('a binding sets the whole list of members');

/**
 * Every type that the stacks use. Ids: pages "Import" of provider google 6.50, helm 3.1 and github 6.9, 2026-11.
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs
 */
export const IMPORT_RULES: Readonly<Record<string, ImportRule>> = {
  github_actions_variable: idOf('{repository}:{variable_name}'),
  github_repository: idOf('{name}'),
  github_repository_collaborator: idOf('{repository}:{username}'),
  google_artifact_registry_repository: idOf(
    'projects/{project}/locations/{location}/repositories/{repository_id}',
  ),
  google_artifact_registry_repository_iam_binding: BINDING,
  google_billing_budget: LISTED,
  google_certificate_manager_certificate: idOf('projects/{project}/locations/{location}/certificates/{name}'),
  google_certificate_manager_certificate_map: idOf(
    'projects/{project}/locations/global/certificateMaps/{name}',
  ),
  google_certificate_manager_certificate_map_entry: idOf(
    'projects/{project}/locations/global/certificateMaps/{map}/certificateMapEntries/{name}',
  ),
  google_certificate_manager_dns_authorization: idOf(
    'projects/{project}/locations/{location}/dnsAuthorizations/{name}',
  ),
  google_cloud_run_v2_service: idOf('projects/{project}/locations/{location}/services/{name}'),
  google_cloud_run_v2_service_iam_binding: BINDING,
  google_compute_firewall: idOf('projects/{project}/global/firewalls/{name}'),
  google_compute_global_address: idOf('projects/{project}/global/addresses/{name}'),
  google_compute_instance: idOf('projects/{project}/zones/{zone}/instances/{name}'),
  google_compute_instance_iam_binding: BINDING,
  google_compute_network: idOf('projects/{project}/global/networks/{name}'),
  google_compute_router: idOf('projects/{project}/regions/{region}/routers/{name}'),
  google_compute_router_nat: idOf('projects/{project}/regions/{region}/routers/{router}/{name}'),
  google_compute_subnetwork: idOf('projects/{project}/regions/{region}/subnetworks/{name}'),
  google_container_cluster: idOf('projects/{project}/locations/{location}/clusters/{name}'),
  google_container_node_pool: idOf('{project}/{location}/{cluster}/{name}'),
  google_dns_managed_zone: idOf('projects/{project}/managedZones/{name}'),
  google_dns_record_set: idOf('projects/{project}/managedZones/{managed_zone}/rrsets/{name}/{type}'),
  google_iam_workload_identity_pool: idOf(
    'projects/{project}/locations/global/workloadIdentityPools/{workload_identity_pool_id}',
  ),
  google_iam_workload_identity_pool_provider: idOf(
    'projects/{project}/locations/global/workloadIdentityPools/{workload_identity_pool_id}/providers/{workload_identity_pool_provider_id}',
  ),
  google_iap_tunnel_instance_iam_binding: BINDING,
  google_logging_log_view: idOf('{parent}/locations/{location}/buckets/{bucket}/views/{name}'),
  google_logging_log_view_iam_binding: BINDING,
  google_logging_metric: idOf('{project} {name}'),
  google_logging_project_bucket_config: repeating('the provider takes over a log bucket that is there'),
  google_logging_project_exclusion: idOf('projects/{project}/exclusions/{name}'),
  google_logging_project_sink: repeating('the provider takes over a sink that is there'),
  google_monitoring_notification_channel: LISTED,
  google_project: idOf('{project_id}'),
  google_project_iam_audit_config: repeating('it sets the whole configuration of a service'),
  google_project_iam_binding: BINDING,
  google_project_iam_custom_role: idOf('projects/{project}/roles/{role_id}'),
  google_project_service: repeating('a service that is on is switched on again'),
  google_service_account: idOf(
    'projects/{project}/serviceAccounts/{account_id}@{project}.iam.gserviceaccount.com',
  ),
  google_service_account_iam_binding: BINDING,
  google_storage_bucket: idOf('{project}/{name}'),
  google_storage_bucket_iam_binding: BINDING,
  helm_release: idOf('{namespace}/{name}'),
  terraform_data: repeating('it stands in the state alone'),
};
