import type { Attributes } from '../../../src/rehearsal/values/value';
import { NETWORK, NETWORK_LINK, NODES_EMAIL, PROJECT_ID, SUBNETWORK, SUBNETWORK_LINK } from './lab-cloud';

const IN_PROJECT = { project: PROJECT_ID };
const LOCATION = `projects/${PROJECT_ID}/locations/global`;
const LABELS = { 'managed-by': 'practicum', 'practicum-cohort': 'w255' };
const WINDOW = {
  start_time: '2027-01-13T10:00:00Z',
  end_time: '2027-01-13T16:00:00Z',
  recurrence: 'FREQ=WEEKLY;BYDAY=WE',
};
const EXCLUSION = {
  exclusion_name: 'due-lab4',
  start_time: '2027-03-27T06:59:00Z',
  end_time: '2027-03-31T06:59:00Z',
  exclusion_options: [{ scope: 'NO_UPGRADES' }],
};

/** One of each type, as the stacks write it, in the order that each needs the ones before it. */
export const CONFIGURATIONS: readonly (readonly [type: string, config: Attributes])[] = [
  ['google_compute_network', NETWORK],
  ['google_compute_subnetwork', { ...SUBNETWORK, private_ip_google_access: true, stack_type: 'IPV4_ONLY' }],
  ['google_compute_firewall', {
    ...IN_PROJECT, name: 'labs-allow-internal', network: NETWORK_LINK, direction: 'INGRESS', priority: 1000,
    source_ranges: ['10.0.0.0/22', '10.4.0.0/16'], allow: [{ protocol: 'all' }],
  }],
  ['google_compute_router', { ...IN_PROJECT, region: 'us-west1', name: 'labs', network: NETWORK_LINK }],
  ['google_compute_router_nat', {
    ...IN_PROJECT, region: 'us-west1', name: 'labs', router: 'labs', nat_ip_allocate_option: 'AUTO_ONLY',
    source_subnetwork_ip_ranges_to_nat: 'ALL_SUBNETWORKS_ALL_IP_RANGES', enable_dynamic_port_allocation: true,
    enable_endpoint_independent_mapping: false, min_ports_per_vm: 128, max_ports_per_vm: 8192,
    log_config: [{ enable: true, filter: 'ERRORS_ONLY' }],
  }],
  ['google_compute_global_address', { ...IN_PROJECT, name: 'labs-gateway', address_type: 'EXTERNAL', ip_version: 'IPV4', labels: LABELS }],
  ['google_compute_address', { ...IN_PROJECT, region: 'us-west1', name: 'mail' }],
  ['google_container_cluster', {
    ...IN_PROJECT, name: 'w255-c1', location: 'us-west1', network: NETWORK_LINK, subnetwork: SUBNETWORK_LINK,
    networking_mode: 'VPC_NATIVE', datapath_provider: 'ADVANCED_DATAPATH', initial_node_count: 1,
    remove_default_node_pool: true, deletion_protection: false, enable_l4_ilb_subsetting: true,
    enable_legacy_abac: false, enable_shielded_nodes: true, resource_labels: LABELS,
    addons_config: [{
      dns_cache_config: [{ enabled: true }], gce_persistent_disk_csi_driver_config: [{ enabled: true }],
      horizontal_pod_autoscaling: [{ disabled: false }], http_load_balancing: [{ disabled: false }],
    }],
    anonymous_authentication_config: [{ mode: 'LIMITED' }],
    control_plane_endpoints_config: [{
      dns_endpoint_config: [{ allow_external_traffic: true }], ip_endpoints_config: [{ enabled: false }],
    }],
    cost_management_config: [{ enabled: true }],
    gateway_api_config: [{ channel: 'CHANNEL_STANDARD' }],
    ip_allocation_policy: [{
      cluster_secondary_range_name: 'pods', services_secondary_range_name: 'services', stack_type: 'IPV4',
    }],
    logging_config: [{ enable_components: ['SYSTEM_COMPONENTS', 'WORKLOADS'] }],
    maintenance_policy: [{ maintenance_exclusion: [EXCLUSION], recurring_window: [WINDOW] }],
    master_auth: [{ client_certificate_config: [{ issue_client_certificate: false }] }],
    monitoring_config: [{ enable_components: ['SYSTEM_COMPONENTS'], managed_prometheus: [{ enabled: true }] }],
    node_pool_defaults: [{
      node_config_defaults: [{ gcfs_config: [{ enabled: true }], insecure_kubelet_readonly_port_enabled: 'FALSE' }],
    }],
    private_cluster_config: [{ enable_private_endpoint: true, enable_private_nodes: true }],
    rbac_binding_config: [{
      enable_insecure_binding_system_authenticated: false, enable_insecure_binding_system_unauthenticated: false,
    }],
    release_channel: [{ channel: 'REGULAR' }],
    security_posture_config: [{ mode: 'BASIC', vulnerability_mode: 'VULNERABILITY_DISABLED' }],
    service_external_ips_config: [{ enabled: false }],
    vertical_pod_autoscaling: [{ enabled: false }],
    workload_identity_config: [{ workload_pool: `${PROJECT_ID}.svc.id.goog` }],
  }],
  ['google_container_node_pool', {
    ...IN_PROJECT, cluster: 'w255-c1', location: 'us-west1', name: 'lab', initial_node_count: 0, max_pods_per_node: 64,
    autoscaling: [{ location_policy: 'BALANCED', total_max_node_count: 2, total_min_node_count: 1 }],
    management: [{ auto_repair: true, auto_upgrade: true }],
    network_config: [{ enable_private_nodes: true }],
    node_config: [{
      disk_size_gb: 100, disk_type: 'pd-balanced', gcfs_config: [{ enabled: true }], gvnic: [{ enabled: true }],
      image_type: 'COS_CONTAINERD', kubelet_config: [{ insecure_kubelet_readonly_port_enabled: 'FALSE' }],
      labels: { 'practicum.dev/pool': 'lab' }, machine_type: 'e2-standard-4',
      metadata: { 'disable-legacy-endpoints': 'true' },
      oauth_scopes: ['https://www.googleapis.com/auth/cloud-platform'], resource_labels: LABELS,
      service_account: NODES_EMAIL, spot: false, workload_metadata_config: [{ mode: 'GKE_METADATA' }],
      shielded_instance_config: [{ enable_integrity_monitoring: true, enable_secure_boot: true }],
      taint: [{ key: 'components.gke.io/gke-managed-components', value: 'true', effect: 'NO_SCHEDULE' }],
    }],
    upgrade_settings: [{ max_surge: 1, max_unavailable: 0, strategy: 'SURGE' }],
  }],
  ['google_compute_instance', {
    ...IN_PROJECT, zone: 'us-west1-b', name: 'ada', machine_type: 'e2-small', labels: LABELS, deletion_protection: false,
    allow_stopping_for_update: true, can_ip_forward: false,
    boot_disk: [{ auto_delete: true, initialize_params: [{ image: 'debian-cloud/debian-12', size: 10, type: 'pd-balanced' }] }],
    network_interface: [{ subnetwork: `projects/${PROJECT_ID}/regions/us-west1/subnetworks/labs-us-west1` }],
    service_account: [{ email: NODES_EMAIL, scopes: ['https://www.googleapis.com/auth/cloud-platform'] }],
    shielded_instance_config: [{ enable_secure_boot: true, enable_vtpm: true, enable_integrity_monitoring: true }],
    scheduling: [{
      automatic_restart: false, on_host_maintenance: 'MIGRATE', instance_termination_action: 'STOP',
      max_run_duration: [{ seconds: 43_200 }],
    }],
    metadata: { 'enable-oslogin': 'TRUE' },
  }],
  ['google_artifact_registry_repository', {
    ...IN_PROJECT, location: 'us-west1', repository_id: 'amara-okafor', format: 'DOCKER', mode: 'STANDARD_REPOSITORY',
    labels: LABELS, cleanup_policy_dry_run: false,
    cleanup_policies: [
      { id: 'delete-untagged', action: 'DELETE', condition: [{ tag_state: 'UNTAGGED', older_than: '604800s' }] },
      { id: 'keep-recent', action: 'KEEP', most_recent_versions: [{ keep_count: 10 }] },
    ],
    vulnerability_scanning_config: [{ enablement_config: 'DISABLED' }],
  }],
  ['google_storage_bucket', {
    ...IN_PROJECT, name: 'w255-amara-okafor-data', location: 'us-west1', labels: LABELS, force_destroy: false,
    uniform_bucket_level_access: true, public_access_prevention: 'enforced', versioning: [{ enabled: true }],
    soft_delete_policy: [{ retention_duration_seconds: 604_800 }],
    lifecycle_rule: [
      { action: [{ type: 'Delete' }], condition: [{ days_since_noncurrent_time: 30 }] },
      { action: [{ type: 'AbortIncompleteMultipartUpload' }], condition: [{ age: 7 }] },
    ],
  }],
  ['google_storage_bucket_object', { bucket: 'w255-amara-okafor-data', name: 'hello.txt', content: 'hello' }],
  ['google_dns_managed_zone', {
    ...IN_PROJECT, name: 'labs', dns_name: 'w255.example.edu.', visibility: 'public', labels: LABELS,
    dnssec_config: [{ state: 'on', non_existence: 'nsec3' }], force_destroy: true,
  }],
  ['google_dns_record_set', {
    ...IN_PROJECT, managed_zone: 'labs', name: '*.w255.example.edu.', type: 'A', ttl: 300, rrdatas: ['203.0.113.7'],
  }],
  ['google_certificate_manager_dns_authorization', { ...IN_PROJECT, name: 'labs', domain: 'w255.example.edu', labels: LABELS }],
  ['google_certificate_manager_certificate', {
    ...IN_PROJECT, name: 'labs', scope: 'DEFAULT', labels: LABELS,
    managed: [{ dns_authorizations: [`${LOCATION}/dnsAuthorizations/labs`], domains: ['*.w255.example.edu'] }],
  }],
  ['google_certificate_manager_certificate_map', { ...IN_PROJECT, name: 'labs', labels: LABELS }],
  ['google_certificate_manager_certificate_map_entry', {
    ...IN_PROJECT, name: 'labs-wildcard', map: 'labs', hostname: '*.w255.example.edu', labels: LABELS,
    certificates: [`${LOCATION}/certificates/labs`],
  }],
]; // prettier-ignore
