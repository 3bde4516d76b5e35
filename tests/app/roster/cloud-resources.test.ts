import { cloudResources } from '../../../src/app/roster/cloud-resources';
import { writtenBy } from '../../properties/written';
import { examplePlan } from '../../stacks/example-plans';

/** Terraform resources of each tenant, and the records of its host. */
function countedIn(
  example: 'tier-namespace' | 'tier-project' | 'tier-cluster',
): readonly (readonly [number, number])[] {
  const plan = examplePlan(example);
  const paths = [...writtenBy(plan)]
    .filter(([file]) => /stacks\/shard-[\d-]+\/cdk\.tf\.json$|-places\/cdk\.tf\.json$/.test(file))
    .flatMap(([, text]) =>
      Object.values((JSON.parse(text) as { resource?: Record<string, object> }).resource ?? {}),
    )
    .flatMap((named) => Object.values(named as Record<string, { '//': { metadata: { path: string } } }>))
    .map((block) => block['//'].metadata.path);
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const clusters = tenants.filter(({ tier }) => tier === 'cluster').length;
  const records = paths.filter((path) => path.split('/')[1] === 'Zone').length;
  return tenants.map((tenant) => {
    const own = paths.filter((path) => path.split('/')[1] === tenant.handle).length;
    return [own + (tenant.tier === 'cluster' ? records / clusters : 0), cloudResources(tenant)] as const;
  });
}

test.each(['tier-namespace', 'tier-project', 'tier-cluster'] as const)(
  'In %s a place comes to as many resources as are told',
  (example) => {
    for (const [counted, told] of countedIn(example)) expect(counted).toBe(told);
  },
);
