import type { Json } from '../json-value';

/** One setting of a resource that keeps tenants apart. */
export interface MeantSetting {
  readonly path: readonly string[];
  readonly allowed: readonly Json[];
  /** What goes wrong with another value, or none. */
  readonly otherwise: string;
}

const setting = (path: string, allowed: Json | readonly Json[], otherwise: string): MeantSetting => ({
  path: path.split('.'),
  allowed: Array.isArray(allowed) ? (allowed as readonly Json[]) : [allowed as Json],
  otherwise,
});

const PAST_IAM = 'the API is reached past IAM, and the end of the term ends nothing';
const ANY_ACCOUNT = 'everyone with a Google account has rights in the cluster';
const OLD_RIGHTS = 'rights are given out past RBAC';
const NODE_TOKEN = "pods get the node's own token, which reads every tenant's registry";
const OTHER_PODS = 'the kubelet tells about every pod of the node, whoever asks';

/** Settings of every cluster, for many tenants or for one. */
export const CLUSTER_SETTINGS: readonly MeantSetting[] = [
  setting('datapath_provider', 'ADVANCED_DATAPATH', 'network policies are not enforced'),
  setting('networking_mode', 'VPC_NATIVE', 'pods have no ranges of their own to reason with'),
  setting('ip_allocation_policy.stack_type', 'IPV4', 'pods have IPv6 addresses that no policy speaks of'),
  setting('private_cluster_config.enable_private_nodes', true, 'nodes are reached from the internet'),
  setting('private_cluster_config.enable_private_endpoint', true, PAST_IAM),
  setting('control_plane_endpoints_config.ip_endpoints_config.enabled', false, PAST_IAM),
  setting(
    'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic',
    true,
    'students reach no API at all',
  ),
  setting('rbac_binding_config.enable_insecure_binding_system_authenticated', false, ANY_ACCOUNT),
  setting('rbac_binding_config.enable_insecure_binding_system_unauthenticated', false, ANY_ACCOUNT),
  setting('anonymous_authentication_config.mode', 'LIMITED', 'callers without an account are let in'),
  setting('master_auth.client_certificate_config.issue_client_certificate', false, OLD_RIGHTS),
  setting('enable_legacy_abac', false, OLD_RIGHTS),
  setting(
    'gateway_api_config.channel',
    'CHANNEL_STANDARD',
    'there is no Gateway, and no host leads anywhere',
  ),
];

/** Settings of a cluster that many tenants share. */
export const SHARED_CLUSTER_SETTINGS: readonly MeantSetting[] = [
  setting('enable_shielded_nodes', true, "a machine of another's making may join as a node"),
  setting('remove_default_node_pool', true, 'a pool stays of whose settings nothing is known'),
  setting(
    'service_external_ips_config.enabled',
    false,
    "a Service may take other people's traffic by naming an address",
  ),
  setting(
    'node_pool_defaults.node_config_defaults.insecure_kubelet_readonly_port_enabled',
    'FALSE',
    OTHER_PODS,
  ),
];

/** Settings of a cluster that Google runs the nodes of, which fixes the rest. */
export const AUTOPILOT_SETTINGS: readonly MeantSetting[] = [
  setting('allow_net_admin', false, "pods may change the node's network"),
  setting(
    'node_pool_auto_config.node_kubelet_config.insecure_kubelet_readonly_port_enabled',
    'FALSE',
    OTHER_PODS,
  ),
];

/** Settings of every node pool. */
export const POOL_SETTINGS: readonly MeantSetting[] = [
  setting('node_config.workload_metadata_config.mode', 'GKE_METADATA', NODE_TOKEN),
  setting('node_config.metadata.disable-legacy-endpoints', 'true', NODE_TOKEN),
  setting('node_config.kubelet_config.insecure_kubelet_readonly_port_enabled', 'FALSE', OTHER_PODS),
  setting(
    'node_config.shielded_instance_config.enable_secure_boot',
    true,
    'a node may boot what nobody signed',
  ),
  setting(
    'node_config.shielded_instance_config.enable_integrity_monitoring',
    true,
    'nobody notices a node that booted something else',
  ),
  setting('network_config.enable_private_nodes', true, 'nodes are reached from the internet'),
  setting('node_config.image_type', 'COS_CONTAINERD', 'nodes run a system that is less closed'),
  setting('management.auto_upgrade', true, 'nodes keep holes that are known and mended elsewhere'),
];

/** Settings of every machine of a tenant. */
export const MACHINE_SETTINGS: readonly MeantSetting[] = [
  setting('can_ip_forward', false, 'A machine may send packets in the name of others'),
  setting('metadata.enable-oslogin', 'TRUE', 'A machine is entered with keys that no role is asked for'),
  setting('metadata.block-project-ssh-keys', 'TRUE', 'Keys of a whole project open a machine'),
  setting('metadata.serial-port-enable', 'FALSE', 'A machine is entered past its tunnel'),
  setting('shielded_instance_config.enable_secure_boot', true, 'A machine may boot what nobody signed'),
  setting('shielded_instance_config.enable_vtpm', true, 'Nobody can tell what a machine booted'),
  setting(
    'shielded_instance_config.enable_integrity_monitoring',
    true,
    'Nobody notices a machine that booted something else',
  ),
  setting(
    'scheduling.instance_termination_action',
    'STOP',
    'A machine goes with its disk when it has run too long',
  ),
];

/** Settings of networks and projects, by type. */
export const OTHER_SETTINGS: Readonly<Record<string, readonly MeantSetting[]>> = {
  google_compute_network: [
    setting('auto_create_subnetworks', false, 'the network has ranges that nobody planned'),
  ],
  google_compute_subnetwork: [
    setting('stack_type', 'IPV4_ONLY', 'pods have IPv6 addresses that no policy speaks of'),
  ],
  google_dns_managed_zone: [
    setting('dnssec_config.state', 'on', 'anybody on the way may answer for a host'),
    setting('visibility', 'public', 'no host is found'),
  ],
  google_project: [
    setting('auto_create_network', false, 'the project has a second network with open firewall rules'),
  ],
};
