import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Handle } from '../../core/domain/ids';
import type { GradingRecord, PlaceRecord } from '../../core/grading/grading-records';
import { parseRecords, recordsByPlace } from '../../core/grading/grading-records';
import type { Outcome } from '../../core/input/problem';
import { accept } from '../../core/input/problem';

/** The file that remembers what was graded, a line for each thing that happened. */
export class ResultsFile {
  /** Reads it, if an earlier run wrote one; `name` is how messages call it. */
  static open(path: string, name: string): Outcome<ResultsFile> {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const records = parseRecords(name, text);
    if (!records.ok) return records;
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    // What a crash cut off would become one line with what is written next.
    if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
    return accept(new ResultsFile(path, records.value));
  }

  private readonly records: GradingRecord[];

  private constructor(
    private readonly path: string,
    records: readonly GradingRecord[],
  ) {
    this.records = [...records];
  }

  /** What stands of each place. */
  get places(): ReadonlyMap<Handle, PlaceRecord> {
    return recordsByPlace(this.records);
  }

  /** Adds a line, in one write: a crash leaves it whole, or cut off where its end would be. */
  append(record: GradingRecord): void {
    mkdirSync(dirname(this.path), { recursive: true });
    appendFileSync(this.path, `${JSON.stringify(record)}\n`, { flush: true });
    this.records.push(record);
  }
}
