import { GithubError } from '../../../src/rehearsal/github/github-error';
import { repositoryKind } from '../../../src/rehearsal/github/repository-kind';
import { actionsVariableKind, collaboratorKind } from '../../../src/rehearsal/github/repository-part-kinds';
import { leftovers } from '../../../src/rehearsal/scenario/leftovers';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { destroy, importOf, make, problems, projectCloud, read, refusal } from '../google/foundation-cloud';

const REPOSITORY = {
  name: 'lab-ada',
  visibility: 'private',
  archive_on_destroy: true,
  template: [{ owner: 'example', repository: 'lab-template' }],
};
const COLLABORATOR = { repository: 'lab-ada', username: 'Ada-L', permission: 'push' };
const VARIABLE = { repository: 'lab-ada', variable_name: 'PRACTICUM_NAMESPACE', value: 'ada' };

const withRepository = () => {
  const cloud = projectCloud();
  const state = make(cloud, repositoryKind, REPOSITORY);
  return { cloud, state };
};

test('A repository has the addresses that git needs, and is found by its name', () => {
  const { cloud, state } = withRepository();
  expect(state).toMatchObject({ id: 'lab-ada', private: true, default_branch: 'main' });
  expect(String(state['ssh_clone_url'])).toMatch(/^git@github\.com:.+\/lab-ada\.git$/);
  expect(importOf(cloud, repositoryKind, 'lab-ada')).toMatchObject({ name: 'lab-ada' });
  expect(read(cloud, repositoryKind, state)).toMatchObject({ visibility: 'private' });
});

test('What is destroyed is archived: it stays, is nobody’s to take away again, and keeps its name', () => {
  const { cloud, state } = withRepository();
  make(cloud, collaboratorKind, COLLABORATOR);
  destroy(cloud, repositoryKind, state);
  expect(cloud.list().filter(({ type }) => type.startsWith('github.com/'))).toEqual([
    expect.objectContaining({
      type: 'github.com/ArchivedRepository',
      data: expect.objectContaining({ archived: true }) as unknown,
    }),
  ]);
  expect(leftovers(cloud.list(), new Set()).filter(({ type }) => type.startsWith('github.com/'))).toEqual([]);
  expect(refusal(() => make(cloud, repositoryKind, REPOSITORY))).toContain(
    '422 Could not clone: Name already exists on this account',
  );
});

test('What GitHub refuses is told as its provider does, with the call', () => {
  const { text } = new GithubError('POST https://api.github.com/repos/o/t/generate', 422, 'No []');
  expect(text).toBe('POST https://api.github.com/repos/o/t/generate: 422 No []');
});

test('A repository that does not ask to be archived is gone with its work', () => {
  const cloud = projectCloud();
  const state = make(cloud, repositoryKind, { ...REPOSITORY, archive_on_destroy: false });
  destroy(cloud, repositoryKind, state);
  expect(cloud.list().filter(({ type }) => type.startsWith('github.com/'))).toEqual([]);
});

test('Nobody is let into a repository that is not there, or that is archived, and it takes no variable', () => {
  for (const [kind, attributes] of [
    [collaboratorKind, COLLABORATOR],
    [actionsVariableKind, VARIABLE],
  ] as const) {
    expect(refusal(() => make(projectCloud(), kind, attributes))).toContain('404 Not Found');
    const { cloud, state } = withRepository();
    expect(make(cloud, kind, attributes)).toMatchObject(attributes);
    destroy(cloud, repositoryKind, state);
    expect(refusal(() => make(cloud, kind, attributes))).toContain(
      '403 Repository was archived so is read-only',
    );
  }
});

test('Parts of a repository are found by its name and theirs', () => {
  const { cloud } = withRepository();
  make(cloud, collaboratorKind, COLLABORATOR);
  make(cloud, actionsVariableKind, VARIABLE);
  expect(importOf(cloud, collaboratorKind, 'lab-ada:ada-l')).toMatchObject({ username: 'Ada-L' });
  expect(importOf(cloud, actionsVariableKind, 'lab-ada:PRACTICUM_NAMESPACE')).toMatchObject({ value: 'ada' });
  expect(importOf(cloud, actionsVariableKind, 'lab-ada:OTHER')).toBeUndefined();
});

test.each([
  ['a name with a space', repositoryKind, { name: 'lab ada' }],
  ['a visibility that there is not', repositoryKind, { visibility: 'secret' }],
  ['an address for an account', collaboratorKind, { username: 'ada@example.edu' }],
  ['a variable called like GitHub’s own', actionsVariableKind, { variable_name: 'GITHUB_TOKEN' }],
  ['a variable that begins with a digit', actionsVariableKind, { variable_name: '1ST' }],
])('%s is refused before anything is made', (_, kind, wrong) => {
  expect(problems(kind, wrong)).toHaveLength(1);
});

test('What is not known yet is not refused', () => {
  expect(problems(repositoryKind, { name: UNKNOWN, visibility: UNKNOWN })).toEqual([]);
  expect(problems(collaboratorKind, { username: UNKNOWN })).toEqual([]);
  expect(problems(actionsVariableKind, { variable_name: UNKNOWN })).toEqual([]);
});
