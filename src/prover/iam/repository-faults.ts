import type { PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { at, blockAt, quoted } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import { cannotWork } from '../terraform/resource-finding';
import type { World } from '../world';

const REPOSITORY = 'github_repository';
const COLLABORATOR = 'github_repository_collaborator';
const VARIABLE = 'github_actions_variable';

/**
 * Repositories on GitHub: each is a place's and private, those who work in the place and nobody else may push to it, nobody may
 * more; what it is made from is no repository of a place; and to take it away loses no work.
 */
export function repositoryFaults({ cloud, record }: World): readonly Finding[] {
  const owners = new Map(
    record.places.flatMap((place) =>
      place.repositoryOnGithub === undefined ? [] : [[place.repositoryOnGithub.name, place] as const],
    ),
  );
  const repositories = cloud.ofType(REPOSITORY);
  const ownerOf = (part: CloudResource): PlaceRecord | undefined =>
    owners.get(cloud.text(part, 'repository'));
  const standing = new Set(repositories.map((each) => cloud.text(each, 'name')));
  const invited = new Set(
    cloud
      .ofType(COLLABORATOR)
      .map((each) => `${cloud.text(each, 'repository')} ${cloud.text(each, 'username').toLowerCase()}`),
  );
  return [
    ...repositories.flatMap((each) =>
      faultsOf(each, owners.get(cloud.text(each, 'name')), [...owners.keys()]),
    ),
    ...cloud
      .ofType(COLLABORATOR)
      .flatMap((each) => collaboratorFaults(each, ownerOf(each), cloud.text(each, 'username'))),
    ...cloud
      .ofType(VARIABLE)
      .filter((each) => ownerOf(each) === undefined)
      .map((each) => findingOf(each, undefined, "A variable is for a repository that is nobody's", 'stands')),
    ...[...owners].flatMap(([name, place]) => [
      ...(standing.has(name)
        ? []
        : [missing(place, 'A place has no repository', `has no ${REPOSITORY} ${name}`)]),
      ...place
        .repositoryOnGithub!.collaborators.filter((login) => !invited.has(`${name} ${login.toLowerCase()}`))
        .map(() =>
          missing(place, 'Somebody cannot come into the repository of their place', 'does not invite them'),
        ),
    ]),
  ];
}

const findingOf = (
  resource: CloudResource,
  owner: PlaceRecord | undefined,
  sentence: string,
  says: string,
): Finding => ({
  aspect: 'iam',
  kind: 'reach',
  from: EVERYONE_ELSE,
  to: owner?.handle ?? STAFF,
  sentence,
  path: [stepIn(resource, says)],
  pairs: 1,
});

const missing = ({ handle }: PlaceRecord, sentence: string, says: string): Finding =>
  cannotWork('iam', handle, sentence, `repository of ${handle}`, says);

function faultsOf(
  repository: CloudResource,
  owner: PlaceRecord | undefined,
  ofPlaces: readonly string[],
): readonly Finding[] {
  const { body } = repository;
  if (owner === undefined) return [findingOf(repository, owner, "A repository is nobody's", 'stands')];
  const visibility = at(body, 'visibility');
  const kept = at(body, 'archive_on_destroy');
  const template = blockAt(body, 'template', 'repository');
  const isOfPlace =
    blockAt(body, 'template', 'owner') === owner.repositoryOnGithub!.owner &&
    ofPlaces.includes(String(template));
  const opened = ['private', 'public'].filter((key) => at(body, key) !== undefined);
  return [
    ...(visibility === 'private' && opened.length === 0
      ? []
      : [
          findingOf(
            repository,
            owner,
            'A repository is not private',
            `says visibility = ${quoted(visibility)}${opened.map((key) => `, ${key} = ${quoted(at(body, key))}`).join('')}`,
          ),
        ]),
    ...(isOfPlace
      ? [
          findingOf(
            repository,
            owner,
            'A repository is made from the work of another',
            `is made from ${quoted(template)}`,
          ),
        ]
      : []),
    ...(kept === true
      ? []
      : [
          {
            ...findingOf(
              repository,
              owner,
              'A teardown would take work away that is nowhere else',
              `says archive_on_destroy = ${quoted(kept)}`,
            ),
            kind: 'guard' as const,
          },
        ]),
  ];
}

function collaboratorFaults(
  collaborator: CloudResource,
  owner: PlaceRecord | undefined,
  username: string,
): readonly Finding[] {
  const permission = at(collaborator.body, 'permission');
  const known = owner?.repositoryOnGithub?.collaborators.map((login) => login.toLowerCase()) ?? [];
  return [
    ...(known.includes(username.toLowerCase())
      ? []
      : [
          findingOf(
            collaborator,
            owner,
            'Somebody may push to a repository who does not work in its place',
            'invites an account that is not of the place',
          ),
        ]),
    ...(permission === 'push'
      ? []
      : [
          findingOf(
            collaborator,
            owner,
            'Somebody may more than push to a repository',
            `says permission = ${quoted(permission)}`,
          ),
        ]),
  ];
}
