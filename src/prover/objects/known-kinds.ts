/** Kinds that an aspect reasons about, or that cannot open the fence, by where they may stand. */
export const KINDS_IN_A_PLACE: ReadonlySet<string> = new Set([
  'Namespace',
  'ResourceQuota',
  'LimitRange',
  'NetworkPolicy',
  'RoleBinding',
  'ServiceAccount',
  'Service',
  'HTTPRoute',
  'GRPCRoute',
  'HealthCheckPolicy',
]);

/** Kinds for the whole cluster, or in the staff's namespace. */
export const KINDS_OF_THE_CLUSTER: ReadonlySet<string> = new Set([
  'PriorityClass',
  'ClusterRole',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'Gateway',
  'HTTPRoute',
]);

/** The API of each: a Gateway or Service of another is another thing under the same name. */
export const USUAL_VERSIONS: Readonly<Record<string, string>> = {
  Namespace: 'v1',
  ResourceQuota: 'v1',
  LimitRange: 'v1',
  ServiceAccount: 'v1',
  Service: 'v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  PriorityClass: 'scheduling.k8s.io/v1',
  ValidatingAdmissionPolicy: 'admissionregistration.k8s.io/v1',
  ValidatingAdmissionPolicyBinding: 'admissionregistration.k8s.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1',
  HTTPRoute: 'gateway.networking.k8s.io/v1',
  GRPCRoute: 'gateway.networking.k8s.io/v1',
  HealthCheckPolicy: 'networking.gke.io/v1',
};

/** Kinds that open something by their very being, and why. */
export const OPENING_KINDS: Readonly<Record<string, string>> = {
  Role: 'its rules are given to whoever is bound to it',
  ClusterRoleBinding: 'it holds in every namespace',
  Secret: 'what it holds stands in a file',
  ReferenceGrant: 'it lets another namespace lead here',
  Gateway: 'it may take the hosts of all others',
  Node: 'it names a machine',
  Endpoints: 'it leads a Service to any address',
  EndpointSlice: 'it leads a Service to any address',
  PersistentVolume: 'it may be a directory of a node',
  DaemonSet: 'it runs on the nodes of everybody',
  CiliumNetworkPolicy: 'it may let through what no NetworkPolicy does',
  CiliumClusterwideNetworkPolicy: 'it may let through what no NetworkPolicy does',
  AdminNetworkPolicy: 'it goes before every NetworkPolicy',
  BaselineAdminNetworkPolicy: 'it holds where no NetworkPolicy does',
  MutatingWebhookConfiguration: 'it changes what others send',
  ValidatingWebhookConfiguration: 'it reads what others send',
  MutatingAdmissionPolicy: 'it changes what others send',
  MutatingAdmissionPolicyBinding: 'it changes what others send',
  CustomResourceDefinition: 'no rule of the fence knows its objects',
  APIService: 'it answers in the place of the API',
  CertificateSigningRequest: 'it makes an identity',
};

/** Types of Terraform that an aspect reasons about, or that cannot let anybody in. */
export const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'google_artifact_registry_repository',
  'google_billing_budget',
  'google_certificate_manager_certificate',
  'google_certificate_manager_certificate_map',
  'google_certificate_manager_certificate_map_entry',
  'google_certificate_manager_dns_authorization',
  'google_compute_firewall',
  'google_compute_global_address',
  'google_compute_network',
  'google_compute_router',
  'google_compute_router_nat',
  'google_compute_subnetwork',
  'google_container_cluster',
  'google_container_node_pool',
  'google_dns_managed_zone',
  'google_dns_record_set',
  'google_logging_project_bucket_config',
  'google_monitoring_notification_channel',
  'google_project',
  'google_project_iam_audit_config',
  'google_project_service',
  'google_service_account',
  'google_storage_bucket',
  'helm_release',
  'terraform_data',
]);
