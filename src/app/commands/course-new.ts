import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { COURSE_ID } from '../../core/domain/ids';
import { isOneLine } from '../../core/input/one-line';
import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import { HOME, isDirectory } from '../cohort-directory';
import { movedPaths } from '../course/moved-paths';
import { pathOfCourse, strange } from '../course/read-course';
import { STARTING_COURSE } from '../course/starting-course';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import type { Terminal } from '../terminal';

export interface CourseNewOptions {
  readonly from?: string;
}

const COMMAND = 'practicum course new';

/** Writes a course file to start from: a copy of a course, or a small one with a remark on every key. Never overwrites. */
export function courseNew(terminal: Terminal, { from }: CourseNewOptions, file: string): ExitCode {
  const path = resolve(file);
  const source = from === undefined ? undefined : pathOfCourse(from);
  const problems: Problem[] = [
    ...wrongName(file),
    ...(from !== undefined && source === undefined ? [strange(from, `${COMMAND} --from`)] : []),
  ];
  if (problems.length > 0) return reportProblems(terminal, problems, false);
  let text: string;
  try {
    text =
      source === undefined
        ? STARTING_COURSE
        : movedPaths(readFileSync(source, 'utf8'), dirname(source), dirname(path));
  } catch (error) {
    return refused(terminal, from!, error);
  }
  try {
    makeFolder(dirname(path));
    writeFileSync(path, own(text, path), { flag: 'wx' });
  } catch (error) {
    return refused(terminal, file, error);
  }
  const { colors } = terminal;
  const name = relative(process.cwd(), path);
  terminal.print(`${colors.green('✓')} ${name} is written.`);
  terminal.print(`  Change it, then: npx practicum course check ${name}`);
  terminal.print(`  A cohort names it by its path from cohort.yaml: course: ./${basename(path)}`);
  return EXIT.ok;
}

const idOf = (path: string): string => basename(path, extname(path));

/** A cohort finds a course by a path that ends so, and the file's name becomes the course's id. */
function wrongName(file: string): readonly Problem[] {
  const problem = (told: Pick<Problem, 'message' | 'allowed'>): Problem => ({
    file: COMMAND,
    line: 1,
    column: 1,
    got: shown(file),
    write: './my-course.yaml',
    ...told,
  });
  if (!/\.ya?ml$/.test(file) || !isOneLine(file))
    return [
      problem({ message: 'a course file ends in .yaml', allowed: 'a path that ends in .yaml or .yml' }),
    ];
  if (!COURSE_ID.pattern.test(idOf(file)))
    return [
      problem({ message: "the file's name is to be the id of the course", allowed: COURSE_ID.allowed }),
    ];
  return [];
}

/** The text as a file of its own: its id is the file's name, and editors find the schema from where it stands. */
function own(text: string, path: string): string {
  const schema = relative(dirname(path), join(HOME, 'schemas', 'course.schema.json'));
  return text
    .replace(/^# yaml-language-server: .*\n/, '')
    .replace(/^/, `# yaml-language-server: $schema=${schema}\n`)
    .replace(/^id: .*$/m, `id: ${idOf(path)}`);
}

/** What stands where a folder is to be is told as such, and not as the file that is to be written. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && !isDirectory(folder)) throw Object.assign(new Error(folder), { code: 'ENOTDIR' });
  mkdirSync(folder, { recursive: true });
}

function refused(terminal: Terminal, file: string, error: unknown): ExitCode {
  const { code } = error as NodeJS.ErrnoException;
  const message = REFUSALS.get(code ?? '');
  if (message === undefined) throw error;
  const problem = { file, line: 1, column: 1, message, write: 'another path: ./my-course.yaml' };
  return reportProblems(terminal, [problem], false);
}

const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['EEXIST', 'this is there already and is never overwritten'],
  ['EISDIR', 'this is a folder'],
  ['ENOTDIR', 'a part of this path is a file, not a folder'],
  ['ENOENT', 'there is no such file'],
  ['EACCES', 'this may not be read or written by you'],
  ['EPERM', 'this may not be read or written by you'],
  ['EROFS', 'nothing can be written here'],
  ['ENAMETOOLONG', 'the path is too long for a file'],
  ['ELOOP', 'this is a link that leads back to itself'],
]);
