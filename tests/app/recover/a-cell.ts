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
/** What it is found by is known: where it stands and what it is called. */
export const NAMED_BUDGET: FakeResource = {
  ...BUDGET,
  attributes: { billing_account: '0A1B2C-3D4E5F-6A7B8C', display_name: 'Practicum lab-c1' },
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
