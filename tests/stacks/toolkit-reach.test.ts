import { Testing } from 'cdk8s';
import { resolveCohort } from '../../src/app/resolve-cohort';
import type { TenantPlan } from '../../src/core/plan/cohort-plan';
import { TenantChart } from '../../stacks/tenant.chart';
import { cohortWithWorkflows } from '../app/charts/cohort-with-workflows';
import type { Manifest } from '../constructs/k8s/synth-construct';
import { inventory } from '../constructs/k8s/synth-construct';
import { valueOf } from '../core/outcomes';

const { plan } = valueOf(
  resolveCohort({ cohort: cohortWithWorkflows().path, at: '2027-01-12T12:00' }, { record: false }),
);
const tenant = plan.shards[0]!.tenants[0]!;
const { network } = plan.cells[0]!.cluster!;

/** Objects of the toolkit in a place. */
const ofWorkflows = (change: Partial<TenantPlan> = {}): readonly string[] => {
  const { cohort, staff } = plan;
  const props = { cohort, staff, network, tenant: { ...tenant, ...change } };
  const objects = new TenantChart(Testing.app(), tenant.handle, props).toJson() as Manifest[];
  return inventory(objects).filter((id) => id.includes('argo-workflows'));
};

const ACCOUNTS = ['ServiceAccount/argo-workflows', 'ServiceAccount/argo-workflows-executor'];
const ROLES = ['RoleBinding/argo-workflows', 'RoleBinding/argo-workflows-executor'];
const OPENING = 'NetworkPolicy/allow-api-server-argo-workflows';
const STANDING = ['ConfigMap/argo-workflows', 'Deployment/argo-workflows'];

test('A place with workflows has a controller, two accounts with a role each, and one opening', () => {
  expect(ofWorkflows()).toEqual([...STANDING, OPENING, ...ROLES, ...ACCOUNTS].sort());
});

test('While its tenant is held, the accounts hold nothing', () => {
  expect(ofWorkflows({ held: true, members: [] })).toEqual([...STANDING, OPENING, ...ACCOUNTS].sort());
});

test('Whose work it is to set it up has the accounts and the opening, and nothing that stands', () => {
  const toolkits = tenant.toolkits.map((use) => ({ ...use, standing: false }));
  expect(ofWorkflows({ toolkits })).toEqual([OPENING, ...ROLES, ...ACCOUNTS].sort());
});

test('Without the ranges of its cluster no place gets an opening', () => {
  const { cohort, staff } = plan;
  expect(() => new TenantChart(Testing.app(), tenant.handle, { cohort, staff, tenant })).toThrow(
    'argo-workflows needs the ranges of the cluster',
  );
});
