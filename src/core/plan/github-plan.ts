import type { GithubConfig } from '../config/github.schema';
import type { Handle } from '../domain/ids';
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
  /**
   * What GitHub's token calls a workflow that runs on that branch.
   * @see https://docs.github.com/actions/reference/openid-connect-reference (read 2026-11)
   */
  readonly subject: string;
}

const TOOLKIT = 'github-actions';

/** Where the images of a place may come from, if its labs use workflows and the cohort says where they are. */
export function githubOf(
  config: GithubConfig | undefined,
  handle: Handle,
  toolkits: readonly ToolkitPlan[],
): GithubPlan | undefined {
  if (config === undefined || !toolkits.some(({ id }) => id === TOOLKIT)) return undefined;
  const { organisation, organisationId, branch } = config;
  const repository = `${organisation}/${config.repository.replace('{handle}', handle)}`;
  const subject = `repo:${repository}:ref:refs/heads/${branch}`;
  return { organisation, organisationId, repository, branch, subject };
}

/** Says what is missing where labs use workflows and nobody said whose. */
export function githubNotices({ config, course }: PlanInputs): readonly string[] {
  if (config.github !== undefined) return [];
  const labs = course.labs.filter(({ toolkits }) => toolkits.some(({ id }) => id === TOOLKIT));
  if (labs.length === 0) return [];
  return [
    `workflows push no images: ${labs.map(({ id }) => id).join(', ')} use ${TOOLKIT}, and cohort.yaml has no "github"`,
  ];
}

/** What a project has to know of an organisation. */
export const organisationOf = ({ organisation, organisationId }: GithubPlan): GithubOrganisationPlan => ({
  organisation,
  organisationId,
});
