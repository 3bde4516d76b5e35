import { drop, inResource, plusResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const STACK = 'shard-1-01-repositories';
const ADA = `${STACK}/ada/Repository`;
const BO_REPOSITORY = 'lab-bo';

/** Ways in which a repository on GitHub could be read, written or lost by others than who works in its place. */
export const REPOSITORY_WEAKENINGS = [
  weakening(
    'a repository is public',
    inResource(`${ADA}/Resource`, put('visibility', 'public')),
    'iam',
    'A repository is not private',
  ),
  weakening(
    'a repository is for the whole enterprise',
    inResource(`${ADA}/Resource`, put('visibility', 'internal')),
    'iam',
    'A repository is not private',
  ),
  weakening(
    'nothing says how visible a repository is',
    inResource(`${ADA}/Resource`, drop('visibility')),
    'iam',
    'A repository is not private',
  ),
  weakening(
    'a repository is opened by an older word',
    inResource(`${ADA}/Resource`, put('private', false)),
    'iam',
    'A repository is not private',
  ),
  weakening(
    'a repository is made from the work of another',
    inResource(`${ADA}/Resource`, put('template', { owner: 'example-mlops', repository: BO_REPOSITORY })),
    'iam',
    'A repository is made from the work of another',
  ),
  weakening(
    'a teardown deletes the work',
    inResource(`${ADA}/Resource`, drop('archive_on_destroy')),
    'iam',
    'A teardown would take work away that is nowhere else',
  ),
  weakening(
    'a student pushes to the repository of another',
    plusResource(STACK, 'github_repository_collaborator', {
      repository: BO_REPOSITORY,
      username: 'ada-l',
      permission: 'push',
    }),
    'iam',
    'Somebody may push to a repository who does not work in its place',
  ),
  weakening(
    'a student who is held pushes',
    plusResource(STACK, 'github_repository_collaborator', {
      repository: 'lab-hal',
      username: 'hal-9',
      permission: 'push',
    }),
    'iam',
    'Somebody may push to a repository who does not work in its place',
  ),
  weakening(
    'a student owns the own repository',
    inResource(`${ADA}/Collaborators/user-ada-l`, put('permission', 'admin')),
    'iam',
    'Somebody may more than push to a repository',
  ),
  weakening(
    'a student cannot come in',
    withoutResource(`${ADA}/Collaborators/user-ada-l`),
    'iam',
    'Somebody cannot come into the repository of their place',
  ),
  weakening(
    "a repository is nobody's",
    plusResource(STACK, 'github_repository', { name: 'extra', visibility: 'private' }),
    'iam',
    "A repository is nobody's",
  ),
  weakening(
    "a variable is for a repository that is nobody's",
    plusResource(STACK, 'github_actions_variable', { repository: 'extra', variable_name: 'X', value: 'y' }),
    'iam',
    "A variable is for a repository that is nobody's",
  ),
  weakening(
    'a place has no repository',
    withoutResource(`${ADA}/Resource`),
    'iam',
    'A place has no repository',
  ),
  weakening(
    'a repository gets a secret from a file',
    plusResource(STACK, 'github_actions_secret', {
      repository: 'lab-ada',
      secret_name: 'X',
      plaintext_value: 'y',
    }),
    'objects',
    'What github_actions_secret opens is not known',
  ),
  weakening(
    'a key opens a repository',
    plusResource(STACK, 'github_repository_deploy_key', { repository: 'lab-ada', key: 'ssh-ed25519 A' }),
    'objects',
    'What github_repository_deploy_key opens is not known',
  ),
] as const;
