import { resolve } from 'node:path';
import { EMAIL } from '../../core/domain/ids';
import type { Outcome, Problem } from '../../core/input/problem';
import { refuse, shown } from '../../core/input/problem';
import type { ExportFile, RosterReading } from '../../core/roster/exports/read-roster-exports';
import { readRosterExports } from '../../core/roster/exports/read-roster-exports';
import { readInput } from '../cohort-directory';

const REMEDY = 'the path of an export of your learning system; docs/roster.md tells how to get one';

/** Options of whoever reads exports. */
export interface ExportReadingOptions {
  readonly emailDomain?: string;
  readonly teamPrefix?: string;
}

/** One export, or two of the same class. */
export type ExportFiles = readonly [first: string, second: string | undefined];

/** What one or two exports say, or all that is wrong with them. */
export function readExportFiles(
  [first, second]: ExportFiles,
  options: ExportReadingOptions,
): Outcome<RosterReading> {
  const files: ExportFile[] = [];
  const missing: Problem[] = [];
  for (const file of second === undefined ? [first] : [first, second]) {
    const bytes = readInput(resolve(file), file, REMEDY);
    if (bytes instanceof Uint8Array) files.push({ file, bytes });
    else missing.push(bytes);
  }
  if (missing.length > 0) return refuse(missing);
  const { emailDomain, teamPrefix } = options;
  return readRosterExports(files, {
    ...(emailDomain === undefined ? {} : { emailDomain: domainOf(emailDomain) }),
    ...(teamPrefix === undefined ? {} : { teamPrefix }),
  });
}

const domainOf = (option: string): string => option.replace(/^@/, '').toLowerCase();

/** What no file can mend; told before any file is read. */
export function exportOptionProblems({ emailDomain, teamPrefix }: ExportReadingOptions): readonly Problem[] {
  const problem = (option: string, rest: Omit<Problem, 'file' | 'line' | 'column'>): Problem => ({
    file: option,
    line: 1,
    column: 1,
    ...rest,
  });
  return [
    ...(emailDomain === undefined || EMAIL.pattern.test(`student@${domainOf(emailDomain)}`)
      ? []
      : [
          problem('--email-domain', {
            message: 'this is no domain of e-mail addresses',
            got: shown(emailDomain),
            allowed: 'what stands behind the @ of the addresses of your students',
            write: '--email-domain example.edu',
          }),
        ]),
    ...(teamPrefix === undefined || teamPrefix.trim() !== ''
      ? []
      : [
          problem('--team-prefix', {
            message: 'the prefix is empty',
            allowed: 'what the names of all teams begin with',
            write: '--team-prefix Team',
          }),
        ]),
  ];
}
