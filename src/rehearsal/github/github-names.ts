import type { AssetName } from '../cloud/asset';

/** Types of what stands on GitHub; no inventory of Google's knows them. */
export const REPOSITORY = 'github.com/Repository';
export const ARCHIVED_REPOSITORY = 'github.com/ArchivedRepository';

/** A repository of the one organisation that the simulated GitHub has. */
export const repositoryAssetName = (repository: string): AssetName => `//github.com/repos/${repository}`;

/** What belongs to a repository: `collaborators/ada`, `variables/NAME`. */
export const inRepository = (repository: string, what: string): AssetName =>
  `//github.com/repos/${repository}/${what}`;
