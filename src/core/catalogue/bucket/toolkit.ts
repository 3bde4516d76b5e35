import { allowance } from '../allowance';
import { GIB_KEPT, bucketWords, keptIn } from '../build/bucket-costs';
import { job } from '../build/job';
import { passingVolume } from '../build/python-packages';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, environment } from '../build/standing';
import type { CatalogueImage, ExampleFile, Toolkit, ToolkitPlace } from '../toolkit';
import { BUCKET_SCRIPT } from './python-example';

const ID = 'bucket';
const NAME = `${ID}-check`;
/** User that the image has beside root. */
const USER = 1000;
const GCLOUD: CatalogueImage = {
  ref: 'gcr.io/google.com/cloudsdktool/google-cloud-cli:573.0.0-stable@sha256:f5fae73a6f1c60b58a1150ff76771a43620891d4dd74abc527c8eca0d544b385',
  source: 'manifests of a public project that pins it; https://cloud.google.com/sdk/docs/downloads-docker',
  date: '2026-07',
};

/** Shows from inside of the place that pods reach the bucket without a key. */
const check = ({ bucket, allowance: amounts }: ToolkitPlace): ExampleFile => ({
  name: 'check.yaml',
  objects: [
    job({
      toolkit: ID,
      name: NAME,
      user: USER,
      account: 'lab',
      containers: [
        {
          name: 'check',
          image: GCLOUD.ref,
          command: [
            'sh',
            '-c',
            'echo hello | gcloud storage cp - "gs://$BUCKET/hello.txt" && gcloud storage cat "gs://$BUCKET/hello.txt"',
          ],
          // gcloud keeps notes of its own, and its home in the image is not writable.
          env: environment({ BUCKET: bucket, CLOUDSDK_CONFIG: '/tmp/gcloud', HOME: '/tmp' }),
          resources: amountsOf(amounts),
          volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
        },
      ],
      volumes: [passingVolume('tmp', '128Mi')],
    }),
  ],
});

/** The bucket that every place has. */
export const bucket: Toolkit = {
  id: ID,
  title: 'Bucket',
  area: 'state',
  gives: 'A bucket of your own, for data, models and backups.',
  licence: 'LicenseRef-Google-Cloud',
  homepage: 'https://cloud.google.com/storage',
  sizes: {
    small: allowance(['50m', '500m'], ['256Mi', '512Mi'], { services: 0 }),
    normal: allowance(['100m', '1'], ['512Mi', '1Gi'], { services: 0 }),
    large: allowance(['250m', '1'], ['1Gi', '2Gi'], { services: 0, scratch: '1Gi' }),
  },
  images: [GCLOUD],
  examples: (place) => [
    check(place),
    { name: 'bucket.py', text: BUCKET_SCRIPT.replaceAll('BUCKET_NAME', place.bucket) },
  ],
  handout: (place) =>
    [
      `It is \`gs://${place.bucket}\`. On your own machine you reach it as yourself:`,
      '',
      '```sh',
      `gcloud storage cp data.csv gs://${place.bucket}/data/`,
      `gcloud storage ls --recursive gs://${place.bucket}`,
      '```',
      '',
      'Pods reach it without a key when they run as the account `lab`: write `serviceAccountName: lab` into the spec of the pod, and the libraries of Google find it by themselves. `kubectl apply -f check.yaml`, then `kubectl logs job/bucket-check`, shows it: `hello`.',
      'From Python: `bucket.py`, after `gcloud auth application-default login` where you are not in a pod.',
      'What is replaced or deleted can be had back for some time: `gcloud storage ls --all-versions` shows it.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  alsoCosts: {
    items: (size) => [keptIn(GIB_KEPT[size])],
    says: (size, prices) =>
      `what it holds, old versions too, ${bucketWords(GIB_KEPT[size], prices)}; and what is read from outside of Google Cloud`,
  },
  shown: {
    how: 'not here',
    why: 'Cloud Storage is a service of Google; nothing that runs here stands for it',
  },
};
