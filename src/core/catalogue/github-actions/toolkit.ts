import { WEB_CONTAINER } from '../../domain/names';
import { allowance } from '../allowance';
import type { Toolkit, ToolkitPlace } from '../toolkit';
import { deployWorkflow, pushWorkflow } from './workflow';

/** Nothing of it runs in a place. */
const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0 });

/** Where nobody said otherwise. */
const MAIN = 'main';

const whoPushes = (file: string, { registryPath, github }: ToolkitPlace): string =>
  `Put \`${file}\` into \`.github/workflows/\` of the repository that your course made for you. Each push to its branch \`${github?.branch ?? MAIN}\` builds your image and pushes it to \`${registryPath}\`, and so does a run on it that you start by hand; no other repository, no other branch and no pull request can. ${github?.isMade === true ? 'The variable' : 'Your instructor sets the variable'} \`PRACTICUM_IDENTITY_PROVIDER\`${github?.isMade === true ? ' is set already' : ''}.`;

/** How a student runs what a workflow pushed. */
const pushed = (place: ToolkitPlace): string =>
  [
    `${whoPushes('push.yaml', place)} Then run what was pushed:`,
    '',
    '```sh',
    `kubectl set image deployment/web ${WEB_CONTAINER}=${place.registryPath}/api:COMMIT`,
    'kubectl rollout status deployment/web',
    '```',
  ].join('\n');

/** What a workflow runs by itself, and what is left to the student. */
const deployed = (place: ToolkitPlace): string =>
  [
    `${whoPushes('deploy.yaml', place)} Then it rolls the image out in \`${place.namespace}\`, as the container \`${WEB_CONTAINER}\` of a Deployment \`web\`, which the first run makes. Watch it:`,
    '',
    '```sh',
    'kubectl rollout status deployment/web',
    'kubectl get events',
    '```',
    '',
    'The workflow may make, change and delete workloads, Services, settings and routes of your place, as the deadlines of your labs let you. It reads no Secret and no log, enters no pod and deletes no disk. Who may not read Secrets may not change what uses them: a workload that mounts a Secret you roll out yourself.',
  ].join('\n');

/** Workflows on GitHub that push a place's images and may deploy them: known to Google by repository and branch, without a key. */
export const githubActions: Toolkit = {
  id: 'github-actions',
  title: 'GitHub Actions',
  area: 'delivery',
  gives: 'A way for the workflows of your repository to push images to your registry, without a key.',
  licence: 'LicenseRef-GitHub-Terms-of-Service',
  homepage: 'https://docs.github.com/actions',
  sizes: { small: NOTHING, normal: NOTHING, large: NOTHING },
  images: [],
  cloud: { apis: ['sts.googleapis.com'] },
  examples: ({ registryPath, namespace, github }) => {
    const branch = github?.branch ?? MAIN;
    return [
      github?.deployer === undefined
        ? { name: 'push.yaml', text: pushWorkflow(registryPath, branch) }
        : {
            name: 'deploy.yaml',
            text: deployWorkflow({ registryPath, namespace, branch, ...github.deployer }),
          },
    ];
  },
  handout: (place) => (place.github?.deployer === undefined ? pushed(place) : deployed(place)),
  dashboards: { none: 'workflows run at GitHub, which shows them' },
  alsoCosts: { says: () => 'minutes of GitHub for private repositories, by the plan of the organisation' },
  shown: {
    how: 'admitted',
    why: 'pool, provider, account and grants are made in the rehearsal and proven, and what workflows deploy as is tried on a real API; GitHub is not reached from tests',
  },
};
