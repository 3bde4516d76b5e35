import type { OwnClusterCharts } from '../../stacks/shard-places.stack';
import { ShardPlacesStack, hasOwnCluster } from '../../stacks/shard-places.stack';
import type { Handle } from '../../src/core/domain/ids';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import { examplePlan, findTenant, theShard } from './example-plans';
import { aChart, partOf, synthStack } from './synth-stack';

const chartsOf = (plan: CohortPlan): ReadonlyMap<Handle, OwnClusterCharts> =>
  new Map(
    theShard(plan).tenants.map(({ handle }) => [
      handle,
      { services: aChart(`${handle}-services`), place: aChart(handle) },
    ]),
  );

const synth = (plan: CohortPlan) =>
  synthStack((app) => new ShardPlacesStack(app, { plan, shard: theShard(plan), charts: chartsOf(plan) }));

test('Each own cluster gets what tenants share elsewhere, and its tenant’s place', () => {
  const output = synth(examplePlan('tier-cluster'));
  expect(output.counts()).toEqual({ helm_release: 4 });
  expect(output.counts('data')).toEqual({ google_container_cluster: 2, google_project: 2 });
  expect(output.all('google_container_cluster', 'data')).toEqual(
    ['gala-ruiz', 'hana-kim'].map((handle) => ({
      project: `tier-cluster-${handle}`,
      name: `tier-cluster-${handle}`,
      location: 'us-west1',
    })),
  );
});

test('Tenants of a shared cluster have nothing here', () => {
  const output = synth(examplePlan('tier-project'));
  expect(output.counts()).toEqual({ helm_release: 2 });
  expect(output.text).not.toMatch(/dai-nguyen|farid-h/);
});

test('Each release goes to its tenant’s own cluster, the place after what it needs', () => {
  const output = synth(examplePlan('tier-project'));
  const provider = 'helm.elif-yilmaz';
  expect(output.where('helm_release', 'name', 'practicum-services')).toMatchObject({
    provider,
    namespace: 'practicum-system',
    create_namespace: true,
    chart: './charts/elif-yilmaz-services',
    values: ['{"contentHash":"hash-of-elif-yilmaz-services"}'],
  });
  expect(output.where('helm_release', 'name', 'elif-yilmaz')).toMatchObject({
    provider,
    namespace: 'practicum-system',
    create_namespace: false,
    chart: './charts/elif-yilmaz',
    values: ['{"contentHash":"hash-of-elif-yilmaz"}'],
    depends_on: [expect.stringMatching(/^helm_release\.elif-yilmaz_Services_\w+$/)],
  });
});

test('There is one connection for each cluster, by its tenant’s handle, and none without a name', () => {
  const aliases = synth(examplePlan('tier-cluster'))
    .providers('helm')
    .map(({ alias }) => alias);
  expect(aliases).toEqual(['gala-ruiz', 'hana-kim']);
});

test('It has a state of its own', () => {
  expect(partOf(synth(examplePlan('tier-cluster')), 'terraform')).toMatchObject({
    backend: { local: { path: '../../../../terraform-state/tier-cluster/shard-1-01-places.tfstate' } },
  });
});

test('Only the tier "cluster" has a cluster of its own', () => {
  const plan = examplePlan('tier-project');
  expect(hasOwnCluster(findTenant(plan, 'elif-yilmaz'))).toBe(true);
  expect(hasOwnCluster(findTenant(plan, 'dai-nguyen'))).toBe(false);
});
