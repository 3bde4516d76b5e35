import type { MutatedStack } from './mutant';
import type { Order } from './race';

const AMARA = 'amara-okafor';
const BJORK = 'bjork-g';

const AMARA_FIRST: Order = {
  first: { type: 'helm_release', having: { chart: `./charts/${AMARA}` } },
  then: [{ type: 'helm_release', having: { chart: `./charts/${BJORK}` } }],
};

/** The places of students in a cluster that they share. */
export const SHARD_MUTANTS: MutatedStack = {
  about: 'The places of a shard',
  stack: 'shard-1-01',
  example: 'tier-namespace',
  after: ['cell-1', 'cell-1-services'],
  mutants: [
    {
      title: 'Two students have one bucket',
      mutate: (stack) => stack.set(`${BJORK}/Cloud/Data/Resource`, 'name', 'tier-shared-amara-okafor-data'),
      noticed: 'while it is made',
      says: 'The bucket tier-shared-amara-okafor-data stands in this project already: import it, or choose another name',
    },
    {
      title: 'Two students have one repository',
      mutate: (stack) => stack.set(`${BJORK}/Cloud/Images/Resource`, 'repository_id', AMARA),
      noticed: 'while it is made',
      says: `repositories/${AMARA} already exists`,
    },
    {
      title: 'The name of a repository has a capital letter',
      mutate: (stack) => stack.set(`${AMARA}/Cloud/Images/Resource`, 'repository_id', 'Amara'),
      noticed: 'while it is made',
      says: 'Invalid repository id "Amara": at most 63 lower-case letters, digits and hyphens',
    },
    {
      title: 'A role is given on a repository that is not there',
      mutate: (stack) => stack.set(`${AMARA}/Cloud/Images/Readers`, 'repository', 'amara'),
      noticed: 'while it is made',
      says: 'repositories/amara": it does not exist',
    },
    {
      title: 'A role is given on a bucket that is not there',
      mutate: (stack) => stack.set(`${AMARA}/Cloud/Data/Users`, 'bucket', 'tier-shared-amara-data'),
      noticed: 'while it is made',
      says: 'storage bucket "b/tier-shared-amara-data": it does not exist',
    },
    {
      title: 'A bucket has a condition and no uniform access',
      mutate: (stack) => stack.set(`${AMARA}/Cloud/Data/Resource`, 'uniform_bucket_level_access', false),
      noticed: 'while it is made',
      says: 'conditions need uniform bucket-level access: write uniform_bucket_level_access = true on the bucket',
    },
    {
      title: 'A workload is said to be of a project with another number',
      mutate: (stack) =>
        stack.set(`${AMARA}/Cloud/Data/Users`, 'members', [
          `principal://iam.googleapis.com/projects/123456/locations/global/workloadIdentityPools/tier-shared-c1.svc.id.goog/subject/ns/${AMARA}/sa/lab`,
        ]),
      noticed: 'while it is made',
      says: 'Identity Pool does not exist (tier-shared-c1.svc.id.goog): 123456 is not the number of project tier-shared-c1',
    },
    {
      title: 'Nodes read images as an account that is not there',
      mutate: (stack) =>
        stack.set(`${AMARA}/Cloud/Images/Readers`, 'members', [
          'serviceAccount:lab-node@tier-shared-c1.iam.gserviceaccount.com',
        ]),
      noticed: 'while it is made',
      says: 'Service account lab-node@tier-shared-c1.iam.gserviceaccount.com does not exist: let the binding depend on its google_service_account',
    },
    {
      title: 'A bucket keeps deleted objects for an hour',
      mutate: (stack) =>
        stack.set(`${AMARA}/Cloud/Data/Resource`, 'soft_delete_policy.retention_duration_seconds', 3600),
      noticed: 'while it is made',
      says: 'Invalid soft delete retention: 3600 seconds. It is 0, or from 604800 (7 days) to 7776000 (90 days)',
    },
    {
      title: 'Two releases have one name',
      mutate: (stack) => stack.set(`${BJORK}/Place/Resource`, 'name', AMARA),
      race: AMARA_FIRST,
      noticed: 'while it is made',
      says: 'cannot re-use a name that is still in use',
    },
    {
      title: 'Objects are put into a namespace that is not there',
      mutate: (stack) =>
        stack.changeChart(`${AMARA}/Place/Resource`, (manifest) =>
          manifest.replace(`  namespace: ${AMARA}\n`, '  namespace: amara\n'),
        ),
      noticed: 'while it is made',
      says: 'namespaces "amara" not found',
    },
    {
      title: 'The name of an object is none that Kubernetes takes',
      mutate: (stack) =>
        stack.changeChart(`${AMARA}/Place/Resource`, (manifest) =>
          manifest.replace('  name: deny-all\n', '  name: Deny_All\n'),
        ),
      noticed: 'while it is made',
      says: 'metadata.name: Invalid value: "Deny_All"',
    },
    {
      title: 'An object has a field that its kind has not got',
      mutate: (stack) =>
        stack.changeChart(`${AMARA}/Place/Resource`, (manifest) =>
          manifest.replace('  podSelector: {}\n', '  podSelectors: {}\n'),
        ),
      noticed: 'while it is made',
      says: 'unknown field "spec.podSelectors"',
    },
    {
      title: 'A place brings an object of another student',
      mutate: (stack) =>
        stack.changeChart(`${BJORK}/Place/Resource`, (manifest) => manifest.replaceAll(BJORK, AMARA)),
      race: AMARA_FIRST,
      noticed: 'while it is made',
      says: 'Namespace "amara-okafor" in namespace "" exists and cannot be imported into the current release: invalid ownership metadata; annotation validation error: key "meta.helm.sh/release-name" must equal "bjork-g": current value is "amara-okafor"',
    },
  ],
};
