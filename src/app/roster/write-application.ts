import { join } from 'node:path';
import { formatLedger } from '../../core/ledger/ledger-file';
import { formatRoster } from '../../core/roster/exports/plain-roster';
import type { CohortDirectory } from '../cohort-directory';
import { LEDGER_FILE, ROSTER_FILE } from '../cohort-directory';
import { applyChanges } from '../privacy/file-changes';
import type { RosterApplication } from './application';
import { forgetRosterBefore, rememberRosterBefore } from './apply-marker';

/**
 * Writes the roster, then the ledger. Both texts are on disk before either takes its place. Who is killed in between leaves
 * the new roster beside the old ledger, and the old roster in a file that says so: every command refuses to go on
 * but this one, which starts from the old roster again and comes to the same end.
 */
export function writeApplication(
  directory: CohortDirectory,
  { roster, change }: Pick<RosterApplication, 'roster' | 'change'>,
): void {
  rememberRosterBefore(directory);
  applyChanges([{ path: join(directory.path, ROSTER_FILE), text: formatRoster(roster) }], {
    path: join(directory.path, LEDGER_FILE),
    text: formatLedger(change.ledger),
  });
  forgetRosterBefore(directory);
}
