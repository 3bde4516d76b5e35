import type { FormatId } from '../../src/core/roster/exports/export-formats';
import type { ExportOptions } from '../../src/core/roster/exports/export-row';
import type { Student } from '../../src/core/roster/roster';

/** A good export, cell by cell, and who is in it. */
export interface ExportSample {
  readonly id: FormatId;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly options: ExportOptions;
  readonly students: readonly Omit<Student, 'email'>[];
  /** The column that says who it is, the one with a name, both from 0. */
  readonly who: number;
  readonly name: number;
  /** Rows of `rows` that are students, from 0: José first, then Amara. */
  readonly jose: number;
  readonly amara: number;
}

const JOSE = { email: 'jose.garcia@example.edu', name: 'José García' };
const AMARA = { email: 'amara.okafor@example.edu', name: 'Amara Okafor' };

/** One of each system, all with the same two students, José before Amara as no roster has them. */
export const SAMPLES: readonly ExportSample[] = [
  {
    id: 'canvas-gradebook',
    header: ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Lab 1 (311)', 'Current Score'],
    rows: [
      ['', '', '', '', '', 'Manual Posting', ''],
      ['    Points Possible', '', '', '', '', '10.00', '(read only)'],
      ['García, José', '11', '30001', 'jose.garcia', 'CS101 LEC 001 and CS101 DIS 101', '9.50', '95'],
      ['Okafor, Amara', '12', '30002', 'amara.okafor', 'CS101 LEC 001 and CS101 DIS 102', 'EX', '88'],
      ['Student, Test', '13', '', 'd9f2a1', 'CS101 LEC 001', '', ''],
    ],
    options: { emailDomain: 'example.edu' },
    students: [
      { ...AMARA, section: 'CS101 DIS 102' },
      { ...JOSE, section: 'CS101 DIS 101' },
    ],
    who: 3,
    name: 0,
    jose: 2,
    amara: 3,
  },
  {
    id: 'canvas-roster',
    header: [
      'Name',
      'Student ID',
      'User ID',
      'Role',
      'Email Address',
      'Sections',
      'Units',
      'Waitlist Position',
    ],
    rows: [
      [
        'García, José',
        '30001',
        '11',
        'Student',
        'jose.garcia@example.edu',
        'CS101 LEC 001, CS101 DIS 101',
        '4',
        '',
      ],
      ['Okafor, Amara', '30002', '12', 'Student', 'amara.okafor@example.edu', 'CS101 DIS 102', '4', ''],
      [
        "O'Brien, Maeve",
        '30003',
        '13',
        'Waitlist Student',
        'maeve.obrien@example.edu',
        'CS101 LEC 001',
        '4',
        '3',
      ],
    ],
    options: {},
    students: [
      { ...AMARA, section: 'CS101 DIS 102' },
      { ...JOSE, section: 'CS101 DIS 101' },
    ],
    who: 4,
    name: 0,
    jose: 0,
    amara: 1,
  },
  {
    id: 'moodle',
    header: [
      'First name',
      'Last name',
      'Email address',
      'Roles',
      'Groups',
      'Last access to course',
      'Status',
    ],
    rows: [
      ['José', 'García', 'jose.garcia@example.edu', 'Student', 'Team Kestrel', '2 days', 'Active'],
      ['Lin', 'Wei', 'lin.wei@example.edu', 'Non-editing teacher', '', 'now', 'Active'],
      ['Amara', 'Okafor', 'amara.okafor@example.edu', 'Student', 'No groups', 'Never', 'Active'],
      ['Ann', 'Lee', 'ann.lee@example.edu', 'Student', '', 'Never', 'Suspended'],
    ],
    options: {},
    students: [AMARA, { ...JOSE, team: 'Team Kestrel' }],
    who: 2,
    name: 1,
    jose: 0,
    amara: 2,
  },
  {
    id: 'gradescope',
    header: ['First Name', 'Last Name', 'SID', 'Email', 'Role', 'Sections'],
    rows: [
      ['José', 'García', '30001', 'jose.garcia@example.edu', 'Student', '001'],
      ['Lin', 'Wei', '', 'lin.wei@example.edu', 'TA', ''],
      ['Amara', 'Okafor', '30002', 'amara.okafor@example.edu', 'Student', '002'],
    ],
    options: {},
    students: [
      { ...AMARA, section: '002' },
      { ...JOSE, section: '001' },
    ],
    who: 3,
    name: 1,
    jose: 0,
    amara: 2,
  },
  {
    id: 'google-groups',
    header: [
      'Email address',
      'Nickname',
      'Group status',
      'Email status',
      'Email preference',
      'Posting permissions',
    ],
    rows: [
      ['jose.garcia@example.edu', 'José García', 'member', '', 'all email', 'allowed'],
      ['amara.okafor@example.edu', 'Okafor, Amara', 'member', '', 'all email', 'allowed'],
      ['ines.duarte@example.edu', 'Inês', 'owner', '', 'all email', 'allowed'],
      ['late@example.edu', '', 'invited', '', '', ''],
    ],
    options: {},
    students: [AMARA, JOSE],
    who: 0,
    name: 1,
    jose: 0,
    amara: 1,
  },
  {
    id: 'github-classroom',
    header: ['identifier', 'github_username', 'github_id', 'name'],
    rows: [
      ['jose.garcia@example.edu', 'jgarcia', '1001', 'José García'],
      ['amara.okafor@example.edu', '', '', 'Amara Okafor'],
    ],
    options: {},
    students: [AMARA, { ...JOSE, github: 'jgarcia' }],
    who: 0,
    name: 3,
    jose: 0,
    amara: 1,
  },
  {
    id: 'plain',
    header: ['email', 'name', 'team', 'section', 'github'],
    rows: [
      ['jose.garcia@example.edu', 'José García', 'Kestrel', '001', 'jgarcia'],
      ['amara.okafor@example.edu', 'Amara Okafor', '', '002', ''],
    ],
    options: {},
    students: [
      { ...AMARA, section: '002' },
      { ...JOSE, team: 'Kestrel', section: '001', github: 'jgarcia' },
    ],
    who: 0,
    name: 1,
    jose: 0,
    amara: 1,
  },
];

/** The text of a table, quoted only where it must be, or everywhere. */
export function written(rows: readonly (readonly string[])[], separator = ',', quoted = false): string {
  const cell = (text: string): string =>
    quoted || /[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(separator)}\n`).join('');
}
