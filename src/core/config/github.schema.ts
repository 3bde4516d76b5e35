import { z } from 'zod';
import { taught, textOf } from '../input/teach';

const ORGANISATION = /^[A-Za-z\d](?:-?[A-Za-z\d]){0,38}$/;
const REPOSITORY = /^[A-Za-z\d._-]{0,60}\{handle\}[A-Za-z\d._-]{0,20}$/;
const TEMPLATE = /^[A-Za-z\d](?:-?[A-Za-z\d]){0,38}\/[A-Za-z\d._-]{1,100}$/;
/** Branches by their name, without patterns: what a token names is compared as it stands. */
const BRANCH = /^(?!.*(?:\.\.|\/\/|@\{|\.lock$|\/$))[A-Za-z\d][A-Za-z\d._/-]{0,99}$/;

/**
 * Bytes that Google takes of what a workflow is called, as `githubOf` calls it; a token beyond them is refused.
 * @see https://docs.cloud.google.com/iam/docs/workload-identity-federation (read 2026-11)
 */
const LONGEST_SUBJECT = 127;
const LONGEST_HANDLE = 16;

interface Named {
  readonly organisation: string;
  readonly repository: string;
  readonly branch: string;
}

const longestSubject = ({ organisation, repository, branch }: Named): number =>
  `repo:${organisation}/${repository.replace('{handle}', 'h'.repeat(LONGEST_HANDLE))}:ref:refs/heads/${branch}`
    .length;

const matching = (
  pattern: RegExp,
  about: string,
  allowed: string,
  example: string,
): z.ZodType<string, string> =>
  textOf((text) => (pattern.test(text) ? text : undefined), { about, allowed, example });

/** Repositories on GitHub whose workflows may push images into the registry of one place, and deploy them there. */
export const GITHUB_SCHEMA = taught(
  z
    .strictObject({
      organisation: matching(
        ORGANISATION,
        'Organisation that owns the repositories, as GitHub writes it.',
        'letters, digits and single hyphens, at most 39',
        'example-w255',
      ),
      organisationId: matching(
        /^[1-9]\d{0,11}$/,
        'Number of the organisation, which nobody can take over as they can a name: https://api.github.com/orgs/NAME says it.',
        'a number, quoted',
        '"9919"',
      ),
      repository: matching(
        REPOSITORY,
        'Name of the repository of each place.',
        'letters, digits, dots, hyphens and underscores with {handle} once',
        '"lab-{handle}"',
      ).default('lab-{handle}'),
      branch: matching(
        BRANCH,
        'The one branch whose workflows may push.',
        'a branch by its whole name',
        'main',
      ).default('main'),
      deploys: taught(z.boolean(), {
        about: 'Whether these workflows also deploy what they pushed, in the namespace of their place alone.',
        allowed: 'true or false',
        example: 'true',
      }).default(false),
      repositories: taught(
        z.strictObject({
          template: matching(
            TEMPLATE,
            'Template that the repository of each place is made from, once.',
            'a template repository with its owner',
            'example-w255/lab-template',
          ),
        }),
        {
          about:
            'Has Practicum make the repositories, private, with accounts of the roster as collaborators.',
          allowed: 'template',
          example: '{ template: example-w255/lab-template }',
        },
      ).optional(),
    })
    .refine((names) => longestSubject(names) <= LONGEST_SUBJECT, {
      error: ({ input }) =>
        `has names that are too long together: Google takes ${LONGEST_SUBJECT} characters of repo:ORGANISATION/REPOSITORY:ref:refs/heads/BRANCH, and these come to ${longestSubject(input as Named)} with the longest handle; write a shorter repository or branch`,
    }),
  {
    about: "Students' repositories on GitHub, for labs with the toolkit github-actions.",
    allowed: 'organisation, organisationId, and any of repository, branch, deploys, repositories',
    example: '{ organisation: example-w255, organisationId: "9919" }',
  },
);

export type GithubConfig = Readonly<z.output<typeof GITHUB_SCHEMA>>;
