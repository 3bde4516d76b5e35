import type { Cloud } from '../cloud/cloud';
import { clusterName, projectName, serviceAccountName } from '../provider/cloud-names';
import { projectNumber } from './project-number';

const ADDRESS = String.raw`[^\s@:]+@[^\s@:]+\.[a-z]+`;

/** docs.cloud.google.com/iam/docs/principal-identifiers, 2026-11. */
const MEMBER = new RegExp(
  [
    `(user|group|serviceAccount):${ADDRESS}`,
    String.raw`serviceAccount:[^\s@]+\.svc\.id\.goog\[[^\s/\]]+/[^\s/\]]+\]`,
    String.raw`domain:[a-z0-9-]+(\.[a-z0-9-]+)+`,
    String.raw`project(Owner|Editor|Viewer):\S+`,
    String.raw`principal(Set)?://(iam|cloudresourcemanager)\.googleapis\.com/\S+`,
  ]
    .map((form) => `^${form}$`)
    .join('|'),
);

const PUBLIC = new Set(['allUsers', 'allAuthenticatedUsers']);

/** What the provider refuses of a member without asking Google: provider google 6.50 and PROVIDER, 2026-11. */
export function memberProblem(member: string): string | undefined {
  if (member.startsWith('deleted:')) {
    return `"${member}": Terraform does not support IAM members for deleted principals`;
  }
  if (PUBLIC.has(member) || /.+:.+/.test(member)) return undefined;
  return `"${member}" is not an IAM member: write user:, group:, serviceAccount:, domain:, principal:// or principalSet:// before it`;
}

/** How Google writes a member: addresses in lower case, principals as they are. */
export function normalMember(member: string): string {
  const [kind = '', ...rest] = member.split(':');
  return kind.startsWith('principal') || PUBLIC.has(member)
    ? member
    : `${kind}:${rest.join(':').toLowerCase()}`;
}

/** Why Google refuses a member when it is written to a policy. */
export function memberRefusal(cloud: Cloud, given: string): string | undefined {
  const member = normalMember(given);
  if (PUBLIC.has(member)) {
    return `One or more users named in the policy do not belong to a permitted customer: ${member} is refused by organization policy`;
  }
  if (!MEMBER.test(member)) {
    return `The member ${given} is of an unknown type or form: write user:, group: or serviceAccount: with an address, domain:, principal:// or principalSet://`;
  }
  return serviceAccountRefusal(cloud, member) ?? poolRefusal(cloud, member);
}

/** Only accounts of projects in this cloud can be known not to exist. */
function serviceAccountRefusal(cloud: Cloud, member: string): string | undefined {
  const [, email, project] =
    /^serviceAccount:([^@]+@([^@.]+)\.iam\.gserviceaccount\.com)$/.exec(member) ?? [];
  if (email === undefined || project === undefined) return undefined;
  if (cloud.tryFind(projectName(project)) === undefined) return undefined;
  if (cloud.tryFind(serviceAccountName(project, email)) !== undefined) return undefined;
  return `Service account ${email} does not exist: let the binding depend on its google_service_account`;
}

const POOL =
  /^principal(?:Set)?:\/\/iam\.googleapis\.com\/projects\/(\d+)\/locations\/global\/workloadIdentityPools\/([^/]+)\.svc\.id\.goog\//;
const ACCOUNT_OF_POOL = /^serviceAccount:([^@]+)\.svc\.id\.goog\[/;

/** A project's own pool comes with its first cluster and stays. */
function poolRefusal(cloud: Cloud, member: string): string | undefined {
  const [, number, pool] = POOL.exec(member) ?? [];
  const project = pool ?? ACCOUNT_OF_POOL.exec(member)?.[1];
  if (project === undefined) return undefined;
  if (number !== undefined && number !== projectNumber(project)) {
    return `Identity Pool does not exist (${project}.svc.id.goog): ${number} is not the number of project ${project}`;
  }
  if (hadCluster(cloud, project)) return undefined;
  return (
    `Identity Pool does not exist (${project}.svc.id.goog): it comes with the project's first cluster, ` +
    'so let the binding depend on the google_container_cluster'
  );
}

/** Projects in which a cluster was seen once: looking through all of a large project each time is slow. */
const SEEN = new WeakMap<Cloud, Set<string>>();

function hadCluster(cloud: Cloud, project: string): boolean {
  const seen = SEEN.get(cloud) ?? new Set<string>();
  SEEN.set(cloud, seen);
  if (seen.has(project)) return true;
  const clusters = clusterName(project, '', '').replace(/locations\/.*$/, '');
  const found = cloud
    .inProject(project)
    .some(({ name, type }) => type === 'container.googleapis.com/Cluster' && name.startsWith(clusters));
  if (found) seen.add(project);
  return found;
}
