import type { Finding } from '../finding';
import { accountEmail } from '../terraform/cloud-resources';
import type { World } from '../world';
import { accountOfWorkflows } from './workflow-record';

const ACCOUNT = 'google_service_account';

/** Accounts that workflows deploy as stand where grants and roles name them; whoever acts as one, the grants say. */
export function deployerFaults({ cloud, record }: World): readonly Finding[] {
  const standing = new Set(
    cloud
      .ofType(ACCOUNT)
      .map((each) => accountEmail(cloud.text(each, 'account_id'), cloud.text(each, 'project'))),
  );
  return record.places.flatMap((place): readonly Finding[] => {
    const email = accountOfWorkflows(place);
    if (email === undefined || standing.has(email)) return [];
    return [
      {
        aspect: 'workload identity',
        kind: 'cannot work',
        from: place.handle,
        to: place.handle,
        sentence: 'Workflows deploy as an account that does not stand',
        path: [{ file: 'Terraform', object: `account ${email}`, says: `has no ${ACCOUNT}` }],
        pairs: 1,
      },
    ];
  });
}
