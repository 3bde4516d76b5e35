import type { CohortConfig } from '../config/cohort.schema';
import type { Course } from '../course/course.schema';
import type { Handle, ProjectId } from '../domain/ids';
import { byText } from '../domain/sorting';
import type { ShardPlan } from './cohort-plan';
import type { GithubPlan } from './github-plan';
import type { ToolkitPlan } from './toolkits-plan';

/** The repository of a place on GitHub, made from a template and never open to everybody. */
export interface RepositoryPlan {
  readonly owner: string;
  readonly name: string;
  readonly template: { readonly owner: string; readonly repository: string };
  /** Accounts on GitHub of those who work in the place; nobody while it is held. */
  readonly collaborators: readonly string[];
  /** What its workflows read; nothing in it is secret. */
  readonly variables: readonly RepositoryVariable[];
  /** Project whose word on workflows of the repository is taken, where they push. */
  readonly knownIn?: ProjectId;
}

export interface RepositoryVariable {
  readonly name: string;
  readonly value: string;
}

/** Toolkits for which a place has a repository. */
const TOOLKITS = ['github-actions', 'github-repository'];

interface Tenant {
  readonly handle: Handle;
  readonly namespace: string;
  /** Path of its registry, and the project that this is in. */
  readonly registry: { readonly path: string; readonly project: ProjectId };
  readonly toolkits: readonly ToolkitPlan[];
  readonly github: GithubPlan | undefined;
  readonly held: boolean;
  /** Accounts on GitHub, as the roster writes them. */
  readonly logins: readonly string[];
}

/** The repository of a place, where the cohort has some made and a lab uses one. */
export function repositoryOf(
  { github: config }: Pick<CohortConfig, 'github'>,
  tenant: Tenant,
): RepositoryPlan | undefined {
  const { handle, namespace, registry, toolkits, github, held, logins } = tenant;
  if (config?.repositories === undefined || !toolkits.some(({ id }) => TOOLKITS.includes(id)))
    return undefined;
  const [owner = '', repository = ''] = config.repositories.template.split('/');
  const deployer = github?.deployer;
  return {
    owner: config.organisation,
    name: config.repository.replace('{handle}', handle),
    template: { owner, repository },
    collaborators: held ? [] : [...logins].sort(byText(String)),
    variables: variablesOf({
      PRACTICUM_NAMESPACE: namespace,
      PRACTICUM_REGISTRY: registry.path,
      ...(deployer === undefined
        ? {}
        : { PRACTICUM_ACCOUNT: deployer.email, PRACTICUM_CLUSTER: deployer.cluster }),
    }),
    ...(github === undefined ? {} : { knownIn: registry.project }),
  };
}

const variablesOf = (values: Readonly<Record<string, string>>): readonly RepositoryVariable[] =>
  Object.entries(values)
    .map(([name, value]) => ({ name, value }))
    .sort(byText(({ name }) => name));

/**
 * The organisation in which places have repositories. It is asked of course and cohort and not of who is there now, so that the
 * stack stands which archives the last of them.
 */
export const repositoriesIn = (
  { labs }: Pick<Course, 'labs'>,
  { github }: Pick<CohortConfig, 'github'>,
): string | undefined =>
  github?.repositories !== undefined &&
  labs.some(({ toolkits }) => toolkits.some(({ id }) => TOOLKITS.includes(id)))
    ? github.organisation
    : undefined;

/** Most places that are told of by name. */
const MOST_NAMED = 10;

/** Says whose repositories somebody of the place cannot come into: the roster does not know their account. */
export function repositoryNotices(shards: readonly ShardPlan[]): readonly string[] {
  const having = shards
    .flatMap(({ tenants }) => tenants)
    .filter(({ repository }) => repository !== undefined);
  const waiting = having
    .filter(({ members, repository }) => repository!.collaborators.length < members.length)
    .map(({ handle }) => String(handle))
    .sort(byText(String));
  if (waiting.length === 0) return [];
  const more = waiting.length - MOST_NAMED;
  const named = [...waiting.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
  return [
    `${waiting.length} of ${having.length} repositories wait for somebody of whom roster.csv names no account on GitHub: ${named}`,
  ];
}
