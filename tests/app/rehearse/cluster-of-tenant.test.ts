import { clusterOfTenant } from '../../../src/app/rehearse/cluster-of-tenant';
import { resolveCohort } from '../../../src/app/resolve-cohort';
import { copyOfExample } from '../temporary-folder';

test('A namespace is in the cell’s cluster, or in the tenant’s own', () => {
  const resolved = resolveCohort(
    { cohort: copyOfExample('tier-project'), at: '2027-01-20T12:00' },
    { record: false },
  );
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { plan } = resolved.value;
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const cluster = (handle: string): string =>
    clusterOfTenant(
      plan,
      tenants.find((tenant) => tenant.handle === handle)!,
    );
  const at = '//container.googleapis.com/projects';
  expect(cluster('dai-nguyen')).toBe(`${at}/tier-project-c1/locations/us-west1/clusters/tier-project-c1`);
  expect(cluster('elif-yilmaz')).toBe(
    `${at}/tier-project-elif-yilmaz/locations/us-west1/clusters/tier-project-elif-yilmaz`,
  );
  expect(() => clusterOfTenant({ ...plan, cells: [] }, tenants[0]!)).toThrow(
    `The cell of ${tenants[0]!.handle} has no cluster`,
  );
});
