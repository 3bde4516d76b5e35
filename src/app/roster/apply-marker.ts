import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { Problem } from '../../core/input/problem';
import type { CohortDirectory } from '../cohort-directory';
import { LEDGER_FILE, ROSTER_FILE } from '../cohort-directory';

/** Stands beside the roster while a new one is written and the ledger does not know of it yet. */
const MARKER_FILE = '.roster-apply.json';

const MARKER = z.strictObject({
  /** Hash of the ledger as it was. */
  ledger: z.string(),
  /** The roster as it was; none, where there was no file. */
  roster: z.string().nullable(),
});

/** The roster as it was before an application that was cut off. */
export interface CutOff {
  readonly roster: string | undefined;
}

/**
 * What an application left that wrote the roster and not the ledger. The roster of before is kept until the ledger is
 * written: from it alone it can be told who changed their address.
 */
export function unfinishedApplication(directory: CohortDirectory): CutOff | undefined {
  const text = readIfThere(join(directory.path, MARKER_FILE));
  if (text === undefined) return undefined;
  const marker = MARKER.safeParse(tryParseJson(text));
  if (!marker.success || marker.data.ledger !== ledgerHash(directory)) return undefined;
  return { roster: marker.data.roster ?? undefined };
}

/** What every other command says as long as an application is unfinished. */
export function cutOffApplication(directory: CohortDirectory): Problem | undefined {
  const left = unfinishedApplication(directory);
  if (left === undefined || left.roster === (readIfThere(join(directory.path, ROSTER_FILE)) ?? undefined))
    return undefined;
  return {
    file: directory.display(ROSTER_FILE),
    line: 1,
    column: 1,
    message: 'a "practicum roster apply" was ended before the ledger knew of this roster',
    allowed: 'a roster and a ledger of one application',
    write: 'the same "practicum roster apply" again: it goes on where it was ended',
  };
}

/** Remembers the roster as it was, until `forgetRosterBefore`. */
export function rememberRosterBefore(directory: CohortDirectory): void {
  const roster =
    unfinishedApplication(directory)?.roster ?? readIfThere(join(directory.path, ROSTER_FILE)) ?? null;
  const marker: z.output<typeof MARKER> = { ledger: ledgerHash(directory), roster };
  writeFileAtomic.sync(join(directory.path, MARKER_FILE), JSON.stringify(marker));
}

export function forgetRosterBefore(directory: CohortDirectory): void {
  rmSync(join(directory.path, MARKER_FILE), { force: true });
}

const ledgerHash = (directory: CohortDirectory): string =>
  createHash('sha256')
    .update(readIfThere(join(directory.path, LEDGER_FILE)) ?? '')
    .digest('hex');

/** The text of a regular file; what else may stand in its place is for others to complain about. */
function readIfThere(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function tryParseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
