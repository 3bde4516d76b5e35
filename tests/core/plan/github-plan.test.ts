import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { aPlan, after, tenantsOf } from './a-plan';

const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: github-actions }]'));
const roster = aRoster([aStudent('ada'), aStudent('pia')]);
const GITHUB = 'github: { organisation: Example-W255, organisationId: "9919", repository: "{handle}.lab" }\n';
const PIA = 'places:\n  - { student: pia@example.edu, tier: project }\n';

const planOf = (yaml: string, which = course): CohortPlan =>
  aPlan({ config: aConfig(yaml), course: which, roster });

test('Each place has its own repository and one branch, under the name that its workflows are known by', () => {
  expect(tenantsOf(planOf(GITHUB)).map(({ github }) => github)).toEqual(
    ['ada', 'pia'].map((handle) => ({
      organisation: 'Example-W255',
      organisationId: '9919',
      repository: `Example-W255/${handle}.lab`,
      branch: 'main',
      subject: `repo:Example-W255/${handle}.lab:ref:refs/heads/main`,
    })),
  );
});

test('The project of a registry knows the organisation, and no other project does', () => {
  const plan = planOf(`${GITHUB}${PIA}`);
  const [cell] = plan.cells;
  expect(cell!.github).toEqual({ organisation: 'Example-W255', organisationId: '9919' });
  expect(cell!.project.apis).toContain('sts.googleapis.com');
  const [ada, pia] = tenantsOf(plan);
  expect([ada!.project, pia!.project!.apis.includes('sts.googleapis.com')]).toEqual([undefined, true]);
});

test('A cell whose registries are all in projects of their own knows no organisation', () => {
  const [cell] = planOf(`${GITHUB}tier: project\n`).cells;
  expect(cell).not.toHaveProperty('github');
  expect(cell!.project.apis).not.toContain('sts.googleapis.com');
});

test('It goes on knowing the organisation when the last place of it is gone: a deleted pool keeps its id for 30 days', () => {
  const config = aConfig(GITHUB);
  const everybody = enrolled(config, roster, course);
  const gone = after(after(everybody, 'destroyed', 'ada@example.edu'), 'destroyed', 'pia@example.edu');
  const [cell] = aPlan({ config, course, roster: aRoster([]), ledger: gone }).cells;
  expect(cell!.github).toEqual({ organisation: 'Example-W255', organisationId: '9919' });
  expect(cell!.project.apis).toContain('sts.googleapis.com');
});

test('Without a lab that uses workflows nothing of GitHub is there', () => {
  const plan = planOf(GITHUB, aCourse());
  expect(JSON.stringify(plan)).not.toContain('Example-W255');
  expect(plan.notices.join()).not.toContain('github');
});

test('Labs that use workflows without a word on whose are told of', () => {
  expect(planOf('').notices).toContain(
    'workflows push no images: lab1 use github-actions, and cohort.yaml has no "github"',
  );
});

test('A place that is held keeps its repository in the plan: access is for the stacks to give', () => {
  const config = aConfig(GITHUB);
  const ledger = after(enrolled(config, roster, course), 'held', 'ada@example.edu');
  const [ada] = tenantsOf(aPlan({ config, course, roster, ledger }));
  expect([ada!.held, ada!.github!.repository]).toEqual([true, 'Example-W255/ada.lab']);
});

const DEPLOYS = GITHUB.replace(' }', ', deploys: true }');
const DEPLOYS_ADA = 'serviceAccount:deploy-ada@mlops-fall27-c1.iam.gserviceaccount.com';
const CLEO = 'places:\n  - { student: pia@example.edu, tier: cluster }\n';

/** Who may connect to the cluster of a project, to the end of the term. */
const connecting = ({ access }: CohortPlan['cells'][number]['project']): readonly string[] =>
  access.flatMap(({ role, members, expires }) =>
    role === 'roles/container.clusterViewer' && expires !== undefined ? members : [],
  );

test('Workflows that deploy do so as an account in the project of the cluster, to the end of the term', () => {
  const plan = planOf(`${DEPLOYS}${PIA}`);
  const [ada, pia] = tenantsOf(plan).map(({ github }) => github!.deployer);
  expect(ada).toEqual({
    project: 'mlops-fall27-c1',
    account: 'deploy-ada',
    email: 'deploy-ada@mlops-fall27-c1.iam.gserviceaccount.com',
    cluster: 'projects/mlops-fall27-c1/locations/us-west1/clusters/mlops-fall27-c1',
    expires: plan.term.accessEnds,
  });
  // Her project has a registry and no cluster.
  expect([pia!.project, pia!.account]).toEqual(['mlops-fall27-c1', 'deploy-pia']);
  expect(plan.cells[0]!.deployers).toEqual([
    { handle: 'ada', account: 'deploy-ada' },
    { handle: 'pia', account: 'deploy-pia' },
  ]);
  expect(connecting(plan.cells[0]!.project)).toEqual([
    'user:ada@example.edu',
    'user:pia@example.edu',
    DEPLOYS_ADA,
    'serviceAccount:deploy-pia@mlops-fall27-c1.iam.gserviceaccount.com',
  ]);
});

test('They push as that account too, beside the student', () => {
  const [ada] = tenantsOf(planOf(DEPLOYS));
  expect(ada!.registry.writers).toEqual(['user:ada@example.edu', DEPLOYS_ADA]);
  expect(ada!.bucket.users).toEqual(['user:ada@example.edu']);
});

test('In a cluster of its own a place has the account in its own project', () => {
  const plan = planOf(`${DEPLOYS}${CLEO}`);
  const pia = tenantsOf(plan)[1]!;
  expect(pia.github!.deployer).toMatchObject({
    project: 'mlops-fall27-pia',
    cluster: 'projects/mlops-fall27-pia/locations/us-west1/clusters/mlops-fall27-pia',
  });
  expect(connecting(pia.project!)).toEqual([
    'user:pia@example.edu',
    'serviceAccount:deploy-pia@mlops-fall27-pia.iam.gserviceaccount.com',
  ]);
  expect(plan.cells[0]!.deployers).toEqual([{ handle: 'ada', account: 'deploy-ada' }]);
});

test('While a place is held its account stands and holds nothing', () => {
  const config = aConfig(DEPLOYS);
  const ledger = after(enrolled(config, roster, course), 'held', 'ada@example.edu');
  const plan = aPlan({ config, course, roster, ledger });
  expect(plan.cells[0]!.deployers!.map(({ handle }) => handle)).toEqual(['ada', 'pia']);
  const { cells } = plan;
  const grants = [
    cells.map(({ project }) => project.access),
    tenantsOf(plan).map(({ registry }) => registry),
  ];
  expect(JSON.stringify(grants)).not.toContain('deploy-ada@');
  expect(JSON.stringify(grants)).toContain('deploy-pia@');
});

test('Workflows that only push have no account', () => {
  const text = JSON.stringify(planOf(GITHUB));
  expect(text).not.toContain('deploy-ada');
  expect(text).not.toContain('deployer');
});

test('A cell that is fuller than accounts allow says so', () => {
  const many = aRoster(Array.from({ length: 99 }, (_, index) => aStudent(`s${index}`)));
  const { breaches } = aPlan({ config: aConfig(DEPLOYS), course, roster: many });
  expect(breaches).toEqual([
    {
      limit: 'workflowAccountsPerCell',
      where: 'cell 1',
      value: 99,
      max: 98,
      remedy: 'github: { deploys: false }, since no place moves to another cell; or a cohort per section',
    },
  ]);
});
