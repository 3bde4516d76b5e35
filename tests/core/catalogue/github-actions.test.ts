import { parse } from 'yaml';
import { containersOf, podMakerOf } from '../../../src/core/catalogue/contract/pod-maker';
import { githubActions } from '../../../src/core/catalogue/github-actions/toolkit';
import { predictionApi } from '../../../src/core/catalogue/prediction-api/toolkit';
import { githubRepository } from '../../../src/core/catalogue/github-repository/toolkit';
import { WORKFLOW_EVENTS } from '../../../src/core/domain/workflow-events';
import type { ToolkitPlace } from '../../../src/core/catalogue/toolkit';
import { placeOf } from './a-place';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>> & {
    readonly push: { readonly branches: readonly string[] };
  };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const GITHUB = { repository: 'example-w255/lab-b3kq7', branch: 'release/2027' };
const EMAIL = 'deploy-b3kq7@w255-spring27-c1.iam.gserviceaccount.com';
const CLUSTER = 'projects/w255-spring27-c1/locations/us-west1/clusters/w255-spring27-c1';
const DEPLOYER = { email: EMAIL, cluster: CLUSTER };

const place = (github?: ToolkitPlace['github']): ToolkitPlace => ({
  ...placeOf(githubActions, 'small'),
  ...(github === undefined ? {} : { github }),
});

function workflowOf(github?: ToolkitPlace['github']): {
  readonly name: string;
  readonly workflow: Workflow;
  readonly text: string;
} {
  const [file] = githubActions.examples(place(github));
  if (file === undefined || !('text' in file)) throw new Error('no workflow');
  return { name: file.name, workflow: parse(file.text) as Workflow, text: file.text };
}

const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);

describe.each([
  ['push.yaml', GITHUB],
  ['deploy.yaml', { ...GITHUB, deployer: DEPLOYER }],
])('%s', (name, github) => {
  const { workflow, text, ...file } = workflowOf(github);

  test('is for the one branch that Google knows', () => {
    expect(file.name).toBe(name);
    expect(workflow.on.push.branches).toEqual(['release/2027']);
    expect(githubActions.handout(place(github))).toContain('its branch `release/2027`');
  });

  test('runs on what Google knows, so also by hand, and on nothing that others start', () => {
    expect(Object.keys(workflow.on)).toEqual([...WORKFLOW_EVENTS]);
  });

  test('holds no key: it says who it is, and reads its repository', () => {
    expect(workflow.permissions).toEqual({ contents: 'read', 'id-token': 'write' });
    expect(text).not.toMatch(/secrets\.|credentials_json|private_key/);
  });

  test('pins each action to a commit, with the version beside it', () => {
    for (const { uses } of stepsOf(workflow))
      expect(uses ?? 'a/b@'.padEnd(44, '0')).toMatch(/^[\w./-]+@[0-9a-f]{40}$/);
    for (const [line] of text.matchAll(/uses: .*/g)) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
  });
});

test('Without a word on whose repository it is, the branch is main and nothing is deployed', () => {
  const { name, workflow } = workflowOf();
  expect([name, workflow.on.push.branches]).toEqual(['push.yaml', ['main']]);
});

test('What only pushes acts as itself and comes to no cluster', () => {
  const { workflow, text } = workflowOf(GITHUB);
  expect(text).not.toContain('service_account');
  expect(stepsOf(workflow).some(({ uses }) => uses?.includes('get-gke-credentials'))).toBe(false);
});

test('What deploys acts as the account of the place, and comes to its namespace by the name of the cluster’s endpoint', () => {
  const { workflow } = workflowOf({ ...GITHUB, deployer: DEPLOYER });
  const using = (action: string) => stepsOf(workflow).find(({ uses }) => uses?.includes(action))?.with;
  expect(using('google-github-actions/auth')).toMatchObject({ service_account: EMAIL });
  expect(using('get-gke-credentials')).toEqual({
    cluster_name: CLUSTER,
    namespace: 'b3kq7',
    use_dns_based_endpoint: true,
  });
  const runs = stepsOf(workflow).flatMap(({ run }) => run ?? []);
  expect(runs.findIndex((run) => run.includes('docker push'))).toBeLessThan(
    runs.findIndex((run) => run.includes('kubectl set image')),
  );
});

test('What is rolled out is a container of the service that students start from', () => {
  const texts = [GITHUB, { ...GITHUB, deployer: DEPLOYER }].flatMap((github) => [
    workflowOf(github).text,
    githubActions.handout(place(github)),
  ]);
  const set = texts.flatMap((text) => [...text.matchAll(/set image deployment\/(\w+) (\w+)=/g)]);
  expect(set.length).toBeGreaterThanOrEqual(3);
  const objects = predictionApi
    .examples(placeOf(predictionApi, 'small'))
    .flatMap((file) => ('objects' in file ? file.objects : []));
  for (const [, workload, container] of set) {
    const found = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === workload)!;
    const names = containersOf(podMakerOf(found, objects)!).map((each) => each.container['name']);
    expect(names).toEqual([container]);
  }
});

test('The page of the repository names it as the cohort does', () => {
  expect(githubRepository.handout(place(GITHUB))).toContain(
    'git clone https://github.com/example-w255/lab-b3kq7.git',
  );
  expect(githubRepository.handout(place())).toContain('https://github.com/ORGANISATION/lab-b3kq7.git');
});

test('Who sets the variable is told, and that a repository is made where it is', () => {
  const told = (isMade: boolean): string => githubActions.handout(place({ ...GITHUB, isMade }));
  expect(told(false)).toContain('Your instructor sets the variable `PRACTICUM_IDENTITY_PROVIDER`.');
  expect(told(true)).toContain('The variable `PRACTICUM_IDENTITY_PROVIDER` is set already.');
  expect(githubRepository.handout(place({ ...GITHUB, isMade: true }))).toContain('It is made for you');
  expect(githubRepository.handout(place(GITHUB))).toContain('Your instructor makes it');
});
