import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { feedProducer } from '../../core/calendar/calendar-feeds';
import { icsStart } from '../../core/calendar/ics';
import type { CohortId, Handle } from '../../core/domain/ids';
import { gradesWithoutPlace } from '../../core/privacy/without-place';
import type { FileChange } from './file-changes';

/** Folders of an output that hold what was found out about places. */
const RECORDS = ['grades', 'submissions'] as const;

/** Where things of people stand that commands wrote. */
export interface TracesPlaces {
  /** What `--out` was. */
  readonly out: string;
  /** What `calendar --ics` was. */
  readonly feeds?: string;
}

/** What commands wrote about a place beside the cohort's own files: pages, grades, submissions and feeds. */
export function tracesOfPlace(
  cohort: CohortId,
  handle: Handle,
  { out, feeds }: TracesPlaces,
): readonly FileChange[] {
  return [
    ...existing(join(out, 'handouts', handle)).map((path) => ({ path })),
    ...RECORDS.flatMap((folder) => recordsIn(join(out, folder), handle)),
    ...(feeds === undefined ? [] : feedsOf(cohort, feeds, handle)),
  ];
}

const existing = (path: string): readonly string[] => (existsSync(path) ? [path] : []);

function recordsIn(folder: string, handle: Handle): readonly FileChange[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry): readonly FileChange[] => {
      const path = join(entry.parentPath, entry.name);
      // A file that is called after the place is the place's alone, such as its Job.
      if (entry.name.replace(/\.[a-z]+$/, '') === handle) return [{ path }];
      const text = readFileSync(path, 'utf8');
      const kept = gradesWithoutPlace(entry.name, text, handle);
      return kept === text ? [] : [{ path, text: kept }];
    });
}

/** Feeds in two places of one folder at most: only those that practicum wrote for this cohort. */
function feedsOf(cohort: CohortId, folder: string, handle: Handle): readonly FileChange[] {
  const path = join(folder, `${handle}.ics`);
  const ours = icsStart(feedProducer({ cohort }));
  return existing(path).flatMap((each) =>
    readFileSync(each, 'utf8').startsWith(ours) ? [{ path: each }] : [],
  );
}
