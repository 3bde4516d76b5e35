import type { AssetName } from '../cloud/asset';
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

/** What must stand before a member can be written to a policy: its account, the cluster that brought its pool. */
export function memberNeeds(cloud: Cloud, given: string): readonly AssetName[] {
  const member = normalMember(given);
  const project = poolProjectOf(member)?.project;
  const needed = [
    accountOf(member)?.name,
    project === undefined ? undefined : tryFindCluster(cloud, project),
  ];
  return needed.filter((name) => name !== undefined && cloud.tryFind(name) !== undefined) as AssetName[];
}

function accountOf(member: string): { email: string; project: string; name: AssetName } | undefined {
  const [, email, project] =
    /^serviceAccount:([^@]+@([^@.]+)\.iam\.gserviceaccount\.com)$/.exec(member) ?? [];
  if (email === undefined || project === undefined) return undefined;
  return { email, project, name: serviceAccountName(project, email) };
}

/** Only accounts of projects in this cloud can be known not to exist. */
function serviceAccountRefusal(cloud: Cloud, member: string): string | undefined {
  const account = accountOf(member);
  if (account === undefined || cloud.tryFind(projectName(account.project)) === undefined) return undefined;
  if (cloud.tryFind(account.name) !== undefined) return undefined;
  return `Service account ${account.email} does not exist: let the binding depend on its google_service_account`;
}

const POOL =
  /^principal(?:Set)?:\/\/iam\.googleapis\.com\/projects\/(\d+)\/locations\/global\/workloadIdentityPools\/([^/]+)\.svc\.id\.goog\//;
const ACCOUNT_OF_POOL = /^serviceAccount:([^@]+)\.svc\.id\.goog\[/;

/** The project whose own pool a member is of; its number, if the member says it. */
function poolProjectOf(member: string): { project: string; number: string | undefined } | undefined {
  const [, number, pool] = POOL.exec(member) ?? [];
  const project = pool ?? ACCOUNT_OF_POOL.exec(member)?.[1];
  return project === undefined ? undefined : { project, number };
}

/** A project's own pool comes with its first cluster and stays. */
function poolRefusal(cloud: Cloud, member: string): string | undefined {
  const pool = poolProjectOf(member);
  if (pool === undefined) return undefined;
  const { project, number } = pool;
  if (number !== undefined && number !== projectNumber(project)) {
    return `Identity Pool does not exist (${project}.svc.id.goog): ${number} is not the number of project ${project}`;
  }
  if (tryFindCluster(cloud, project) !== undefined) return undefined;
  return (
    `Identity Pool does not exist (${project}.svc.id.goog): it comes with the project's first cluster, ` +
    'so let the binding depend on the google_container_cluster'
  );
}

/** A cluster that was seen once in a project: looking through all of a large project each time is slow. */
const SEEN = new WeakMap<Cloud, Map<string, AssetName>>();

/** A cluster that stands or stood in a project. */
function tryFindCluster(cloud: Cloud, project: string): AssetName | undefined {
  const seen = SEEN.get(cloud) ?? new Map<string, AssetName>();
  SEEN.set(cloud, seen);
  const known = seen.get(project);
  if (known !== undefined) return known;
  const clusters = clusterName(project, '', '').replace(/locations\/.*$/, '');
  const found = cloud
    .inProject(project)
    .find(({ name, type }) => type === 'container.googleapis.com/Cluster' && name.startsWith(clusters));
  if (found !== undefined) seen.set(project, found.name);
  return found?.name;
}
