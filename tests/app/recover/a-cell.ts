import type { FakeResource } from './fake-stack';
import { FakeStack, importId } from './fake-stack';

const inProject = { project: 'lab-c1', location: 'us-west1', region: 'us-west1', name: 'labs' };

export const PROJECT: FakeResource = { address: 'google_project.p', attributes: { project_id: 'lab-c1' } };
export const SERVICE: FakeResource = {
  address: 'google_project_service.compute',
  attributes: { project: 'lab-c1' },
  needs: [PROJECT.address],
};
export const READY: FakeResource = {
  address: 'terraform_data.ready',
  attributes: {},
  needs: [SERVICE.address],
};
export const NETWORK: FakeResource = {
  address: 'google_compute_network.n',
  attributes: inProject,
  needs: [PROJECT.address, READY.address],
};
export const ROUTER: FakeResource = {
  address: 'google_compute_router.r',
  attributes: inProject,
  needs: [NETWORK.address],
};
export const BUDGET: FakeResource = {
  address: 'google_billing_budget.b',
  attributes: {},
  needs: [PROJECT.address],
};
/** Its name is known only when the network is. */
export const RECORD: FakeResource = {
  address: 'google_dns_record_set.d',
  attributes: { ...inProject, managed_zone: 'labs', type: 'A', name: undefined },
  needs: [NETWORK.address],
  learns: { name: 'labs.example.edu.' },
};

/** A cell of which some things stand in the cloud and others are in the state. */
export function aCell({
  standing = [],
  recorded = [],
  resources = [PROJECT, SERVICE, READY, NETWORK, ROUTER, BUDGET],
}: {
  readonly standing?: readonly FakeResource[];
  readonly recorded?: readonly FakeResource[];
  readonly resources?: readonly FakeResource[];
}): FakeStack {
  const stack = new FakeStack(resources);
  for (const resource of standing) stack.cloud.set(importId(resource), {});
  for (const { address } of recorded) stack.state.add(address);
  return stack;
}
