import type { CohortConfig } from '../config/cohort.schema';
import type { GithubConfig } from '../config/github.schema';
import type { Course } from '../course/course.schema';
import type { Handle, ProjectId } from '../domain/ids';
import { deployerAccountId, serviceAccountEmail, serviceAccountMember } from '../domain/names';
import type { Instant } from '../domain/time';
import type { PlanInputs } from './plan-inputs';
import type { ToolkitPlan } from './toolkits-plan';

/** Organisation on GitHub whose workflows a project knows. */
export interface GithubOrganisationPlan {
  readonly organisation: string;
  /** Number of the organisation: a name can be taken by others, a number cannot. */
  readonly organisationId: string;
}

/** The one repository and branch whose workflows may push into a place's registry. */
export interface GithubPlan extends GithubOrganisationPlan {
  /** With its owner: `example-w255/lab-amara`. */
  readonly repository: string;
  readonly branch: string;
  /** What the project that knows them calls workflows that run on that branch: `GithubFederation` says from which claims. */
  readonly subject: string;
  /** Present where workflows deploy what they pushed. */
  readonly deployer?: DeployerPlan;
}

/** The account that workflows of one place act as, with nothing of its own in any other place. */
export interface DeployerPlan {
  /** Project of the cluster that the place is in. */
  readonly project: ProjectId;
  readonly account: string;
  /** What the cluster calls it. */
  readonly email: string;
  /** The cluster, as Google names it in full. */
  readonly cluster: string;
  /** From here on nobody acts as it. */
  readonly expires: Instant;
}

const TOOLKIT = 'github-actions';

interface Tenant {
  readonly handle: Handle;
  readonly toolkits: readonly ToolkitPlan[];
  /** The cluster that its place is in. */
  readonly cluster: { readonly project: ProjectId; readonly name: string; readonly location: string };
  /** When access of tenants ends. */
  readonly accessEnds: Instant;
}

/** Where the images of a place may come from, if its labs use workflows and the cohort says where they are. */
export function githubOf(config: GithubConfig | undefined, tenant: Tenant): GithubPlan | undefined {
  const { handle, toolkits } = tenant;
  if (config === undefined || !toolkits.some(({ id }) => id === TOOLKIT)) return undefined;
  const { organisation, organisationId, branch } = config;
  const repository = `${organisation}/${config.repository.replace('{handle}', handle)}`;
  const subject = `repo:${repository}:ref:refs/heads/${branch}`;
  const known = { organisation, organisationId, repository, branch, subject };
  return config.deploys ? { ...known, deployer: deployerOf(tenant) } : known;
}

function deployerOf({ handle, cluster, accessEnds }: Tenant): DeployerPlan {
  const { project, name, location } = cluster;
  const account = deployerAccountId(handle);
  return {
    project,
    account,
    email: serviceAccountEmail(account, project),
    cluster: `projects/${project}/locations/${location}/clusters/${name}`,
    expires: accessEnds,
  };
}

/** IAM members that workflows of these places deploy as; none of a place that is held. */
export const deployersOf = (
  tenants: readonly { readonly held: boolean; readonly github?: GithubPlan }[],
): readonly string[] =>
  tenants.flatMap(({ held, github }) =>
    held || github?.deployer === undefined
      ? []
      : [serviceAccountMember(github.deployer.account, github.deployer.project)],
  );

/**
 * Whether clusters that tenants share have an account for each of them. It is asked of course and cohort and not of who is
 * there now, since cells are filled by it.
 */
export const sharesDeployers = (
  { labs }: Pick<Course, 'labs'>,
  { github, tier, places }: Pick<CohortConfig, 'github' | 'tier' | 'places'>,
): boolean =>
  github?.deploys === true &&
  labs.some(({ toolkits }) => toolkits.some(({ id }) => id === TOOLKIT)) &&
  [tier, ...places.map((place) => place.tier ?? tier)].some((each) => each !== 'cluster');

/** Says what is missing where labs use workflows and nobody said whose. */
export function githubNotices({ config, course }: PlanInputs): readonly string[] {
  if (config.github !== undefined) return [];
  const labs = course.labs.filter(({ toolkits }) => toolkits.some(({ id }) => id === TOOLKIT));
  if (labs.length === 0) return [];
  return [
    `workflows push no images: ${labs.map(({ id }) => id).join(', ')} use ${TOOLKIT}, and cohort.yaml has no "github"`,
  ];
}

/**
 * What the project of a cell has to know of an organisation, where registries are in it. It is asked of course and cohort and
 * not of who is there now: a pool of identities that is deleted keeps its id for 30 days, and the next student could not push.
 */
export const organisationKnownTo = (
  { labs }: Pick<Course, 'labs'>,
  { github, tier, places }: Pick<CohortConfig, 'github' | 'tier' | 'places'>,
): GithubOrganisationPlan | undefined =>
  github !== undefined &&
  labs.some(({ toolkits }) => toolkits.some(({ id }) => id === TOOLKIT)) &&
  [tier, ...places.map((place) => place.tier ?? tier)].includes('namespace')
    ? { organisation: github.organisation, organisationId: github.organisationId }
    : undefined;
