import type { MutatedStack } from './mutant';
import type { StackFiles } from './stack-files';

const AIKO = 'aiko-mori';
const BIRCH = 'team-birch';
const MACHINES = 'mlsd-fall27-c1-vm';
const PROJECT = 'mlsd-fall27-c1-run';
const DEPLOYER = `deploy-${AIKO}@mlsd-fall27-c1.iam.gserviceaccount.com`;
/** Who may connect to the cluster, to the end of the term. */
const CONNECTING = 'Access/container.clusterViewer-until-2027-12-25T05:00:00Z';
const CONNECT = {
  type: 'google_project_iam_binding',
  having: { project: 'mlsd-fall27-c1', role: 'roles/container.clusterViewer' },
};

/** Services on Cloud Run in the project that they share. */
export const SERVICE_MUTANTS: MutatedStack = {
  about: 'Services on Cloud Run',
  stack: 'shard-1-01',
  example: 'mlsd-fall',
  after: ['cell-1', 'cell-1-services'],
  mutants: [
    {
      title: 'A service runs as an account that is not there',
      mutate: (stack) =>
        stack.set(
          `${AIKO}/Cloud/Service/Resource`,
          'template.service_account',
          `serverless@${PROJECT}.iam.gserviceaccount.com`,
        ),
      noticed: 'while it is made',
      says: `Service aiko-mori in ${PROJECT}: service account serverless@${PROJECT}.iam.gserviceaccount.com does not exist`,
    },
    {
      title: 'A service cannot be deleted',
      mutate: (stack) => stack.set(`${AIKO}/Cloud/Service/Resource`, 'deletion_protection', undefined),
      noticed: 'when it is taken away',
      says: 'cannot destroy service without setting deletion_protection=false',
    },
    {
      title: 'A role is given on a service that is not there',
      mutate: (stack) => stack.set(`${AIKO}/Cloud/Service/Callers`, 'name', 'aiko'),
      noticed: 'while it is made',
      says: 'services/aiko": it does not exist',
    },
  ],
};

/** Machines in the project that they share, and what is given on them. */
export const MACHINE_MUTANTS: MutatedStack = {
  about: 'Machines',
  stack: 'shard-1-01',
  example: 'mlsd-fall',
  after: ['cell-1', 'cell-1-services'],
  mutants: [
    {
      title: 'A machine stands in a network that is not there',
      mutate: (stack) =>
        stack.set(
          `${BIRCH}/Cloud/Machine/Resource`,
          'network_interface.0.subnetwork',
          `projects/${MACHINES}/regions/northamerica-northeast1/subnetworks/labs`,
        ),
      noticed: 'while it is made',
      says: `The resource 'projects/${MACHINES}/regions/northamerica-northeast1/subnetworks/labs' was not found`,
    },
    {
      title: 'A machine is bound in time, and nothing says what then',
      mutate: (stack) =>
        stack.set(`${BIRCH}/Cloud/Machine/Resource`, 'scheduling.instance_termination_action', undefined),
      noticed: 'while it is made',
      says: 'max_run_duration needs instance_termination_action',
    },
    {
      title: 'A machine cannot be deleted',
      mutate: (stack) => stack.set(`${BIRCH}/Cloud/Machine/Resource`, 'deletion_protection', true),
      noticed: 'when it is taken away',
      says: 'instance Deletion Protection is enabled',
    },
    {
      title: 'A tunnel is opened to a machine that is not there',
      mutate: (stack) => stack.set(`${BIRCH}/Cloud/Machine/Tunnels`, 'instance', 'birch'),
      noticed: 'while it is made',
      says: 'instances/birch": it does not exist',
    },
  ],
};

/** Names the account as text, where Terraform would have waited for a reference. */
const nameAccountEarly = (stack: StackFiles): void => {
  const members = stack.get(CONNECTING, 'members') as readonly string[];
  const early = members.map((each) =>
    each.includes(AIKO) && each.startsWith('${') ? `serviceAccount:${DEPLOYER}` : each,
  );
  stack.set(CONNECTING, 'members', early);
};

/** What a project knows of workflows on GitHub. */
export const GITHUB_MUTANTS: MutatedStack = {
  about: 'Workflows on GitHub',
  stack: 'cell-1',
  example: 'mlsd-fall',
  after: [],
  mutants: [
    {
      title: 'Workflows of everybody on GitHub are known',
      mutate: (stack) => stack.set('Github/Provider', 'attribute_condition', undefined),
      noticed: 'while it is made',
      says: "everybody can have tokens of https://token.actions.githubusercontent.com, so the attribute condition must reference one of the provider's claims",
    },
    {
      title: 'What workflows deploy as is named without waiting for it, and stands by luck',
      mutate: nameAccountEarly,
      race: {
        first: { type: 'google_service_account', having: { account_id: `deploy-${AIKO}` } },
        then: [CONNECT],
      },
      noticed: 'by looking at what was made',
      says: `needs google_service_account.Workflows_${AIKO}_`,
    },
  ],
};
