const api = (name: string): string => `${name}.googleapis.com`;

/** Services of a project that holds a cell: cluster, network, addresses, registries, buckets. */
export const CELL_APIS: readonly string[] = [
  'artifactregistry', 'certificatemanager', 'cloudresourcemanager', 'compute', 'container', 'dns', 'iam',
  'iamcredentials', 'iap', 'logging', 'monitoring', 'serviceusage', 'storage',
].map(api); // prettier-ignore

/** Services of a project that is one tenant's, whose work runs in the shared cluster. */
export const PROJECT_APIS: readonly string[] = [
  'artifactregistry', 'cloudresourcemanager', 'iam', 'iamcredentials', 'logging', 'monitoring', 'serviceusage', 'storage',
].map(api); // prettier-ignore

/** Services of a project that is one tenant's and has a cluster. */
export const CLUSTER_APIS: readonly string[] = [
  'artifactregistry', 'certificatemanager', 'cloudresourcemanager', 'compute', 'container', 'iam', 'iamcredentials',
  'logging', 'monitoring', 'serviceusage', 'storage',
].map(api); // prettier-ignore

/** Services of a project in which several tenants have services on Cloud Run: none that could make a network. */
export const SERVERLESS_APIS: readonly string[] = [
  'cloudresourcemanager', 'iam', 'logging', 'monitoring', 'run', 'serviceusage',
].map(api); // prettier-ignore

/** Services of a project in which several tenants have their logs. */
export const LOGS_APIS: readonly string[] = [
  'cloudresourcemanager', 'iam', 'logging', 'monitoring', 'serviceusage',
].map(api); // prettier-ignore

/** Services that deploying needs in the project that holds the state and is charged for calls. */
export const ADMIN_APIS: readonly string[] = [
  'billingbudgets', 'cloudbilling', 'cloudresourcemanager', 'iam', 'serviceusage', 'storage',
].map(api); // prettier-ignore

/** With what tokens of somebody else are exchanged by. */
export const withFederation = (apis: readonly string[]): readonly string[] => [...apis, api('sts')].sort();

/** Services of a project in which several tenants have machines. */
export const MACHINE_APIS: readonly string[] = [
  'cloudresourcemanager', 'compute', 'iam', 'iap', 'logging', 'monitoring', 'oslogin', 'serviceusage',
].map(api); // prettier-ignore

/** With what machines need that people log in to. */
export const withMachine = (apis: readonly string[]): readonly string[] =>
  [...new Set([...apis, ...['compute', 'iap', 'oslogin'].map(api)])].sort();

/** With what runs services without servers. */
export const withServerless = (apis: readonly string[]): readonly string[] => [...apis, api('run')].sort();

/** With what looks for vulnerabilities in images. */
export const withScanning = (apis: readonly string[]): readonly string[] =>
  [...apis, api('containerscanning')].sort();
