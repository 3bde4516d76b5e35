import type { PlacedObject } from '../../kubernetes/placed-object';
import type { ToolkitSize } from '../allowance';
import type { PodGroup } from '../build/pods';
import { allowanceOf, pods, sizesOf } from '../build/pods';
import { PODS_SHOWN } from '../build/shown-on';
import { amountsOf, deployment, environment, fromSecret } from '../build/standing';
import type { Toolkit, ToolkitPlace } from '../toolkit';

const ID = 'github-runner';
/** User of the image; its files are this user's. */
const USER = 1001;
const IMAGE =
  'ghcr.io/actions/actions-runner:2.337.0@sha256:e5496277be5d09bc968b3d64911b74e219ac4a3f2edce956a3ecf9271bea1ef4';
const HOME = '/home/runner';

const RUNNER: Readonly<Record<ToolkitSize, PodGroup>> = {
  small: pods(1, ['100m', '1'], ['256Mi', '1Gi'], '4Gi'),
  normal: pods(1, ['250m', '2'], ['512Mi', '2Gi'], '6Gi'),
  large: pods(1, ['500m', '4'], ['1Gi', '4Gi'], '10Gi'),
};

/** Registers once for each pod; one that starts anew takes the place of the one before under the same name, by a token that is still good. */
const START = [
  'set -eu',
  'if [ ! -f .runner ]; then',
  '  ./config.sh --unattended --replace --disableupdate \\',
  '    --url "$REPOSITORY_URL" --token "$REGISTRATION_TOKEN" --name "$RUNNER_NAME" --labels place',
  'fi',
  'unset REGISTRATION_TOKEN',
  'exec ./run.sh',
].join('\n');

function runner({ size, namespace, allowance: { ephemeralStorage } }: ToolkitPlace): readonly PlacedObject[] {
  const amounts = amountsOf(RUNNER[size]);
  return [
    deployment({
      toolkit: ID,
      user: USER,
      initContainers: [
        {
          // The program writes beside itself, and its folder in the image is read only.
          name: 'copy',
          image: IMAGE,
          command: ['sh', '-c', `cp -a ${HOME}/. /copy/`],
          resources: amounts,
          volumeMounts: [{ name: 'home', mountPath: '/copy' }],
        },
      ],
      containers: [
        {
          name: ID,
          image: IMAGE,
          command: ['sh', '-c', START],
          workingDir: HOME,
          env: [
            ...environment({ HOME, RUNNER_NAME: namespace }),
            fromSecret('REGISTRATION_TOKEN', ID, 'token'),
            fromSecret('REPOSITORY_URL', ID, 'url'),
          ],
          resources: amounts,
          volumeMounts: [
            { name: 'home', mountPath: HOME },
            { name: 'tmp', mountPath: '/tmp' },
          ],
        },
      ],
      volumes: [
        { name: 'home', emptyDir: { sizeLimit: ephemeralStorage.times(0.75).toString() } },
        { name: 'tmp', emptyDir: { sizeLimit: ephemeralStorage.times(0.2).toString() } },
      ],
    }),
  ];
}

const WORKFLOW = `# .github/workflows/test.yaml of your repository
name: test
on: push
permissions:
  contents: read
jobs:
  test:
    # The runner in your place; the label "place" is what it was registered with.
    runs-on: [self-hosted, place]
    steps:
      - name: Ask a program of your own place
        run: curl --fail --silent --show-error http://web:80/health
`;

/** A runner for GitHub Actions inside a place: it reaches what the place reaches, and holds no right in the cluster. */
export const githubRunner: Toolkit = {
  id: ID,
  title: 'GitHub Actions runner',
  area: 'delivery',
  gives: 'A runner for the workflows of your repository, inside your place.',
  licence: 'MIT',
  homepage: 'https://docs.github.com/actions/hosting-your-own-runners',
  sizes: sizesOf(RUNNER, (group) => allowanceOf([group])),
  images: [
    {
      ref: IMAGE,
      source: 'manifests of several public projects that pin it; https://github.com/actions/runner/releases',
      date: '2026-09',
    },
  ],
  examples: (place) => [
    { name: 'runner.yaml', objects: runner(place) },
    { name: 'workflow.yaml', text: WORKFLOW },
  ],
  handout: () =>
    [
      'Nothing runs until you register it. In your repository open *Settings, Actions, Runners, New self-hosted runner* and copy the token, which is good for an hour and for one registration:',
      '',
      '```sh',
      'read -rs TOKEN && kubectl create secret generic github-runner --from-literal=token="$TOKEN" \\',
      '  --from-literal=url=https://github.com/YOUR-NAME/YOUR-REPOSITORY; unset TOKEN',
      'kubectl apply -f runner.yaml',
      'kubectl logs -f deployment/github-runner',
      '```',
      '',
      'A pod that starts anew registers anew: after the hour it needs another token, so `kubectl delete secret github-runner` and do the same again.',
      'Use it with private repositories only: whoever opens a pull request in a public one would run their code in your place. It has no Docker: build images on the runners of GitHub.',
    ].join('\n'),
  dashboards: [PODS_SHOWN],
  shown: {
    how: 'admitted',
    why: 'it does nothing without GitHub, which is not reached from tests',
  },
};
