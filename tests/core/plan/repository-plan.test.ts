import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { aPlan, after, tenantsOf } from './a-plan';

const using = (toolkits: string) => aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', toolkits));
const course = using('[{ id: github-actions }]');
const roster = aRoster([aStudent('ada', { github: 'Ada-L' }), aStudent('pia')]);
const github = (more = ''): string =>
  `github: { organisation: example-w255, organisationId: "9919", repositories: { template: Example/lab-template }${more} }\n`;

const planOf = (yaml: string, which = course): CohortPlan =>
  aPlan({ config: aConfig(yaml), course: which, roster });
const repositories = (plan: CohortPlan) => tenantsOf(plan).map(({ repository }) => repository);

test('Each place has a repository of its own, from the template, for the account that the roster says', () => {
  const [ada, pia] = repositories(planOf(github()));
  expect(ada).toEqual({
    owner: 'example-w255',
    name: 'lab-ada',
    template: { owner: 'Example', repository: 'lab-template' },
    collaborators: ['Ada-L'],
    variables: [
      { name: 'PRACTICUM_NAMESPACE', value: 'ada' },
      { name: 'PRACTICUM_REGISTRY', value: 'us-west1-docker.pkg.dev/mlops-fall27-c1/ada' },
    ],
    knownIn: 'mlops-fall27-c1',
  });
  expect(pia).toMatchObject({ name: 'lab-pia', collaborators: [] });
});

test('Its name is the one that Google knows the workflows of', () => {
  for (const { github: known, repository } of tenantsOf(planOf(github())))
    expect(known!.subject).toContain(`repo:${repository!.owner}/${repository!.name}:`);
});

test('Whoever has no account in the roster keeps nobody waiting, and is told of by the name of the place', () => {
  const { notices } = planOf(github());
  expect(notices).toContain(
    '1 of 2 repositories wait for somebody of whom roster.csv names no account on GitHub: pia',
  );
  expect(notices.join()).not.toContain('@');
});

test('Workflows that deploy read where, and as what', () => {
  const [ada] = repositories(planOf(github(', deploys: true')));
  expect(ada!.variables.map(({ name }) => name)).toEqual([
    'PRACTICUM_ACCOUNT',
    'PRACTICUM_CLUSTER',
    'PRACTICUM_NAMESPACE',
    'PRACTICUM_REGISTRY',
  ]);
});

test('A place that is held keeps its repository, and nobody is in it', () => {
  const config = aConfig(github());
  const ledger = after(enrolled(config, roster, course), 'held', 'ada@example.edu');
  const [ada] = repositories(aPlan({ config, course, roster, ledger }));
  expect([ada!.name, ada!.collaborators]).toEqual(['lab-ada', []]);
});

test('A team has one repository for all of its members', () => {
  const config = aConfig(`teamLabs: [lab1]\n${github()}`);
  const team = aRoster([
    aStudent('ada', { team: 'kestrel', github: 'zed' }),
    aStudent('bo', { team: 'kestrel', github: 'bo' }),
  ]);
  const plan = aPlan({ config, course: using('[{ id: github-repository }]'), roster: team });
  const own = tenantsOf(plan).filter(({ repository }) => repository !== undefined);
  expect(own.map(({ repository }) => repository!.collaborators)).toContainEqual(['bo', 'zed']);
});

test('A lab that uses a repository alone has one that pushes nothing', () => {
  const [ada] = repositories(planOf(github(), using('[{ id: github-repository }]')));
  expect(ada).not.toHaveProperty('knownIn');
});

test('Nothing is made where nobody says from what, or no lab uses one', () => {
  const silent = 'github: { organisation: example-w255, organisationId: "9919" }\n';
  for (const plan of [planOf(silent), planOf(github(), aCourse())]) {
    expect(plan).not.toHaveProperty('repositories');
    expect(repositories(plan)).toEqual([undefined, undefined]);
  }
  expect(planOf(github()).repositories).toBe('example-w255');
});

test('A whole class without accounts is told of in one line', () => {
  const many = aRoster(Array.from({ length: 15 }, (_, index) => aStudent(`s${index}`)));
  const { notices } = aPlan({ config: aConfig(github()), course, roster: many });
  expect(notices.find((each) => each.includes('GitHub'))).toMatch(
    /^15 of 15 repositories wait for .*, 5 more$/,
  );
});
