import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { CloudChange, Journal } from '../../rehearsal/cloud/cloud-change';

/** The simulated cloud's changes, a line of JSON each; a cloud that is read from it stands where it stood. */
export class JournalFile implements Journal {
  private readonly file: number;

  constructor(private readonly path: string) {
    this.file = openSync(path, 'a');
  }

  append(change: CloudChange): void {
    writeSync(this.file, `${JSON.stringify(change, exact)}\n`);
  }

  /** All changes so far; a last line that a killed process left half-written is none. */
  read(): readonly CloudChange[] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    return lines.flatMap((line, index) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as CloudChange];
      } catch (error) {
        if (index >= lines.length - 2) return [];
        throw error;
      }
    });
  }

  close(): void {
    closeSync(this.file);
  }
}

/** Numbers that JSON has no room for are kept as text, as those are that a double does not hold. */
const exact = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? String(value) : value);
