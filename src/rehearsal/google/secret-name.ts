import type { AssetName } from '../cloud/asset';

/** Full resource name of a secret. */
export const secretName = (project: string, secret: string): AssetName =>
  `//secretmanager.googleapis.com/projects/${project}/secrets/${secret}`;
