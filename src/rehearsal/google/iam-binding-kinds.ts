import { failedPrecondition } from '../cloud/cloud-error';
import { bucketName, projectName, repositoryName } from '../provider/cloud-names';
import type { Latency } from '../provider/resource-kind';
import { booleanAt, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { iamBindingKind } from './iam-binding-kind';
import { secretName } from './secret-name';

/** The provider reads the policy three times a second apart after each write: FACTS, provider google 6.50, 2026-11. */
const LATENCY: Latency = { create: 4, update: 4, delete: 4, read: 0.42 };

/** Changes of one project's policy are gathered for three seconds and written together. */
const BATCHED: Latency = { create: 7, update: 7, delete: 7, read: 0.42 };

const projectOf = (attributes: Attributes, provider: Attributes): string | undefined =>
  textAt(attributes, 'project') ?? textAt(provider, 'project');

/** One role in a project. */
export const projectIamBindingKind = iamBindingKind({
  type: 'google_project_iam_binding',
  identity: ['project'],
  tryTarget: (attributes) => {
    const project = textAt(attributes, 'project')?.replace(/^projects\//, '');
    if (project === undefined) return undefined;
    return { name: projectName(project), id: project, where: `project "${project}"`, filled: {} };
  },
  importIds: [/^(?:projects\/)?(?<project>[^/]+)$/],
  latency: BATCHED,
  ignores: [
    'The owner that a new project has, and the roles of service agents: they count as principals too.',
  ],
});

/** One role in an Artifact Registry repository. */
export const repositoryIamBindingKind = iamBindingKind({
  type: 'google_artifact_registry_repository_iam_binding',
  api: 'artifactregistry.googleapis.com',
  identity: ['project', 'location', 'repository'],
  tryTarget: (attributes, provider) => {
    const given = textAt(attributes, 'repository');
    const path = /^projects\/([^/]+)\/locations\/([^/]+)\/repositories\/([^/]+)$/.exec(given ?? '');
    const project = path?.[1] ?? projectOf(attributes, provider);
    const location = path?.[2] ?? textAt(attributes, 'location') ?? textAt(provider, 'region');
    const repository = path?.[3] ?? given;
    if (project === undefined || location === undefined || repository === undefined) return undefined;
    const id = `projects/${project}/locations/${location}/repositories/${repository}`;
    const where = `artifactregistry repository "${id}"`;
    return { name: repositoryName(project, location, repository), id, where, filled: { project, location } };
  },
  check: (_asset, { condition }, where) => {
    if (condition === undefined) return;
    throw failedPrecondition(
      `Error applying IAM policy for ${where}: Artifact Registry ignores conditions on a repository, ` +
        'so the role would never end: leave the condition out and remove the member when it is time',
    );
  },
  importIds: [
    /^projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/repositories\/(?<repository>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<location>[^/]+)\/(?<repository>[^/]+)$/,
  ],
  latency: LATENCY,
  checks: ['A condition is refused: the service would ignore it.'],
});

/** One role in a bucket. */
export const bucketIamBindingKind = iamBindingKind({
  type: 'google_storage_bucket_iam_binding',
  identity: ['bucket'],
  tryTarget: (attributes) => {
    const bucket = textAt(attributes, 'bucket')?.replace(/^b\//, '');
    if (bucket === undefined) return undefined;
    return { name: bucketName(bucket), id: `b/${bucket}`, where: `storage bucket "b/${bucket}"`, filled: {} };
  },
  check: ({ data }, { condition }, where) => {
    if (condition === undefined || booleanAt(data, 'uniform_bucket_level_access') === true) return;
    throw failedPrecondition(
      `Error applying IAM policy for ${where}: conditions need uniform bucket-level access: ` +
        'write uniform_bucket_level_access = true on the bucket',
    );
  },
  importIds: [/^(?:b\/)?(?<bucket>[^/]+)$/],
  latency: LATENCY,
  checks: ['A condition needs uniform bucket-level access.'],
});

/** One role on a secret. */
export const secretIamBindingKind = iamBindingKind({
  type: 'google_secret_manager_secret_iam_binding',
  api: 'secretmanager.googleapis.com',
  identity: ['project', 'secret_id'],
  tryTarget: (attributes, provider) => {
    const given = textAt(attributes, 'secret_id');
    const path = /^projects\/([^/]+)\/secrets\/([^/]+)$/.exec(given ?? '');
    const project = path?.[1] ?? projectOf(attributes, provider);
    const secret = path?.[2] ?? given;
    if (project === undefined || secret === undefined) return undefined;
    const id = `projects/${project}/secrets/${secret}`;
    return {
      name: secretName(project, secret),
      id,
      where: `secretmanager secret "${id}"`,
      filled: { project },
    };
  },
  importIds: [
    /^projects\/(?<project>[^/]+)\/secrets\/(?<secret_id>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<secret_id>[^/]+)$/,
  ],
  latency: LATENCY,
});
