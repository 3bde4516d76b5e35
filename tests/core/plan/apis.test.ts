import { TOOLKITS } from '../../../src/core/catalogue/catalogue';
import { CELL_APIS, CLUSTER_APIS, PROJECT_APIS } from '../../../src/core/plan/apis';
import { COURSE, aConfig, aCourse, changed } from '../sample-cohort';
import { aPlan } from './a-plan';

test.each([
  ['a cell', CELL_APIS],
  ['a project', PROJECT_APIS],
  ['a project with a cluster', CLUSTER_APIS],
])('The services of %s are named once each, in order', (_, apis) => {
  expect(apis).toEqual([...new Set(apis)].sort());
  expect(apis.filter((api) => !/^[a-z]+\.googleapis\.com$/.test(api))).toEqual([]);
});

test('A project with a cluster has all that one without has, and a cell all that both have', () => {
  expect(PROJECT_APIS.filter((api) => !CLUSTER_APIS.includes(api))).toEqual([]);
  expect(CLUSTER_APIS.filter((api) => !CELL_APIS.includes(api))).toEqual([]);
  expect([PROJECT_APIS, CLUSTER_APIS].map((apis) => apis.includes('container.googleapis.com'))).toEqual([
    false,
    true,
  ]);
});

const GITHUB = 'github: { organisation: example-w255, organisationId: "9919" }\n';

/** Services of all projects of a cohort in which one lab has the toolkit, or none. */
function servicesWith(toolkit: string | undefined, tier: string): ReadonlySet<string> {
  const use = toolkit === undefined ? '[]' : `[{ id: ${toolkit} }]`;
  const course = aCourse(changed(COURSE, '[{ id: redis, setUp: student }]', use));
  const { cells, shards } = aPlan({ config: aConfig(`${GITHUB}tier: ${tier}\n`), course });
  const projects = [
    ...cells.flatMap(({ project, serverless, machines }) => [project, serverless, machines]),
    ...shards.flatMap(({ tenants }) => tenants.map(({ project }) => project)),
  ];
  return new Set(projects.flatMap((project) => project?.apis ?? []));
}

test.each(['namespace', 'project'])(
  'What a toolkit needs of Google is on where a lab uses it, and nothing else comes with it: tier %s',
  (tier) => {
    const without = servicesWith(undefined, tier);
    for (const { id, cloud } of TOOLKITS) {
      const services = servicesWith(id, tier);
      const needed = cloud?.apis ?? [];
      expect([id, needed.filter((each) => !services.has(each))]).toEqual([id, []]);
      const more = [...services].filter((each) => !without.has(each));
      expect([id, more.filter((each) => !needed.includes(each))]).toEqual([id, []]);
    }
  },
);
