import type { Problem } from '../../input/problem';
import { shown } from '../../input/problem';
import { nameKey } from './person-name';
import type { ExportRow } from './export-row';
import type { ExportTable, RosterNote } from './read-export';

/** What two exports tell together. */
export interface MergedRows {
  /** The first file's students, with what the second adds. */
  readonly rows: readonly ExportRow[];
  readonly notes: readonly RosterNote[];
  readonly problems: readonly Problem[];
}

/** Adds what a second export tells of the students of the first: by e-mail, else by a name that only one has. */
export function mergeRows(first: ExportTable, second: ExportTable, domain: string | undefined): MergedRows {
  const finder = finderIn(first.rows, domain);
  const notStudents = finderIn(first.others, domain);
  const added = new Map<ExportRow, ExportRow>();
  const problems: Problem[] = [];
  const byName: number[] = [];
  const ofOthers: number[] = [];
  for (const told of second.rows) {
    const { line } = told.row.positionOf(0);
    const found = finder(told);
    const [student] = found.rows;
    if (found.rows.length === 1 && student !== undefined) {
      const earlier = added.get(student);
      if (earlier !== undefined) {
        problems.push(problemAt(second, told, {
          message: `line ${earlier.row.positionOf(0).line} tells of the same student already`,
          got: shown(whoIs(told)),
          write: 'one row per student: delete one of the two',
        })); // prettier-ignore
        continue;
      }
      added.set(student, told);
      problems.push(...contradictions(first, second, student, told));
      if (found.how === 'name') byName.push(line);
    } else if (found.rows.length === 0 && notStudents(told).rows.length > 0) ofOthers.push(line);
    else
      problems.push(problemAt(second, told, {
        message:
          found.rows.length > 1
            ? `${found.rows.length} students of ${first.source.file} have this name`
            : `${first.source.file} has no such student`,
        got: shown(whoIs(told)),
        allowed: `an e-mail address of ${first.source.file}, or a name that one student has there`,
        write: 'the e-mail address of the student, or delete the row',
      })); // prettier-ignore
  }
  const alone = first.rows.filter((row) => !added.has(row)).map(({ row }) => row.positionOf(0).line);
  const note = (file: string, message: string, lines: readonly number[]): readonly RosterNote[] =>
    lines.length === 0 ? [] : [{ file, message, lines }];
  return {
    rows: first.rows.map((row) => together(row, added.get(row))),
    problems,
    notes: [
      ...note(second.source.file, 'found by name, not by e-mail', byName),
      ...note(second.source.file, `no student in ${first.source.file}; left out here too`, ofOthers),
      ...note(first.source.file, `not in ${second.source.file}`, alone),
    ],
  };
}

const whoIs = ({ email, login, name, github }: ExportRow): string => email || login || name || github;

function together(student: ExportRow, told: ExportRow | undefined): ExportRow {
  if (told === undefined) return student;
  return {
    ...student,
    name: student.name || told.name,
    team: student.team || told.team,
    section: student.section || told.section,
    github: student.github || told.github,
  };
}

/** Two teams or two GitHub names of one person; of two ways to call a section, the first file's is taken. */
function contradictions(
  first: ExportTable,
  second: ExportTable,
  student: ExportRow,
  told: ExportRow,
): readonly Problem[] {
  const differing = (['team', 'github'] as const).filter(
    (field) =>
      student[field] !== '' &&
      told[field] !== '' &&
      student[field].toLowerCase() !== told[field].toLowerCase(),
  );
  return differing.map((field) => ({
    file: second.source.file,
    ...told.row.positionOf(second.header.columns.get(field) ?? 0),
    message: `${first.source.file}, line ${student.row.positionOf(0).line}, says another ${field}: ${shown(student[field])}`,
    got: shown(told[field]),
    write: 'the same in both files, or in one of them nothing',
  }));
}

function problemAt(
  { source, header }: ExportTable,
  { row }: ExportRow,
  rest: Pick<Problem, 'message' | 'got' | 'allowed' | 'write'>,
): Problem {
  const column =
    header.columns.get('email') ?? header.columns.get('identifier') ?? header.columns.get('login') ?? 0;
  return { file: source.file, ...row.positionOf(column), ...rest };
}

interface Found {
  readonly rows: readonly ExportRow[];
  readonly how: 'e-mail' | 'name';
}

/** Finds the students of `rows` that a row of another file can mean. */
function finderIn(rows: readonly ExportRow[], domain: string | undefined): (told: ExportRow) => Found {
  const byEmail = grouped(rows, ({ email }) => email.toLowerCase());
  const byLogin = grouped(rows, ({ login }) => login.toLowerCase());
  const byName = grouped(rows, ({ name }) => nameKey(name));
  return ({ email, login, name }) => {
    const ways: readonly (readonly [Found['how'], readonly ExportRow[] | undefined])[] = [
      ['e-mail', byEmail.get(email.toLowerCase())],
      ['e-mail', byLogin.get(login.toLowerCase())],
      ['e-mail', domain === undefined ? undefined : byEmail.get(`${login}@${domain}`.toLowerCase())],
      ['name', byName.get(nameKey(login))],
      ['name', byName.get(nameKey(name))],
    ];
    const [how, found] = ways.find(([, each]) => each !== undefined) ?? ['name', []];
    return { how, rows: found ?? [] };
  };
}

function grouped(
  rows: readonly ExportRow[],
  keyOf: (row: ExportRow) => string,
): ReadonlyMap<string, readonly ExportRow[]> {
  const groups = new Map<string, ExportRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
