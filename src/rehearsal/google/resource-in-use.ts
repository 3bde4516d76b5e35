import type { AssetName } from '../cloud/asset';
import { resourcePath } from '../cloud/cloud';
import { CloudError } from '../cloud/cloud-error';

/** The refusal to delete what something else stands on. */
export function resourceInUse(what: string, name: AssetName, user: AssetName): CloudError {
  return new CloudError({
    status: 400,
    reason: 'resourceInUseByAnotherResource',
    message: `The ${what} resource '${resourcePath(name)}' is already being used by '${resourcePath(user)}'`,
  });
}

/** What Google says of a resource that a call refers to and that is not there. */
export const notThere = (name: AssetName): string => `The resource '${resourcePath(name)}' was not found`;
