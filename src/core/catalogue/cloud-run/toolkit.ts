import { allowance } from '../allowance';
import { PYTHON_IMAGE } from '../build/python-image';
import type { Toolkit } from '../toolkit';
import { EMPTY_SERVICE } from './empty-service';
import { INSTANCE, MAX_INSTANCES } from './instances';
import { DOCKERFILE, SERVICE_SOURCE, deployScript } from './service-source';

/** Nothing of it runs in a place. */
const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0 });

/** A price as people write it, without an exponent. */
const plainly = (usd: number): string => usd.toFixed(8).replace(/0+$/, '');

/** One service on Cloud Run for each place: made empty by Practicum, filled by the student. */
export const cloudRun: Toolkit = {
  id: 'cloud-run',
  title: 'Cloud Run',
  area: 'serving',
  gives: 'A service of your own that runs your image only while somebody asks it.',
  licence: 'LicenseRef-Google-Cloud',
  homepage: 'https://cloud.google.com/run',
  sizes: { small: NOTHING, normal: NOTHING, large: NOTHING },
  images: [EMPTY_SERVICE, PYTHON_IMAGE],
  cloud: { apis: ['run.googleapis.com'] },
  examples: (place) => [
    { name: 'Dockerfile', text: DOCKERFILE },
    { name: 'service.py', text: SERVICE_SOURCE },
    { name: 'deploy.sh', text: deployScript(place) },
  ],
  handout: ({ namespace, bucket }) =>
    [
      `Your service is called \`${namespace}\` and says hello until you deploy. \`sh deploy.sh\` builds the image of the folder, pushes it to your registry, deploys it and asks it for a prediction:`,
      '',
      '```sh',
      'gcloud auth login',
      'sh deploy.sh',
      '```',
      '',
      'It costs nothing while nobody asks. Only you and the staff get an answer: `curl` with your identity token, as `deploy.sh` does. ' +
        `It runs as an account of its own, which reads and writes \`gs://${bucket}\` and nothing else. ` +
        'You can change all of its revisions, not who may call it, and make no second service. ' +
        `At most ${MAX_INSTANCES} instances run at once; leave \`--max-instances\` and the account as they are.`,
      '',
      'What it prints goes to a log that staff read; what failed in a deploy, `gcloud` says itself.',
    ].join('\n'),
  dashboards: {
    none: 'it runs outside of the cluster; its page of the Google Cloud console has its own metrics',
  },
  alsoCosts: {
    items: () => [
      { key: 'Cloud Run vCPU', amount: MAX_INSTANCES * INSTANCE.vcpus, when: 'answering' },
      { key: 'Cloud Run GiB', amount: MAX_INSTANCES * INSTANCE.gib, when: 'answering' },
    ],
    says: (_, { cloudRun: { vcpuSecond, gibSecond, millionRequests } }) =>
      `$${plainly(vcpuSecond.usd)} for each vCPU-second and $${plainly(gibSecond.usd)} for each GiB-second in which requests are answered, and $${millionRequests.usd.toFixed(2)} a million requests, beyond what Google gives away each month`,
  },
  shown: {
    how: 'not here',
    why: 'Cloud Run is a service of Google: its service, account and grants are made in the rehearsal and proven, and the example is run as a process, its script with stand-ins for gcloud and docker',
  },
};
