import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { JobProps } from '../build/job';
import { cronJob, job } from '../build/job';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { ANY_USER, PYTHON_IMAGE } from '../build/python-image';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, configMap, environment } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { DRIFT_REPORT } from './program';

const ID = 'drift-report';
const PROGRAM = 'drift_report.py';
const NIGHTLY = 'drift-report-nightly';

const REPORT: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['100m', '500m'], ['128Mi', '256Mi']),
  normal: pods(1, ['250m', '1'], ['512Mi', '1Gi']),
  large: pods(1, ['500m', '1'], ['1Gi', '4Gi']),
};

/** Tables are read from the bucket, and the report goes there. */
export const reportArguments = (bucket: string): readonly string[] => [
  `/program/${PROGRAM}`,
  `gs://${bucket}/drift/reference.csv`,
  `gs://${bucket}/drift/current.csv`,
  `gs://${bucket}/drift/report.html`,
];

const run = ({ bucket, size }: ToolkitPlace, name: string): JobProps => ({
  toolkit: ID,
  name,
  user: ANY_USER,
  account: 'lab',
  containers: [
    {
      name: 'report',
      image: PYTHON_IMAGE.ref,
      command: ['python3', ...reportArguments(bucket)],
      env: environment({ PYTHONDONTWRITEBYTECODE: '1' }),
      resources: amountsOf(REPORT[size]),
      volumeMounts: [{ name: 'program', mountPath: '/program', readOnly: true }],
    },
  ],
  volumes: [{ name: 'program', configMap: { name: ID } }],
});

/** Two tables to begin with: one column stays, one creeps, one jumps. */
export const table = (now: boolean): string =>
  [
    'age,income,visits',
    ...Array.from({ length: 200 }, (_, row) => {
      const spread = (row * 37) % 100;
      const income = 2000 + 30 * spread + (now ? 260 : 0);
      const visits = now ? 12 + (spread % 9) : spread % 9;
      return `${20 + (spread % 50)},${income},${visits}`;
    }),
    '',
  ].join('\n');

const place = (): readonly PlacedObject[] => [configMap(ID, { [PROGRAM]: DRIFT_REPORT })];

/** A report on what has changed in the data; a program of one file, which students read. */
export const driftReport: Toolkit = {
  id: ID,
  title: 'Drift report',
  area: 'experiments',
  gives: 'A program that tells how far data has moved from what a model was trained on.',
  licence: 'PSF-2.0',
  homepage: 'https://docs.python.org/3/',
  sizes: sizesOf(REPORT, (group) => allowanceOf([group])),
  images: [PYTHON_IMAGE],
  place,
  examples: (props) => [
    { name: 'report-job.yaml', objects: [job(run(props, ID))] },
    { name: 'nightly.yaml', objects: [cronJob('30 3 * * *', run(props, NIGHTLY))] },
    { name: 'reference.csv', text: table(false) },
    { name: 'current.csv', text: table(true) },
    { name: PROGRAM, text: DRIFT_REPORT },
  ],
  smoke: { kubectl: ['get', 'configmap', ID, '--output', 'name'], says: `configmap/${ID}` },
  handout: ({ bucket }) =>
    [
      'For each column of numbers it tells the population stability index and the statistic of Kolmogorov and Smirnov, and writes a page. Try it on your machine, then in your place, where it reads from your bucket and writes there:',
      '',
      '```sh',
      `python3 ${PROGRAM} reference.csv current.csv report.html`,
      `gcloud storage cp reference.csv current.csv gs://${bucket}/drift/`,
      'kubectl replace --force -f report-job.yaml',
      `kubectl logs -f job/${ID}`,
      `gcloud storage cp gs://${bucket}/drift/report.html .`,
      '```',
      '',
      'The Job fails if a column has changed much: that is meant. `nightly.yaml` makes a report each night at 3:30 UTC, until you delete it.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'run',
    what: 'the program with these arguments, on a bucket on loopback, with the tables of the example',
  },
};
