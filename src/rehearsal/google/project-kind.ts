import type { Asset } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import { failedPrecondition, notFound } from '../cloud/cloud-error';
import { folderName, projectName, serviceName } from '../provider/cloud-names';
import type { DataKind, ResourceKind } from '../provider/resource-kind';
import { booleanAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { labelledKind } from './labelled-kind';
import { projectNumber } from './project-number';
import { checkProject, projectProblems } from './project-rules';

/** Days until a deleted project is purged: docs.cloud.google.com/resource-manager/docs/creating-managing-projects, 2026-11. */
const PURGED_AFTER_DAYS = 30;

/** A project id is never free again (same page): kept for a hundred years. */
const ID_KEPT_DAYS = 36_525;

const nameOf = (attributes: Attributes) => projectName(requiredText(attributes, 'project_id'));

function folderOf(attributes: Attributes): string | undefined {
  const folder = textAt(attributes, 'folder_id')?.replace(/^folders\//, '');
  return folder === '' ? undefined : folder;
}

/** The provider keeps a folder's number without `folders/`. */
function shortFolder(attributes: Attributes): Attributes {
  const folder = folderOf(attributes);
  return folder === undefined ? {} : { folder_id: folder };
}

const base = labelledKind({
  type: 'google_project',
  assetType: 'cloudresourcemanager.googleapis.com/Project',
  forceNew: ['project_id', 'tags'],
  defaults: { auto_create_network: true, deletion_policy: 'PREVENT' },
  terraformOnly: ['auto_create_network', 'deletion_policy', 'tags'],
  afterImport: { auto_create_network: true, deletion_policy: 'PREVENT', tags: null },
  // Creation is measured (PROVIDER measurements, 2026-11); the provider sleeps 10 s of it. The others are one call each.
  latency: { create: 16, update: 2, delete: 2, read: 0.5 },
  writeRate: {
    about: 'project creations',
    perSecond: 1,
    scope: () => 'projects',
    source: 'docs.cloud.google.com/resource-manager/docs/limits, 2026-11',
  },
  checks: [
    'Ids have the form that Google asks for and are unique, also among deleted projects; names and labels have their characters.',
    'Folder or organization and billing account stand, the account is open; one parent is given, not two and not none.',
    'deletion_policy PREVENT refuses the deletion, ABANDON forgets the project, DELETE deletes it with everything in it.',
    'With auto_create_network = false the provider switches compute.googleapis.com on, which needs billing; otherwise that API brings a default network.',
    'A project comes with its log buckets _Default and _Required.',
  ],
  ignores: [
    'Whether the caller may make projects, link them to billing, and how many of each; who the owner of a new project is.',
    'A project whose billing link fails is not made at all; Google leaves it without billing.',
    'Deletion is immediate; restoring within 30 days, liens, tags and Shared VPC.',
  ],
  project: () => undefined,
  parent: (attributes) => {
    const folder = folderOf(attributes);
    return folder === undefined
      ? `//cloudresourcemanager.googleapis.com/organizations/${textAt(attributes, 'org_id') ?? ''}`
      : folderName(folder);
  },
  name: nameOf,
  importIds: [/^(?:projects\/)?(?<project_id>[a-z][a-z0-9-]+)$/],
  validate: projectProblems,
  check: checkProject,
  plan: shortFolder,
  computed: (attributes) => {
    const id = requiredText(attributes, 'project_id');
    return {
      ...shortFolder(attributes),
      id: `projects/${id}`,
      number: projectNumber(id),
    };
  },
  keepNameForDays: ID_KEPT_DAYS,
});

/** A project: what everything else is in. */
export const projectKind: ResourceKind = {
  ...base,
  create: (planned, operation) => {
    const attributes = base.create(planned, operation);
    furnish(operation.cloud, requiredText(planned, 'project_id'), booleanAt(planned, 'auto_create_network'));
    return attributes;
  },
  delete: (state, { cloud }) => {
    const id = requiredText(state, 'project_id');
    const policy = textAt(state, 'deletion_policy') ?? 'PREVENT';
    if (policy === 'PREVENT') {
      throw failedPrecondition(
        `Cannot destroy project ${id} as deletion_policy is set to PREVENT: ` +
          'write deletion_policy = "DELETE" and apply it before the destroy',
      );
    }
    if (policy === 'ABANDON' || cloud.tryFind(nameOf(state)) === undefined) return;
    deleteProject(cloud, id);
  },
};

/** Deletes a project and everything in it; what other projects and the billing account hold of it stays. */
export function deleteProject(cloud: Cloud, project: string): void {
  for (const asset of cloud.inProject(project)) cloud.remove(asset.name, daysTaken(asset));
  cloud.remove(projectName(project), ID_KEPT_DAYS);
}

/** Names that are unique beyond their project stay taken until it is purged. */
const daysTaken = ({ type }: Asset): number =>
  type === 'storage.googleapis.com/Bucket' ? PURGED_AFTER_DAYS : 0;

/** What a new project has by itself. */
function furnish(cloud: Cloud, project: string, autoCreateNetwork: boolean | undefined): void {
  for (const [bucket, days] of [
    ['_Default', 30],
    ['_Required', 400],
  ] as const) {
    const id = `projects/${project}/locations/global/buckets/${bucket}`;
    cloud.insert({
      name: `//logging.googleapis.com/${id}`,
      type: 'logging.googleapis.com/LogBucket',
      project,
      madeBy: 'google',
      data: {
        id,
        name: id,
        project,
        location: 'global',
        bucket_id: bucket,
        retention_days: days,
        description: '',
        locked: bucket === '_Required',
        enable_analytics: false,
        lifecycle_state: 'ACTIVE',
      },
    });
  }
  if (autoCreateNetwork !== false) return;
  // To delete the default network the provider needs the API, and leaves it on: provider google 6.50 source, 2026-11.
  const service = 'compute.googleapis.com';
  cloud.insert({
    name: serviceName(project, service),
    type: 'serviceusage.googleapis.com/Service',
    project,
    madeBy: 'google',
    data: { id: `${project}/${service}`, project, service },
  });
}

/** A project that another stack made. */
export const projectData: DataKind = {
  type: 'google_project',
  latency: 0.5,
  read: (config, { cloud, provider }) => {
    const id = (textAt(config, 'project_id') ?? textAt(provider, 'project'))?.replace(/^projects\//, '');
    if (id === undefined) {
      throw notFound('no project value set: write project_id, or give the provider a project');
    }
    const data = cloud.tryFind(projectName(id))?.data;
    if (data === undefined) {
      throw notFound(`projects/${id} not found or not in ACTIVE state: apply the stack that makes it first`);
    }
    const labels = data['effective_labels'] ?? {};
    return {
      ...data,
      labels,
      terraform_labels: labels,
      deletion_policy: 'PREVENT',
      auto_create_network: null,
      tags: null,
    };
  },
};
