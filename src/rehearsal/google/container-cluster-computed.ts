import type { AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { projectName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import { blockAt, booleanAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { fillIn, fillInBlock, fillInBlocks } from './filled-values';
import { exampleAddress } from './compute-address-kinds';
import { isIpEndpointOff } from './container-cluster-checks';
import { clusterNameOf, clusterSubnetwork } from './container-cluster-name';
import { labelAttributes } from './effective-labels';
import { isZone, locationOf, projectOf, regionOfPlace } from './place-attributes';
import { stableHex } from './stable-value';
import { secondaryRange } from './subnetwork-ranges';

/** Version that a release channel gives a new cluster; only its form matters. @see https://cloud.google.com/kubernetes-engine/docs/release-notes (2026-11) */
export const GKE_VERSION = '1.33.5-gke.1162000';

/** What Google and the provider fill in when a cluster is made or changed. */
export function computedCluster(attributes: Attributes, operation: Operation): Attributes {
  const { provider } = operation;
  const name = clusterNameOf(attributes, provider);
  const location = locationOf(attributes, provider);
  return {
    ...labelAttributes({ ...attributes, labels: attributes['resource_labels'] ?? null }, provider),
    id: resourcePath(name),
    self_link: `https://container.googleapis.com/v1/${selfPath(name, location)}`,
    label_fingerprint: stableHex(JSON.stringify(attributes['resource_labels'] ?? {}), 8),
    operation: '',
    tpu_ipv4_cidr_block: '',
    ...ranges(attributes, operation),
    ...endpoints(name, location, attributes, operation),
    ...guards(attributes, projectOf(attributes, provider)),
    ...fillInBlock(attributes, 'master_auth', {
      client_certificate: '',
      client_key: '',
      client_certificate_config: [{ issue_client_certificate: false }],
      cluster_ca_certificate: certificate(name),
    }),
    ...fillIn(attributes, {
      datapath_provider: isAutopilot(attributes) ? 'ADVANCED_DATAPATH' : 'LEGACY_DATAPATH',
      default_max_pods_per_node: 110,
      enable_intranode_visibility: isAutopilot(attributes),
      location,
      logging_service: 'logging.googleapis.com/kubernetes',
      master_version: GKE_VERSION,
      monitoring_service: 'monitoring.googleapis.com/kubernetes',
      networking_mode: 'VPC_NATIVE',
      node_locations: isZone(location) ? [] : ['a', 'b', 'c'].map((zone) => `${location}-${zone}`),
      node_version: GKE_VERSION,
      private_ipv6_google_access: '',
      subnetwork: resourcePath(clusterSubnetwork(attributes, provider)),
    }),
  };
}

export const isAutopilot = (attributes: Attributes): boolean =>
  booleanAt(attributes, 'enable_autopilot') === true;

const selfPath = (name: AssetName, location: string): string =>
  isZone(location) ? resourcePath(name).replace('/locations/', '/zones/') : resourcePath(name);

/** Ranges of pods and services, from the secondary ranges that the cluster names. */
function ranges(attributes: Attributes, operation: Operation): Attributes {
  const policy = blockAt(attributes, 'ip_allocation_policy') ?? {};
  const subnetwork = operation.cloud.find(clusterSubnetwork(attributes, operation.provider));
  const cidrOf = (name: string, block: string): string => {
    const range = textAt(policy, name);
    return range ? secondaryRange(subnetwork, range) : (textAt(policy, block) ?? '');
  };
  const pods = cidrOf('cluster_secondary_range_name', 'cluster_ipv4_cidr_block');
  const services = cidrOf('services_secondary_range_name', 'services_ipv4_cidr_block');
  return {
    ...fillInBlock(attributes, 'ip_allocation_policy', {
      cluster_ipv4_cidr_block: pods,
      services_ipv4_cidr_block: services,
      cluster_secondary_range_name: '',
      services_secondary_range_name: '',
      stack_type: 'IPV4',
    }),
    ...fillIn(attributes, { cluster_ipv4_cidr: pods }),
    services_ipv4_cidr: services,
  };
}

/** Where the control plane is reached. */
function endpoints(
  name: AssetName,
  location: string,
  attributes: Attributes,
  operation: Operation,
): Attributes {
  const { cloud, provider } = operation;
  const project = projectOf(attributes, provider);
  const number = textAt(cloud.tryFind(projectName(project))?.data ?? {}, 'number') ?? '';
  const dnsEndpoint = `gke-${stableHex(name, 32)}-${number}.${regionOfPlace(location)}.gke.goog`;
  const privateCluster = blockAt(attributes, 'private_cluster_config') ?? {};
  const publicEndpoint = textAt(privateCluster, 'public_endpoint') ?? exampleAddress(name, project, cloud);
  const privateEndpoint = '172.16.0.2';
  const isPrivate =
    isIpEndpointOff(attributes) || booleanAt(privateCluster, 'enable_private_endpoint') === true;
  return {
    endpoint: isPrivate ? privateEndpoint : publicEndpoint,
    control_plane_endpoints_config: [
      controlPlane(blockAt(attributes, 'control_plane_endpoints_config'), dnsEndpoint),
    ],
    private_cluster_config: [
      {
        ...privateCluster,
        ...fillIn(privateCluster, {
          enable_private_nodes: false,
          master_ipv4_cidr_block: '',
          peering_name: '',
          private_endpoint_subnetwork: '',
        }),
        private_endpoint: privateEndpoint,
        public_endpoint: publicEndpoint,
        // The API answers true where the IP endpoint is off, whatever was asked for.
        enable_private_endpoint: isPrivate,
      },
    ],
  };
}

/** Endpoints as configured, the DNS endpoint's name filled in; all of Google's defaults where nothing is configured. */
function controlPlane(config: Attributes | undefined, endpoint: string): Attributes {
  const defaults = { dns_endpoint_config: [{}], ip_endpoints_config: [{ enabled: true }] };
  const block = config ?? defaults;
  return {
    ...block,
    ...fillInBlocks(block, 'dns_endpoint_config', { allow_external_traffic: false, endpoint }),
  };
}

/** Blocks that Google fills in where the configuration is silent: its own defaults, open as they are. */
function guards(attributes: Attributes, project: string): Attributes {
  return {
    ...fillInBlock(attributes, 'anonymous_authentication_config', { mode: 'ENABLED' }),
    ...fillInBlock(attributes, 'database_encryption', { state: 'DECRYPTED', key_name: '' }),
    ...fillInBlock(attributes, 'rbac_binding_config', {
      enable_insecure_binding_system_authenticated: true,
      enable_insecure_binding_system_unauthenticated: true,
    }),
    ...fillInBlock(attributes, 'release_channel', { channel: 'REGULAR' }),
    ...fillInBlock(attributes, 'security_posture_config', {
      mode: 'BASIC',
      vulnerability_mode: 'VULNERABILITY_DISABLED',
    }),
    ...(isAutopilot(attributes)
      ? fillInBlock(attributes, 'workload_identity_config', { workload_pool: `${project}.svc.id.goog` })
      : {}),
  };
}

/** Base64 of something in the form of a certificate: nobody can connect with it. */
const certificate = (name: AssetName): string =>
  Buffer.from(`-----BEGIN CERTIFICATE-----\n${stableHex(name, 64)}\n-----END CERTIFICATE-----\n`).toString(
    'base64',
  );
