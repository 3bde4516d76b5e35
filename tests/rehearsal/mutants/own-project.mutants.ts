import type { MutatedStack } from './mutant';

const DAI = 'dai-nguyen';
const ELIF = 'elif-yilmaz';

/** The projects of students who have one of their own, one of them with a cluster. */
export const OWN_PROJECT_MUTANTS: MutatedStack = {
  about: 'Projects of their own',
  stack: 'shard-1-01',
  example: 'tier-project',
  after: ['cell-1', 'cell-1-services'],
  mutants: [
    {
      title: 'Two students have one project',
      mutate: (stack) => stack.set(`${DAI}/Own/Project/Resource`, 'project_id', 'tier-project-farid-h'),
      noticed: 'while it is made',
      says: 'project id "tier-project-farid-h" is taken, and an id is unique in all of Google Cloud',
    },
    {
      title: "The API of a student's repository is not switched on",
      mutate: (stack) => {
        stack.without(`${DAI}/Own/Project/Ready`, 'depends_on', 'artifactregistry');
        stack.remove(`${DAI}/Own/Project/artifactregistry.googleapis.com`);
      },
      noticed: 'while it is made',
      says: 'artifactregistry.googleapis.com has not been used in project tier-project-dai-nguyen before or it is disabled; enable it with a google_project_service',
    },
    {
      title: "A student's bucket does not wait for the cluster whose workloads use it, and comes too early",
      mutate: (stack) =>
        stack.set(`${ELIF}/Own/Cloud/Data/Resource`, 'depends_on', [
          stack.address(`${ELIF}/Own/Project/Ready`),
        ]),
      race: {
        first: {
          type: 'google_storage_bucket_iam_binding',
          having: { bucket: 'tier-project-elif-yilmaz-data' },
        },
        then: [{ type: 'google_container_cluster' }],
      },
      noticed: 'while it is made',
      says: "Identity Pool does not exist (tier-project-elif-yilmaz.svc.id.goog): it comes with the project's first cluster, so let the binding depend on the google_container_cluster",
    },
    {
      title: "A student's bucket does not wait for the cluster whose workloads use it, and is lucky",
      mutate: (stack) =>
        stack.set(`${ELIF}/Own/Cloud/Data/Resource`, 'depends_on', [
          stack.address(`${ELIF}/Own/Project/Ready`),
        ]),
      race: {
        first: { type: 'google_container_cluster' },
        then: [
          {
            type: 'google_storage_bucket_iam_binding',
            having: { bucket: 'tier-project-elif-yilmaz-data' },
          },
        ],
      },
      noticed: 'by looking at what was made',
      says: 'needs google_container_cluster.elif-yilmaz_Own_Cluster_24CC9103 (tier-project-elif-yilmaz), and nothing makes Terraform wait for it',
    },
    {
      title: "A student's own Autopilot cluster is told to remove its default pool",
      mutate: (stack) => stack.set(`${ELIF}/Own/Cluster/Resource`, 'remove_default_node_pool', true),
      noticed: 'before anything is made',
      says: '"remove_default_node_pool": conflicts with enable_autopilot',
    },
  ],
};
