import type { TenantPlan } from '../../core/plan/cohort-plan';
import { NAMES } from '../expected-names';
import { accountEmail } from '../terraform/cloud-resources';

/** Workflows on GitHub that push a place's images: what GitHub calls them, of whom, and whether they deploy too. */
export interface WorkflowRecord {
  readonly subject: string;
  readonly organisationId: string;
  readonly deploys: boolean;
}

/** The workflows of a tenant, for its record: nothing where it has none. */
export const workflowsIn = ({ github }: TenantPlan): { readonly workflows?: WorkflowRecord } =>
  github === undefined
    ? {}
    : {
        workflows: {
          subject: github.subject,
          organisationId: github.organisationId,
          deploys: github.deployer !== undefined,
        },
      };

/** A place, as far as it says what its workflows deploy as. */
interface DeployedPlace {
  readonly handle: string;
  readonly clusterProject: string;
  readonly held: boolean;
  readonly workflows?: WorkflowRecord;
}

/** E-mail of the account that workflows of a place deploy as, whether they may at the moment or not. */
export const accountOfWorkflows = ({
  handle,
  clusterProject,
  workflows,
}: DeployedPlace): string | undefined =>
  workflows?.deploys === true
    ? accountEmail(`${NAMES.deployerAccount}-${handle}`, clusterProject)
    : undefined;

/** The same, as a list: nothing while the place is held. */
export const deployersOf = (place: DeployedPlace): readonly string[] => {
  const account = accountOfWorkflows(place);
  return account === undefined || place.held ? [] : [account];
};
