import { allowance } from '../allowance';
import type { Toolkit } from '../toolkit';

/** Nothing of it runs in a place. */
const NOTHING = allowance(['0', '0'], ['0Mi', '0Mi'], { pods: 0, services: 0 });

const IGNORED = `# What is made from the rest, or is too large: models and data belong into the bucket (dvc).
__pycache__/
*.py[cod]
.venv/
.ipynb_checkpoints/
/data/
/models/
/mlruns/
/wandb/
# What opens something: passwords, keys, and the way into the cluster.
.env
*.pem
*.key
kubeconfig*.yaml
`;

const TEST_WORKFLOW = `# .github/workflows/test.yaml of your repository
name: test
on: [push, pull_request]
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with: { persist-credentials: false }
      - run: python3 -m venv .venv
      - run: .venv/bin/pip install --require-hashes --requirement requirements.txt
      - run: .venv/bin/python -m unittest discover --start-directory tests
`;

/** A repository for each place: made here if the cohort says from what, else by staff; Practicum names it, and knows its workflows. */
export const githubRepository: Toolkit = {
  id: 'github-repository',
  title: 'GitHub repository',
  area: 'delivery',
  gives: 'A repository for your work, under the name that your place has in the course.',
  licence: 'LicenseRef-GitHub-Terms-of-Service',
  homepage: 'https://docs.github.com/repositories',
  sizes: { small: NOTHING, normal: NOTHING, large: NOTHING },
  images: [],
  examples: () => [
    { name: 'gitignore', text: IGNORED },
    { name: 'test.yaml', text: TEST_WORKFLOW },
  ],
  handout: ({ namespace, github }) => {
    const repository = github?.repository ?? `ORGANISATION/lab-${namespace}`;
    const folder = repository.slice(repository.indexOf('/') + 1);
    return [
      github?.isMade === true
        ? 'It is made for you from the template of the course, private, and the account on GitHub that the course knows is invited. Take the invitation, then:'
        : `Your instructor makes it in the organisation of the course, with \`${namespace}\` in its name, and invites the account on GitHub that the course knows. Take the invitation, then:`,
      '',
      '```sh',
      `git clone https://github.com/${repository}.git`,
      `cp gitignore ${folder}/.gitignore`,
      `mkdir -p ${folder}/.github/workflows && cp test.yaml ${folder}/.github/workflows/`,
      '```',
      '',
      'Commit no password, no key and no data: what was pushed once stays in the history.',
    ].join('\n');
  },
  dashboards: { none: 'nothing of it runs' },
  alsoCosts: { says: () => 'nothing for private repositories of an organisation on GitHub Free' },
  shown: {
    how: 'not here',
    why: 'made from a template where the cohort names one, seen in the rehearsal by the real terraform; else staff make it. GitHub is not reached from tests',
  },
};
