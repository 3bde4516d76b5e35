import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';
import { pushWorkflow } from './workflow';

/** Nothing of it runs in a place. */
const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0 });

/** Workflows on GitHub that push a place's images: known to Google by repository and branch, without a key. */
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
  examples: ({ registryPath }) => [{ name: 'push.yaml', text: pushWorkflow(registryPath) }],
  handout: ({ registryPath }) =>
    [
      `Put \`push.yaml\` into \`.github/workflows/\` of the repository that your course made for you. Each push to its branch \`main\` builds your image and pushes it to \`${registryPath}\`; no other repository and no other branch can. Your instructor sets the variable \`PRACTICUM_IDENTITY_PROVIDER\`. Then run what was pushed:`,
      '',
      '```sh',
      `kubectl set image deployment/web api=${registryPath}/api:COMMIT`,
      'kubectl rollout status deployment/web',
      '```',
    ].join('\n'),
  alsoCosts: 'minutes of GitHub for private repositories, by the plan of the organisation',
  shown: {
    how: 'admitted',
    why: 'pool, provider and grant are made in the rehearsal and proven; GitHub is not reached from tests',
  },
};
