import type { CohortConfig } from '../config/cohort.schema';
import type { Email } from '../domain/ids';
import { groupAddress, groupMember, securityGroup } from '../domain/group-names';
import { userMember } from '../domain/names';
import type { Ledger } from '../ledger/ledger';
import { placesByKey } from '../ledger/places-by-key';
import { shortName } from '../privacy/pseudonyms';

/** The Google groups that stand for people in a cohort with pseudonyms. */
export interface GroupsPlan {
  /** All students: the groups of each are in it. A policy takes 250 groups, too few to name each in a cell's project. */
  readonly students: Email;
  /** What GKE asks whether RBAC may know a group; the groups of the cohort are in it. */
  readonly security: Email;
}

/** The groups of a cohort; undefined where people are named by their accounts. */
export function groupsPlanOf({ id, privacy }: CohortConfig): GroupsPlan | undefined {
  const { pseudonyms } = privacy;
  if (pseudonyms === undefined) return undefined;
  const { groupsDomain } = pseudonyms;
  return {
    students: groupAddress(id, 'students', groupsDomain),
    security: securityGroup(groupsDomain),
  };
}

/** How IAM names an address of this plan: of a group where there are pseudonyms, of an account elsewhere. */
export const memberIn =
  ({ areGroups }: { readonly areGroups?: true }) =>
  (address: Email): string =>
    areGroups === true ? groupMember(address) : userMember(address);

/**
 * By which address a student is let in: that of their account, or of the group that they alone are in. The group is
 * called after the handle, which stays when the account changes: then it has another member and the cloud knows nothing.
 */
export function addressesIn(config: CohortConfig, ledger: Ledger): (student: Email) => Email {
  const { pseudonyms } = config.privacy;
  if (pseudonyms === undefined) return (student) => student;
  const places = placesByKey(ledger);
  return (student) =>
    groupAddress(config.id, places.get(student)?.handle ?? shortName(student), pseudonyms.groupsDomain);
}
