import type { MutatedStack } from './mutant';

const BUCKET = '//storage.googleapis.com/example-mutants-state';

/** The bucket that keeps what Terraform remembers. */
export const STATE_MUTANTS: MutatedStack = {
  about: 'The bucket of the state',
  stack: 'state',
  example: 'tier-project',
  after: [],
  mutants: [
    {
      title: 'Somebody else has a bucket named like that of the state',
      mutate: () => undefined,
      given: (cloud) =>
        cloud.insert({
          name: BUCKET,
          type: 'storage.googleapis.com/Bucket',
          project: 'somewhere-else',
          data: { name: 'example-mutants-state' },
          madeBy: 'people',
        }),
      noticed: 'while it is made',
      says: 'The bucket name example-mutants-state is taken in another project',
    },
    {
      title: 'The admin project, in which the bucket is made, is not there',
      mutate: (stack) => stack.set('State/Resource', 'project', 'example-labs'),
      noticed: 'while it is made',
      says: 'Permission denied on resource project example-labs (or it may not exist)',
    },
    {
      title: 'There is state in the bucket when it is taken away',
      mutate: () => undefined,
      meanwhile: (cloud) =>
        cloud.insert({
          name: `${BUCKET}/cell-1.tfstate`,
          type: 'storage.googleapis.com/Object',
          parent: BUCKET,
          data: { name: 'cell-1.tfstate' },
          madeBy: 'people',
        }),
      noticed: 'when it is taken away',
      says: 'The bucket example-mutants-state holds 1 object and is deleted only when empty: delete them',
    },
  ],
};
