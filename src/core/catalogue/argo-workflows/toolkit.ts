import type { PlacedObject } from '../../kubernetes/placed-object';
import type { Allowance, ToolkitSize } from '../allowance';
import { allowanceOf } from '../build/pods';
import { PYTHON_IMAGE } from '../build/python-image';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, deployment, environment } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import {
  ARGO_RIGHTS,
  ARGO_USER,
  ARGO_WORKFLOWS,
  CONTROLLER,
  EXECUTOR_IMAGE,
  argoAmounts,
  argoSettings,
} from './settings';
import { WORKFLOW_EXAMPLE } from './workflow-example';

const ID = ARGO_WORKFLOWS;
const HEALTH_PORT = 6060;

function place({ size, namespace }: ToolkitPlace): readonly PlacedObject[] {
  const files = { config: argoSettings(size) };
  return [
    configMap(ID, files),
    deployment({
      toolkit: ID,
      user: ARGO_USER,
      account: ID,
      token: true,
      files,
      containers: [
        {
          name: ID,
          image: CONTROLLER.ref,
          command: ['workflow-controller'],
          args: [
            '--namespaced',
            '--managed-namespace',
            namespace,
            '--configmap',
            ID,
            '--executor-image',
            EXECUTOR_IMAGE.ref,
            '--workflow-workers',
            '4',
          ],
          env: [
            {
              name: 'ARGO_NAMESPACE',
              valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.namespace' } },
            },
            // There is one, and it would ask for leases, which no student holds.
            ...environment({ LEADER_ELECTION_DISABLE: 'true' }),
          ],
          ports: [{ name: 'health', containerPort: HEALTH_PORT }],
          livenessProbe: {
            httpGet: { path: '/healthz', port: HEALTH_PORT },
            initialDelaySeconds: 90,
            periodSeconds: 60,
            timeoutSeconds: 30,
          },
          resources: amountsOf({ ...argoAmounts(size).controller }),
        },
      ],
    }),
  ];
}

const allowanceFor = (size: ToolkitSize): Allowance => {
  const { controller, steps } = argoAmounts(size);
  return allowanceOf([controller, steps]);
};

/** A controller of workflows for each place, which acts there alone and with no more rights than its student has. */
export const argoWorkflows: Toolkit = {
  id: ID,
  title: 'Argo Workflows',
  area: 'pipelines',
  gives: 'A controller of your own that runs workflows: steps as pods, in an order that you draw.',
  licence: 'Apache-2.0',
  homepage: 'https://argoproj.github.io/workflows/',
  sizes: { small: allowanceFor('small'), normal: allowanceFor('normal'), large: allowanceFor('large') },
  images: [CONTROLLER, EXECUTOR_IMAGE, PYTHON_IMAGE],
  place,
  rights: ARGO_RIGHTS,
  openings: ['api-server'],
  examples: () => [{ name: 'houses.yaml', text: WORKFLOW_EXAMPLE }],
  smoke: { kubectl: ['get', 'deployment', ID], says: '1/1' },
  handout: ({ size }) =>
    [
      `A controller stands in your place and reads workflows of your place alone. Of each it runs ${argoAmounts(size).steps.count} steps at once; the others wait.`,
      '',
      '```sh',
      'kubectl create -f houses.yaml     # get, train, judge: each is a pod',
      'kubectl get workflows -w',
      'kubectl get pods -l workflows.argoproj.io/workflow',
      '```',
      '',
      'A workflow that says nothing else runs as the account `argo-workflows-executor`, without root, for an hour at most; a day after it ended it goes. What a step starts is held to the rules of your place, as if you had started it: images, amounts, volumes. A step that is refused says why in `kubectl describe workflow`.',
      '',
      'Steps cannot use Secrets: the controller may read none, and so may start nothing that mounts one. The bucket is reached by the account `lab`, which steps do not run as: what needs it is a Job.',
      'The controller sleeps outside of its labs: a workflow that was running goes on when it wakes.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'a real API takes all of it: accounts with their rights, the workflows of a student, and pods that the controller’s account makes of them; Argo’s own program is not run here',
  },
};
