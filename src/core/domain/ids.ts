import type { Brand } from './brand';

/** Id of a cohort, 4–13 characters: project ids made from it have at least 6 and at most 30. */
export type CohortId = Brand<string, 'CohortId'>;
/** Permanent handle of a tenant, 1–16 characters: its namespace, host label and registry path. */
export type Handle = Brand<string, 'Handle'>;
/** Id of a course, as in its file name. */
export type CourseId = Brand<string, 'CourseId'>;
/** Id of a lab within its course. */
export type LabId = Brand<string, 'LabId'>;
/** Id of a toolkit in the catalogue. */
export type ToolkitId = Brand<string, 'ToolkitId'>;
/** Number of a cell, from 1. */
export type CellNumber = Brand<number, 'CellNumber'>;
/** Number of a shard within its cell, from 1. */
export type ShardNumber = Brand<number, 'ShardNumber'>;
/** Google Cloud project id, known before anything is applied. */
export type ProjectId = Brand<string, 'ProjectId'>;
/** E-mail address of a Google account: ASCII, lower case. */
export type Email = Brand<string, 'Email'>;

/** What an id may look like, with the words for a person who wrote another one. */
export interface IdRule {
  readonly pattern: RegExp;
  readonly allowed: string;
  readonly example: string;
}

const kebab = (max: number): RegExp => new RegExp(`^(?=.{1,${max}}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$`);

export const COHORT_ID: IdRule = {
  pattern: /^(?=.{4,13}$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  allowed: '4 to 13 lower-case letters, digits and single hyphens, starting with a letter',
  example: 'w255-spring27',
};

export const HANDLE: IdRule = {
  pattern: kebab(16),
  allowed: '1 to 16 lower-case letters, digits and single hyphens, starting with a letter',
  example: 'amara-okafor',
};

export const COURSE_ID: IdRule = {
  pattern: kebab(20),
  allowed: '1 to 20 lower-case letters, digits and single hyphens, starting with a letter',
  example: 'w255',
};

export const LAB_ID: IdRule = {
  pattern: kebab(20),
  allowed: '1 to 20 lower-case letters, digits and single hyphens, starting with a letter',
  example: 'lab1',
};

/** @see https://cloud.google.com/resource-manager/docs/creating-managing-projects (read 2026-11) */
export const PROJECT_ID: IdRule = {
  pattern: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  allowed: '6 to 30 lower-case letters, digits and hyphens, starting with a letter, not ending with a hyphen',
  example: 'example-labs-admin',
};

/**
 * Google accounts are ASCII; the local part keeps what universities use: dots, plus signs, apostrophes. Braces are
 * left out: Terraform would read `${` and `%{` in a member of a policy as the start of an expression.
 */
export const EMAIL: IdRule = {
  pattern:
    /^(?=.{3,254}$)(?=[^@]{1,64}@)(?![^@]*\.[.@])[a-z0-9][a-z0-9.!#$%&'*+/=?^_`|~-]*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/i,
  allowed: 'an e-mail address of a Google account: ASCII, one @, a domain with a dot',
  example: 'amara.okafor@example.edu',
};

function checked(rule: IdRule, kind: string, value: string): string {
  if (!rule.pattern.test(value)) throw new Error(`${kind} "${value}" is not allowed: ${rule.allowed}`);
  return value;
}

export const cohortId = (value: string): CohortId => checked(COHORT_ID, 'Cohort id', value) as CohortId;
export const handle = (value: string): Handle => checked(HANDLE, 'Handle', value) as Handle;
export const courseId = (value: string): CourseId => checked(COURSE_ID, 'Course id', value) as CourseId;
export const labId = (value: string): LabId => checked(LAB_ID, 'Lab id', value) as LabId;
export const projectId = (value: string): ProjectId => checked(PROJECT_ID, 'Project id', value) as ProjectId;
export const email = (value: string): Email => checked(EMAIL, 'E-mail', value.trim()).toLowerCase() as Email;

function counted(kind: string, value: number): number {
  if (!Number.isInteger(value) || value < 1 || value > 99)
    throw new Error(`${kind} ${value} is not in 1..99`);
  return value;
}

export const cellNumber = (value: number): CellNumber => counted('Cell', value) as CellNumber;
export const shardNumber = (value: number): ShardNumber => counted('Shard', value) as ShardNumber;
