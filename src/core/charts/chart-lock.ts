import { stringify } from 'yaml';
import { z } from 'zod';
import { byText } from '../domain/sorting';
import type { Outcome } from '../input/problem';
import { accept, refuse } from '../input/problem';
import { readObject } from '../input/read-object';
import { taught } from '../input/teach';
import type { YamlSource } from '../input/yaml-source';

/** What a cohort saw when it got a chart of which no digest is published. */
export interface LockedChart {
  readonly id: string;
  readonly version: string;
  /** SHA-256 of the archive, hexadecimal. */
  readonly archive: string;
}

const HEX = /^[0-9a-f]{64}$/;

const ROW = taught(
  z.strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    archive: z.string().regex(HEX),
  }),
  {
    about: 'A chart, as it was when it was first seen.',
    allowed: 'what practicum wrote',
    example: '{ … }',
  },
);

const LOCK_SCHEMA = z.strictObject({
  charts: taught(z.array(ROW), {
    about: 'Charts that were seen.',
    allowed: 'a list of charts',
    example: '[]',
  }),
});

/** What to do with a lock that is not as it was written. */
export const RESTORE_LOCK = 'bring the file back from version control (git checkout -- charts.lock.yaml)';

/** Reads the lock of a cohort's charts. */
export function parseChartLock(source: YamlSource): Outcome<readonly LockedChart[]> {
  const { value, problems } = readObject(LOCK_SCHEMA, source);
  return value === undefined
    ? refuse(problems.map((problem) => ({ ...problem, write: RESTORE_LOCK })))
    : accept(value.charts);
}

const HEAD = `# Written by "practicum charts get": charts whose publishers tell no digest, as they were when first seen.
# Commit it. Whoever gets them again gets the same ones, or an error.
`;

/** The lock as a file: by id, the same text for the same charts. */
export const chartLockText = (charts: readonly LockedChart[]): string =>
  HEAD +
  stringify({
    charts: [...charts]
      .sort(byText(({ id }) => id))
      .map(({ id, version, archive }) => ({ id, version, archive })),
  });
