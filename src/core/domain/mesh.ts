/** Namespace of what runs the mesh: its control plane, and on each node the CNI plug-in and ztunnel. */
export const MESH_NAMESPACE = 'istio-system';
/** Namespace of the gateway through which requests come into the mesh: staff only, apart from the control plane. */
export const MESH_INGRESS_NAMESPACE = 'istio-ingress';
/** Gateway in it that tenants' hosts hang on, behind GKE's. */
export const MESH_GATEWAY = 'hosts';
/** Listener of that Gateway. */
export const MESH_LISTENER = 'http';
/** What Istio calls the Deployment, the Service and the account that it makes for the Gateway: after it and its class. */
export const MESH_GATEWAY_PROGRAM = `${MESH_GATEWAY}-istio`;
/** Label by which Istio finds pods of a Gateway. */
export const MESH_GATEWAY_LABEL = 'gateway.networking.k8s.io/gateway-name';

/** Label, of a namespace or of a pod, that says whether ztunnel carries what pods send and receive. */
export const MESH_LABEL = 'istio.io/dataplane-mode';
/** Labels of what is in the mesh. */
export const IN_MESH: Readonly<Record<string, string>> = { [MESH_LABEL]: 'ambient' };

/**
 * Port of each pod in the mesh at which its ztunnel takes what others in the mesh send to any port of it.
 * @see https://istio.io/latest/docs/ambient/usage/networkpolicy/ (read 2026-11)
 */
export const TUNNEL_PORT = 15_008;
/**
 * Address that the kubelet's probes of pods in the mesh come from: neither the node's nor one of the network.
 * @see https://istio.io/latest/docs/ambient/usage/networkpolicy/ (read 2026-11)
 */
export const PROBE_RANGE = '169.254.7.127/32';

/** Who a pod in the mesh is, by its namespace and its account; written as AuthorizationPolicies name it. */
export const meshIdentity = (namespace: string, account: string): string =>
  `cluster.local/ns/${namespace}/sa/${account}`;
