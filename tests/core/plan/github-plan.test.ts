import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { COURSE, aConfig, aCourse, aRoster, aStudent, changed, enrolled } from '../sample-cohort';
import { aPlan, after, tenantsOf } from './a-plan';

const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: github-actions }]'));
const roster = aRoster([aStudent('ada'), aStudent('pia')]);
const GITHUB = 'github: { organisation: Example-W255, organisationId: "9919", repository: "{handle}.lab" }\n';
const PIA = 'places:\n  - { student: pia@example.edu, tier: project }\n';

const planOf = (yaml: string, which = course): CohortPlan =>
  aPlan({ config: aConfig(yaml), course: which, roster });

test('Each place has its own repository and one branch, under the subject that GitHub writes', () => {
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
