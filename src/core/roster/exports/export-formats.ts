/** What a column of an export can tell us of a person. */
export type Field =
  | 'email'
  | 'login'
  | 'identifier'
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'preferredName'
  | 'team'
  | 'section'
  | 'github'
  | 'role'
  | 'status'
  | 'waitlist'
  | 'id';

/** An export of one system, as its header shows it. */
export interface ExportFormat {
  readonly id: FormatId;
  /** As people call it. */
  readonly title: string;
  /** Of each of these lists one name has to stand in the header. */
  readonly signature: readonly (readonly string[])[];
  /** Names of columns, as `headerWord` writes them, and what they tell. */
  readonly columns: Readonly<Record<string, Field>>;
  /** True for a file that people write: a column that is not known may be a slip of theirs. */
  readonly byHand?: true;
}

export type FormatId =
  | 'canvas-gradebook'
  | 'canvas-roster'
  | 'google-groups'
  | 'github-classroom'
  | 'gradescope'
  | 'moodle'
  | 'plain';

const PREFERRED = {
  'preferred name': 'preferredName',
  'preferred first name': 'preferredName',
  'chosen name': 'preferredName',
} as const;

const SPLIT_NAME = {
  'first name': 'firstName',
  firstname: 'firstName',
  'given name': 'firstName',
  'last name': 'lastName',
  lastname: 'lastName',
  surname: 'lastName',
  'family name': 'lastName',
} as const;

const EMAIL = {
  email: 'email',
  'e-mail': 'email',
  'email address': 'email',
  'e-mail address': 'email',
  mail: 'email',
} as const;

const GITHUB = { github: 'github', 'github username': 'github' } as const;

const FIRST_NAME = ['first name', 'firstname'];
const LAST_NAME = ['last name', 'lastname', 'surname'];
const ADDRESS = Object.keys(EMAIL);

/**
 * The exports that are known, most telling header first. Docs name where each shape was seen.
 * @see docs/roster.md
 */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'canvas-gradebook',
    title: 'Canvas gradebook',
    signature: [['sis login id'], ['section'], ['student', 'lastname']],
    columns: {
      student: 'name',
      ...SPLIT_NAME,
      ...PREFERRED,
      ...EMAIL,
      ...GITHUB,
      id: 'id',
      'sis login id': 'login',
      section: 'section',
    },
  },
  {
    id: 'github-classroom',
    title: 'GitHub Classroom roster',
    signature: [['identifier'], ['github username']],
    columns: { identifier: 'identifier', 'github username': 'github', name: 'name', 'group name': 'team' },
  },
  {
    id: 'google-groups',
    title: 'Google Groups members',
    signature: [['email address'], ['group status', 'email status']],
    columns: { 'email address': 'email', nickname: 'name', 'group status': 'role', role: 'status' },
  },
  {
    id: 'gradescope',
    title: 'Gradescope roster',
    signature: [ADDRESS, ['sid'], ['name', 'full name', ...FIRST_NAME]],
    columns: {
      ...EMAIL,
      ...SPLIT_NAME,
      ...PREFERRED,
      ...GITHUB,
      name: 'name',
      'full name': 'name',
      sid: 'id',
      role: 'role',
      section: 'section',
      sections: 'section',
      team: 'team',
    },
  },
  {
    id: 'canvas-roster',
    title: 'Canvas or bCourses roster',
    signature: [
      ['name', 'student name'],
      ['user id', 'login id', 'sis id', 'student id'],
      ['role'],
      ['section', 'sections'],
    ],
    columns: {
      name: 'name',
      'student name': 'name',
      ...EMAIL,
      ...PREFERRED,
      ...GITHUB,
      'login id': 'login',
      'student id': 'id',
      role: 'role',
      section: 'section',
      sections: 'section',
      group: 'team',
      groups: 'team',
      'enrollment status': 'status',
      'enrollment state': 'status',
      'waitlist position': 'waitlist',
    },
  },
  {
    id: 'moodle',
    title: 'Moodle participants',
    signature: [
      ADDRESS,
      [...FIRST_NAME, 'first name / last name', 'first name / surname'],
      [...LAST_NAME, 'first name / last name', 'first name / surname'],
    ],
    columns: {
      ...EMAIL,
      ...SPLIT_NAME,
      ...PREFERRED,
      ...GITHUB,
      'first name / last name': 'name',
      'first name / surname': 'name',
      'id number': 'id',
      role: 'role',
      roles: 'role',
      group: 'team',
      groups: 'team',
      status: 'status',
    },
  },
  {
    id: 'plain',
    title: 'plain roster',
    signature: [ADDRESS],
    byHand: true,
    columns: {
      ...EMAIL,
      ...SPLIT_NAME,
      ...PREFERRED,
      ...GITHUB,
      name: 'name',
      'full name': 'name',
      student: 'name',
      team: 'team',
      group: 'team',
      section: 'section',
      sections: 'section',
      role: 'role',
      status: 'status',
    },
  },
];

/** The name of a column without what people and systems write in many ways. */
export function headerWord(cell: string): string {
  return cell
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ')
    .trim();
}

/** The format that a header shows; undefined where it is none that is known. */
export function formatOf(header: readonly string[]): ExportFormat | undefined {
  const words = new Set(header.map(headerWord));
  return EXPORT_FORMATS.find(({ signature }) =>
    signature.every((names) => names.some((name) => words.has(name))),
  );
}
