import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { cohortDirectory } from '../../src/app/cohort-directory';
import { LedgerIsLocked, withLedgerLock, writeLedger } from '../../src/app/ledger-store';
import { cohortId } from '../../src/core/domain/ids';
import { emptyLedger } from '../../src/core/ledger/ledger';
import { run } from './recorded-terminal';
import { copyOfExample, temporaryFolder } from './temporary-folder';

const LOCK = 'cohort.lock.yaml.lock';

/** Id of a process that was here and is not any more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('Nobody else gets the lock while work is done, and it is gone afterwards', () => {
  const folder = temporaryFolder();
  const directory = cohortDirectory(folder);
  withLedgerLock(directory, () => {
    expect(() => withLedgerLock(directory, () => undefined)).toThrow(LedgerIsLocked);
    expect(existsSync(join(folder, LOCK))).toBe(true);
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('Work that throws gives the lock back', () => {
  const folder = temporaryFolder();
  const fail = (): never => {
    throw new Error('work failed');
  };
  expect(() => withLedgerLock(cohortDirectory(folder), fail)).toThrow('work failed');
  expect(readdirSync(folder)).toEqual([]);
});

test('A lock that a dead process of this machine left is taken over', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, LOCK), `process ${deadProcess()} on ${hostname()}`);
  expect(withLedgerLock(cohortDirectory(folder), () => 'done')).toBe('done');
});

test.each(['process 1 on another-machine', `process ${process.pid} on ${hostname()}`, 'something else', ''])(
  'A lock that may be alive is left alone: "%s"',
  (holder) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, LOCK), holder);
    expect(() => withLedgerLock(cohortDirectory(folder), () => undefined)).toThrow(LedgerIsLocked);
    expect(readFileSync(join(folder, LOCK), 'utf8')).toBe(holder);
  },
);

test('A synthesis that would have to write a locked ledger writes nothing at all', async () => {
  const cohort = copyOfExample('tier-namespace');
  writeFileSync(join(cohort, LOCK), 'process 1 on another-machine');
  const out = join(temporaryFolder(), 'dist');
  await expect(run('synth', '--cohort', cohort, '--out', out)).rejects.toThrow(LedgerIsLocked);
  expect(existsSync(out)).toBe(false);
  expect(existsSync(join(cohort, 'cohort.lock.yaml'))).toBe(false);
});

test('The ledger is written whole: no other file stays behind', () => {
  const folder = temporaryFolder();
  writeLedger(cohortDirectory(folder), emptyLedger(cohortId('w255-spring27')));
  expect(readdirSync(folder)).toEqual(['cohort.lock.yaml']);
});
