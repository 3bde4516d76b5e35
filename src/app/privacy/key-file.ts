import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { CohortId } from '../../core/domain/ids';
import { decodeText } from '../../core/input/decode-text';
import type { Outcome } from '../../core/input/problem';
import { accept, refuse } from '../../core/input/problem';
import type { Ledger } from '../../core/ledger/ledger';
import { checkLedgerKeys } from '../../core/privacy/check-pseudonyms';
import { KEY_BYTES, formatKeyFile, parseKeyFile, pseudonymKey } from '../../core/privacy/pseudonym-key';
import type { Pseudonyms } from '../../core/privacy/pseudonyms';
import { pseudonymsOf } from '../../core/privacy/pseudonyms';
import type { CohortDirectory } from '../cohort-directory';
import { COHORT_FILE, LEDGER_FILE, readInput } from '../cohort-directory';

/** The key of the pseudonyms: with the instructor, never in version control, never in an output. */
export const KEY_FILE = 'cohort.key';

/** Only its owner reads it. */
const OWNER_ONLY = 0o600;

/**
 * The pseudonyms of a cohort, after their key was held against the ledger; undefined for a cohort that has none, whose
 * ledger must know people by their addresses.
 */
export function readPseudonyms(
  directory: CohortDirectory,
  wanted: boolean,
  ledger: Ledger,
): Outcome<Pseudonyms | undefined> {
  const files = {
    cohort: directory.display(COHORT_FILE),
    ledger: directory.display(LEDGER_FILE),
    key: directory.display(KEY_FILE),
  };
  const key = wanted ? readKey(directory, ledger) : undefined;
  if (key !== undefined && !key.ok) return key;
  const wrong = checkLedgerKeys(ledger, key?.value.check, files);
  return wrong.length > 0 ? refuse(wrong) : accept(key?.value);
}

function readKey(directory: CohortDirectory, ledger: Ledger): Outcome<Pseudonyms> {
  const name = directory.display(KEY_FILE);
  const remedy =
    ledger.events.length === 0
      ? 'make it with "practicum privacy key"'
      : 'nothing by hand: bring back your copy; a new key would give everyone a second place';
  const bytes = readInput(join(directory.path, KEY_FILE), name, remedy);
  if (!(bytes instanceof Uint8Array)) return refuse([bytes]);
  const text = decodeText(name, bytes);
  const key = text.ok ? parseKeyFile(name, text.value) : text;
  return key.ok ? accept(pseudonymsOf(key.value)) : key;
}

/** Whether a key stands there already; then it is never written over. */
export const hasKey = (directory: CohortDirectory): boolean => existsSync(join(directory.path, KEY_FILE));

/** Makes the key of a cohort that has none, for its owner alone. */
export function makeKey(directory: CohortDirectory, cohort: CohortId): void {
  const path = join(directory.path, KEY_FILE);
  const text = formatKeyFile(cohort, pseudonymKey(randomBytes(KEY_BYTES)));
  writeFileAtomic.sync(path, text, { mode: OWNER_ONLY });
  chmodSync(path, OWNER_ONLY);
}

/** Has version control leave these files out; those that it leaves out already stay as they are. */
export function leaveOutOfGit(directory: CohortDirectory, files: readonly string[]): readonly string[] {
  const path = join(directory.path, '.gitignore');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const there = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\//, '')));
  const added = files.filter((file) => !there.has(file));
  if (added.length === 0) return [];
  const gap = text === '' || text.endsWith('\n') ? '' : '\n';
  writeFileAtomic.sync(path, `${text}${gap}${added.map((file) => `/${file}\n`).join('')}`);
  return added;
}
