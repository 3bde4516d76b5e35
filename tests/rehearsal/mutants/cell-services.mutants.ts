import type { MutatedStack } from './mutant';

const RELEASE = 'Services/Resource';

/** What a cluster has before any student comes. */
export const CELL_SERVICES_MUTANTS: MutatedStack = {
  about: 'The services of a cell',
  stack: 'cell-1-services',
  example: 'tier-namespace',
  after: ['cell-1'],
  mutants: [
    {
      title: 'The chart is another than the release says',
      mutate: (stack) => {
        const values = stack.get(RELEASE, 'values')!;
        stack.changeChart(RELEASE, (manifest) => `${manifest}# edited\n`);
        stack.set(RELEASE, 'values', values);
      },
      noticed: 'before anything is made',
      says: 'Terraform would not notice that the chart changed; synthesise again',
    },
    {
      title: 'The chart is not there',
      mutate: (stack) => stack.set(RELEASE, 'chart', './charts/service'),
      noticed: 'before anything is made',
      says: 'Unable to locate chart ./charts/service: path "./charts/service" not found',
    },
    {
      title: 'An object is of a kind that the cluster has not got',
      mutate: (stack) =>
        stack.changeChart(RELEASE, (manifest) =>
          manifest.replace('kind: Gateway\n', 'kind: VirtualGateway\n'),
        ),
      noticed: 'while it is made',
      says: 'no matches for kind "VirtualGateway" in version "gateway.networking.k8s.io/v1"',
    },
    {
      title: 'The cluster has another name',
      mutate: (stack) => stack.set('Cluster/Cluster', 'name', 'tier-shared-c2'),
      noticed: 'before anything is made',
      says: "The resource 'projects/tier-shared-c1/locations/us-west1/clusters/tier-shared-c2' was not found",
    },
    {
      title: 'The project of the cluster is not there',
      mutate: (stack) => stack.set('Cluster/Project', 'project_id', 'tier-shared-c2'),
      noticed: 'before anything is made',
      says: 'projects/tier-shared-c2 not found or not in ACTIVE state: apply the stack that makes it first',
    },
    {
      title: 'The release is put on a cluster that answers nowhere',
      mutate: (stack) =>
        stack.setInProvider('helm', undefined, 'kubernetes.host', 'https://gke-0.us-west1.gke.goog'),
      noticed: 'while it is made',
      says: 'Kubernetes cluster unreachable: Get "https://gke-0.us-west1.gke.goog/version"',
    },
  ],
};
