import { allowance } from '../allowance';
import { cronJob } from '../build/job';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment } from '../build/standing';
import type { ExampleFile, Toolkit, ToolkitPlace } from '../toolkit';
import { NIGHTLY_SCRIPT } from './nightly-example';

const ID = 'cron-jobs';
const NAME = `${ID}-nightly`;

const nightly = ({ bucket, allowance: amounts }: ToolkitPlace): ExampleFile => ({
  name: 'nightly.yaml',
  objects: [
    configMap(ID, { 'nightly.py': NIGHTLY_SCRIPT }, NAME),
    cronJob('30 2 * * *', {
      toolkit: ID,
      name: NAME,
      user: ANY_USER,
      account: 'lab',
      containers: [
        {
          name: 'nightly',
          image: PYTHON_IMAGE.ref,
          command: ['python3', '-u', '/job/nightly.py'],
          env: environment({ BUCKET: bucket }),
          resources: amountsOf(amounts),
          volumeMounts: [{ name: 'script', mountPath: '/job', readOnly: true }],
        },
      ],
      volumes: [{ name: 'script', configMap: { name: NAME } }],
    }),
  ],
});

/** Work by the clock, with what Kubernetes has for it. */
export const cronJobs: Toolkit = {
  id: ID,
  title: 'CronJobs',
  area: 'pipelines',
  gives: 'Jobs by the clock in your place, with a nightly batch of predictions to start from.',
  licence: 'Apache-2.0',
  homepage: 'https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/',
  sizes: {
    small: allowance(['100m', '500m'], ['128Mi', '256Mi'], { services: 0 }),
    normal: allowance(['250m', '1'], ['512Mi', '1Gi'], { services: 0 }),
    large: allowance(['500m', '2'], ['1Gi', '2Gi'], { services: 0 }),
  },
  images: [PYTHON_IMAGE],
  examples: (place) => [nightly(place)],
  handout: ({ bucket }) =>
    [
      '```sh',
      'kubectl apply -f nightly.yaml',
      `kubectl create job --from=cronjob/${NAME} tonight-now`,
      'kubectl logs job/tonight-now',
      '```',
      '',
      `The first puts it on the clock, 2:30 at night by UTC (\`spec.timeZone\` says otherwise); the second runs it now. It writes one object a day to \`gs://${bucket}/predictions/\`, the same one if a day runs twice: a Job may always be started anew.`,
      'One run waits for the one before (`concurrencyPolicy: Forbid`). A run that your quota has no room for is tried again; `kubectl get events` says so.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'run',
    what: "the script of `nightly.yaml` with the Job's variables, against stand-ins of Google's; the clock is Kubernetes' own",
  },
};
