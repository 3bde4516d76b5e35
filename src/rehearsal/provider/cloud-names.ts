import type { AssetName } from '../cloud/asset';

/** Full resource name of a project. */
export const projectName = (project: string): AssetName =>
  `//cloudresourcemanager.googleapis.com/projects/${project}`;

/** Full resource name of an API that is on in a project. */
export const serviceName = (project: string, api: string): AssetName =>
  `//serviceusage.googleapis.com/projects/${project}/services/${api}`;

export const folderName = (folder: string): AssetName =>
  `//cloudresourcemanager.googleapis.com/folders/${folder}`;

export const billingAccountName = (account: string): AssetName =>
  `//cloudbilling.googleapis.com/billingAccounts/${account}`;

export const networkName = (project: string, network: string): AssetName =>
  `//compute.googleapis.com/projects/${project}/global/networks/${network}`;

export const clusterName = (project: string, location: string, cluster: string): AssetName =>
  `//container.googleapis.com/projects/${project}/locations/${location}/clusters/${cluster}`;

export const bucketName = (bucket: string): AssetName => `//storage.googleapis.com/${bucket}`;

export const repositoryName = (project: string, location: string, repository: string): AssetName =>
  `//artifactregistry.googleapis.com/projects/${project}/locations/${location}/repositories/${repository}`;

export const serviceAccountName = (project: string, email: string): AssetName =>
  `//iam.googleapis.com/projects/${project}/serviceAccounts/${email}`;

export const runServiceAssetName = (project: string, location: string, service: string): AssetName =>
  `//run.googleapis.com/projects/${project}/locations/${location}/services/${service}`;
