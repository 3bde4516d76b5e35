import { z } from 'zod';

/** What a load test measured, as its script writes it. Latencies are those of good answers, in milliseconds. */
export const LOAD_REPORT = z.object({
  seconds: z.number().gt(0),
  requests: z.int().min(0),
  /** Requests that got a good answer. */
  answered: z.int().min(0),
  latency: z
    .object({
      avg: z.number(),
      min: z.number(),
      med: z.number(),
      'p(90)': z.number(),
      'p(95)': z.number(),
      'p(99)': z.number(),
      max: z.number(),
    })
    .optional(),
});

export type LoadReport = Readonly<z.output<typeof LOAD_REPORT>>;

/** Lines of a pod's log between which the report stands. */
export const REPORT_BEGINS = '----- practicum load report -----';
export const REPORT_ENDS = '----- end of load report -----';

/** The last report in a pod's log; undefined where none is whole. */
export function tryReadReport(log: string): LoadReport | undefined {
  const begins = log.lastIndexOf(REPORT_BEGINS);
  const ends = log.lastIndexOf(REPORT_ENDS);
  if (begins < 0 || ends < begins) return undefined;
  try {
    return LOAD_REPORT.parse(JSON.parse(log.slice(begins + REPORT_BEGINS.length, ends)));
  } catch {
    return undefined;
  }
}
