import type { MutatedStack } from './mutant';

const ALPHA = 'team-alpha/Log';
const PROJECT = 'csce790-f27-c1-logs';

/** Logs of places in the project that they share. */
export const PLACE_LOG_MUTANTS: MutatedStack = {
  about: 'Logs of places',
  stack: 'shard-1-01',
  example: 'csce790-fall',
  after: ['cell-1', 'cell-1-services'],
  mutants: [
    {
      title: 'A sink leads to a log bucket that is not there',
      mutate: (stack) =>
        stack.set(
          `${ALPHA}/Sink`,
          'destination',
          `logging.googleapis.com/projects/${PROJECT}/locations/us-east1/buckets/alpha`,
        ),
      noticed: 'while it is made',
      says: `Sink team-alpha: logging.googleapis.com/projects/${PROJECT}/locations/us-east1/buckets/alpha does not exist`,
    },
    {
      title: 'A view is to tell namespaces apart, and all share a log bucket',
      mutate: (stack) => stack.set(`${ALPHA}/View`, 'filter', 'resource.labels.namespace_name="team-alpha"'),
      noticed: 'while it is made',
      says: 'a view is filtered by source, log id and resource type only',
    },
    {
      title: 'A role is given on a view that is not there',
      mutate: (stack) => stack.set(`${ALPHA}/Readers`, 'name', 'alpha'),
      noticed: 'while it is made',
      says: 'views/alpha": it does not exist',
    },
  ],
};
