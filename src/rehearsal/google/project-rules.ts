import { alreadyExists, failedPrecondition, invalid } from '../cloud/cloud-error';
import { isoInstant } from '../cloud/iso-instant';
import { billingAccountName, folderName, projectName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ConfigProblem } from '../provider/resource-kind';
import { booleanAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';

/** What the provider lets pass; provider google 6.50 and PROVIDER measurements, 2026-11. */
const PROVIDER_ID = /^(?:[a-z0-9.-]+:)?[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const PROJECT_NAME = /^[A-Za-z0-9\-'"\s!]{4,30}$/;
const DELETION_POLICIES = ['PREVENT', 'ABANDON', 'DELETE'];

/** docs.cloud.google.com/resource-manager/docs/creating-managing-projects, 2026-11. */
const PROJECT_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
const RESTRICTED_WORD = /google|ssl|null|undefined/;

/** What the provider refuses of a project without asking Google. */
export function projectProblems(config: Attributes): readonly ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const refuse = (attribute: string, message: string): void => {
    problems.push({ path: [attribute], message });
  };
  const id = textAt(config, 'project_id');
  if (id !== undefined && !PROVIDER_ID.test(id)) {
    refuse(
      'project_id',
      `"${id}" is not a project id: 6 to 30 lower-case letters, digits and hyphens, first a letter, last no hyphen`,
    );
  }
  const name = textAt(config, 'name');
  if (name !== undefined && !PROJECT_NAME.test(name)) {
    refuse(
      'name',
      `"${name}" is not a project name: 4 to 30 letters, digits, hyphens, quotes, spaces and exclamation marks`,
    );
  }
  const policy = textAt(config, 'deletion_policy');
  if (policy !== undefined && !DELETION_POLICIES.includes(policy)) {
    refuse(
      'deletion_policy',
      `expected deletion_policy to be one of ${DELETION_POLICIES.join(', ')}, got ${policy}`,
    );
  }
  if (isGiven(config, 'org_id') && isGiven(config, 'folder_id')) {
    refuse(
      'org_id',
      '"org_id" conflicts with "folder_id": a project stands in an organization or in a folder',
    );
  }
  return problems;
}

/** What Google refuses when a project is made or changed. */
export function checkProject(
  attributes: Attributes,
  operation: Operation,
  prior: Attributes | undefined,
): void {
  if (prior === undefined) checkId(requiredText(attributes, 'project_id'), operation);
  checkParent(attributes, operation);
  const account = textAt(attributes, 'billing_account');
  if (account !== undefined && account !== '') checkBilling(account, operation);
  else if (prior === undefined && booleanAt(attributes, 'auto_create_network') === false) {
    throw noBilling('compute.googleapis.com', requiredText(attributes, 'project_id'));
  }
}

/** Some services are not switched on where nobody pays. */
export const noBilling = (service: string, project: string) =>
  failedPrecondition(
    `Billing must be enabled for activation of service "${service}" in project ${project}: ` +
      'give the google_project a billing_account (UREQ_PROJECT_BILLING_NOT_FOUND)',
  );

function checkId(id: string, { cloud }: Operation): void {
  if (!PROJECT_ID.test(id) || RESTRICTED_WORD.test(id)) {
    throw invalid(
      `Project id "${id}" is not allowed: 6 to 30 lower-case letters, digits and hyphens, first a letter, ` +
        'last no hyphen, without the words google, ssl, null and undefined',
    );
  }
  const buried = cloud.tryFindTombstone(projectName(id));
  if (buried !== undefined) {
    throw alreadyExists(
      `Requested entity already exists: project id "${id}" was of a project deleted on ` +
        `${isoInstant(buried.deleted).slice(0, 10)}, and the id of a deleted project is never free again: choose another`,
    );
  }
  if (cloud.tryFind(projectName(id)) !== undefined) {
    throw alreadyExists(
      `Requested entity already exists: project id "${id}" is taken, and an id is unique in all of Google Cloud`,
    );
  }
}

function checkParent(attributes: Attributes, operation: Operation): void {
  const folder = textAt(attributes, 'folder_id')?.replace(/^folders\//, '');
  const organization = textAt(attributes, 'org_id');
  if (folder)
    operation.need(
      folderName(folder),
      `Folder ${folder} was not found: projects are made in a folder that stands`,
    );
  else if (organization) {
    operation.need(
      `//cloudresourcemanager.googleapis.com/organizations/${organization}`,
      `Organization ${organization} was not found`,
    );
  } else {
    throw invalid(
      `Project ${requiredText(attributes, 'project_id')} has no parent, and a service account cannot make such a project: ` +
        'write folder_id or org_id',
    );
  }
}

function checkBilling(account: string, operation: Operation): void {
  const { data } = operation.need(
    billingAccountName(account),
    `Billing account ${account} was not found, or the caller may not link projects to it (billing.resourceAssociations.create)`,
  );
  if (booleanAt(data, 'open') === false) {
    throw failedPrecondition(`Billing account ${account} is closed: no project can be linked to it`);
  }
}

/** Unknown counts as given: Terraform says the same later, when it is known. */
const isGiven = (config: Attributes, name: string): boolean => {
  const value = config[name];
  return typeof value === 'string' && value !== '';
};
