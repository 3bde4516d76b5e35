import type { ProjectGrant } from '../constructs/gcp/project-access';
import type { WorkflowAccount } from '../constructs/gcp/workflow-account';

/** A grant in which accounts of the same stack are named by reference: Google refuses a member that is not there yet. */
export const namingAccounts =
  (accounts: readonly WorkflowAccount[]) =>
  (grant: ProjectGrant): ProjectGrant => ({
    ...grant,
    members: grant.members.map((named) => accounts.find(({ member }) => member === named)?.ref ?? named),
  });
