import { z } from 'zod';
import type { Handle } from '../domain/ids';
import { HANDLE } from '../domain/ids';
import type { Instant } from '../domain/time';
import type { Outcome } from '../input/problem';
import { accept, refuse, shown } from '../input/problem';
import { LOAD_REPORT } from './load-report';

const HANDLE_OF = z
  .string()
  .regex(HANDLE.pattern)
  .transform((text) => text as Handle);
const INSTANT = z.iso.datetime().transform((text) => text as Instant);

const RUN = z.object({
  record: z.literal('started'),
  handle: HANDLE_OF,
  job: z.string(),
  script: z.string(),
});
const RESULT = z.union([
  z.object({ record: z.literal('graded'), handle: HANDLE_OF, at: INSTANT, report: LOAD_REPORT }),
  z.object({ record: z.literal('not graded'), handle: HANDLE_OF, at: INSTANT, reason: z.string() }),
]);
const AGAIN = z.object({ record: z.literal('again'), handles: z.array(HANDLE_OF) });
const RECORD = z.union([AGAIN, RUN, RESULT]);

/** A Job that was made, and the ConfigMap of its script, by the uids that Kubernetes gave them. */
export type StartedRun = Readonly<z.output<typeof RUN>>;
/** How grading a place ended: with a report, or with the reason why there is none. */
export type PlaceResult = Readonly<z.output<typeof RESULT>>;
/** One line of what grading remembers; later lines count more. */
export type GradingRecord = Readonly<z.output<typeof RECORD>>;

/** What the records say of one place. */
export interface PlaceRecord {
  readonly started?: StartedRun;
  readonly result?: PlaceResult;
}

/** Reads the lines of `results.jsonl`. A last line without an end is one that a crash cut off: it never was. */
export function parseRecords(file: string, text: string): Outcome<readonly GradingRecord[]> {
  const lines = text.split('\n').slice(0, -1);
  const read = lines.map((line) => RECORD.safeParse(tryJson(line)));
  const problems = read.flatMap(({ success }, index) =>
    success || lines[index] === ''
      ? []
      : [
          {
            file,
            line: index + 1,
            column: 1,
            message: 'this is no line of results',
            got: shown(lines[index]),
            allowed: 'lines that "practicum grade" wrote',
            write: 'nothing: delete the line; its place is graded again',
          },
        ],
  );
  if (problems.length > 0) return refuse(problems);
  return accept(read.flatMap(({ data }) => (data === undefined ? [] : [data])));
}

/** What stands of each place after all records. */
export function recordsByPlace(records: readonly GradingRecord[]): ReadonlyMap<Handle, PlaceRecord> {
  const places = new Map<Handle, PlaceRecord>();
  for (const record of records) {
    if (record.record === 'again') for (const handle of record.handles) places.delete(handle);
    else if (record.record === 'started') places.set(record.handle, { started: record });
    else places.set(record.handle, { result: record });
  }
  return places;
}

function tryJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
