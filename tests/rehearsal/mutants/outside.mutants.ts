import type { MutatedStack } from './mutant';

const AIKO = 'aiko-mori';
const PROJECT = 'mlsd-fall27-c1-run';

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
  ],
};
