import { closeSync, existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { CloudChange, Journal } from '../../rehearsal/cloud/cloud-change';

/** The simulated cloud's changes, a line of JSON each; a cloud that is read from it stands where it stood. */
export class JournalFile implements Journal {
  private readonly file: number;

  /** Opens or makes it; a last line that a killed process left half-written is taken away, so that none follows it. */
  constructor(private readonly path: string) {
    if (existsSync(path)) truncateSync(path, readFileSync(path).lastIndexOf('\n') + 1);
    this.file = openSync(path, 'a');
  }

  append(change: CloudChange): void {
    writeSync(this.file, `${JSON.stringify(change, jsonExact)}\n`);
  }

  /** All changes so far. */
  read(): readonly CloudChange[] {
    return readFileSync(this.path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as CloudChange);
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Numbers that JSON has no room for are kept as text, as those are that a double does not hold. */
export const jsonExact = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
