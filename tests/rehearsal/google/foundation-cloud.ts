import type { Asset, AssetName } from '../../../src/rehearsal/cloud/asset';
import { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { CloudError } from '../../../src/rehearsal/cloud/cloud-error';
import { seedOrganization } from '../../../src/rehearsal/google/organization';
import { projectKind } from '../../../src/rehearsal/google/project-kind';
import { clusterName, serviceName } from '../../../src/rehearsal/provider/cloud-names';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import type { ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';

/** 2026-12-01T08:00:00Z */
export const START = 1_796_112_000_000;
export const DAY = 86_400_000;
export const FOLDER = '123456789012';
export const ACCOUNT = '0A1B2C-3D4E5F-6A7B8C';
export const ADMIN = 'example-labs-admin';

/** A cloud with a folder, a billing account and an admin project. */
export function foundationCloud(): Cloud {
  const cloud = new Cloud(START);
  seedOrganization(cloud, { folder: FOLDER, billingAccount: ACCOUNT, adminProject: ADMIN });
  return cloud;
}

/** As the stacks write a project, after the provider's defaults. */
export const PROJECT: Attributes = {
  project_id: 'w255-c1',
  name: 'w255-c1',
  folder_id: FOLDER,
  billing_account: ACCOUNT,
  auto_create_network: false,
  deletion_policy: 'DELETE',
  labels: { 'managed-by': 'practicum' },
};

/** A cloud with the project `w255-c1`, in which some services are on. */
export function projectCloud(...services: readonly string[]): Cloud {
  const cloud = foundationCloud();
  make(cloud, projectKind, PROJECT);
  for (const service of services) {
    const name = serviceName('w255-c1', service);
    if (cloud.tryFind(name) === undefined)
      put(cloud, { name, type: 'serviceusage.googleapis.com/Service', data: {} });
  }
  return cloud;
}

/** Makes something with a kind that answers at once. */
export function make(
  cloud: Cloud,
  kind: ResourceKind,
  planned: Attributes,
  provider: Attributes = {},
): Attributes {
  return kind.create(planned, directOperation(cloud, provider)) as Attributes;
}

export function read(cloud: Cloud, kind: ResourceKind, state: Attributes): Attributes | undefined {
  return kind.read(state, directOperation(cloud)) as Attributes | undefined;
}

export function change(cloud: Cloud, kind: ResourceKind, prior: Attributes, wanted: Attributes): Attributes {
  return kind.update({ ...prior, ...wanted }, prior, directOperation(cloud)) as Attributes;
}

export function destroy(cloud: Cloud, kind: ResourceKind, state: Attributes): void {
  void kind.delete(state, directOperation(cloud));
}

export function importOf(cloud: Cloud, kind: ResourceKind, id: string): Attributes | undefined {
  return kind.importState(id, directOperation(cloud)) as Attributes | undefined;
}

/** What another kind or Google itself put into the project. */
export function put(cloud: Cloud, asset: Pick<Asset, 'name' | 'type' | 'data'>): void {
  cloud.insert({ ...asset, project: 'w255-c1', madeBy: 'google' });
}

export const CLUSTER: AssetName = clusterName('w255-c1', 'us-west1', 'labs');

/** Status and message of a refusal. */
export function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof CloudError) return `${error.status} ${error.message}`;
    throw error;
  }
  throw new Error('It was not refused');
}

/** Paths and messages of what a kind refuses without asking Google. */
export const problems = (kind: ResourceKind, config: Attributes): readonly string[] =>
  kind.validate(config).map(({ path, message }) => `${path.join('.')}: ${message}`);
