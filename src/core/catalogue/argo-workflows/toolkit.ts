import { allowance } from '../allowance';
import { job } from '../build/job';
import { passingVolume } from '../build/python-packages';
import { amountsOf, configMap, environment } from '../build/standing';
import type { CatalogueImage, ExampleFile, Toolkit, ToolkitPlace } from '../toolkit';
import { WORKFLOW_EXAMPLE } from './workflow-example';

const ID = 'argo-workflows';
const NAME = `${ID}-lint`;
/** User of Argo's images. */
const USER = 8737;
const CLI: CatalogueImage = {
  ref: 'quay.io/argoproj/argocli:v4.0.8@sha256:83e93aa9149a51da998c1df4abea7ae2c504e0b0a5892052dc092740f68323e8',
  source: 'https://quay.io/repository/argoproj/argocli',
  date: '2026-08',
};

/** Reads the workflow as Argo would, without a cluster. */
const lint = ({ allowance: amounts }: ToolkitPlace): ExampleFile => ({
  name: 'lint.yaml',
  objects: [
    configMap(ID, { 'houses.yaml': WORKFLOW_EXAMPLE }, NAME),
    job({
      toolkit: ID,
      name: NAME,
      user: USER,
      containers: [
        {
          name: 'lint',
          image: CLI.ref,
          command: ['argo', 'lint', '--offline', '/workflows/houses.yaml'],
          env: environment({ HOME: '/tmp' }),
          resources: amountsOf(amounts),
          volumeMounts: [
            { name: 'workflows', mountPath: '/workflows', readOnly: true },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [{ name: 'workflows', configMap: { name: NAME } }, passingVolume('tmp', '16Mi')],
    }),
  ],
});

/** Argo Workflows, written and checked in the place, and run on a cluster of one's own. */
export const argoWorkflows: Toolkit = {
  id: ID,
  title: 'Argo Workflows',
  area: 'pipelines',
  gives: 'A workflow to write and check; it is run on a cluster of your own, and Airflow runs in your place.',
  licence: 'Apache-2.0',
  homepage: 'https://argoproj.github.io/workflows/',
  sizes: {
    small: allowance(['50m', '250m'], ['64Mi', '256Mi'], { services: 0 }),
    normal: allowance(['100m', '500m'], ['128Mi', '512Mi'], { services: 0 }),
    large: allowance(['250m', '1'], ['256Mi', '1Gi'], { services: 0 }),
  },
  images: [CLI],
  examples: (place) => [lint(place), { name: 'houses.yaml', text: WORKFLOW_EXAMPLE }],
  handout: () =>
    [
      'Workflows do not run in your place: each of their pods reports to the API of the cluster, and no pod of a place reaches it. In your place you check them; on your own machine, with [kind](https://kind.sigs.k8s.io) and Argo, you run them.',
      '',
      '```sh',
      'kubectl apply -f lint.yaml && kubectl logs -f job/argo-workflows-lint   # in your place',
      '',
      'kind create cluster                                       # on your machine',
      'kubectl create namespace argo',
      'helm install argo oci://ghcr.io/argoproj/argo-helm/argo-workflows \\',
      '  --version 1.0.24 -n argo --set workflow.serviceAccount.create=true',
      'kubectl create -n default -f houses.yaml && kubectl get -n default workflows -w',
      '```',
      '',
      'The same three steps as a DAG of the toolkit Airflow run in your place; compare what each of the two writes down, and who waits for whom.',
    ].join('\n'),
  shown: {
    how: 'not here',
    why: 'its executor needs the Kubernetes API from the pods of places, which the fence closes; decision 0042 says what would have to be built',
  },
};
