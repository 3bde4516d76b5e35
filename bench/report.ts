import type { Measurement, Writer } from './spawn-run';
import { WRITERS } from './spawn-run';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');

const COLUMNS: readonly (readonly [title: string, cell: (measured: Measurement) => string])[] = [
  ['students', ({ students }) => whole(students)],
  ['writer', ({ writer }) => writer],
  ['seconds', ({ seconds }) => seconds.toFixed(2)],
  ['to start', ({ startSeconds }) => startSeconds.toFixed(2)],
  ['user', ({ userSeconds }) => userSeconds.toFixed(2)],
  ['system', ({ systemSeconds }) => systemSeconds.toFixed(2)],
  ['peak MB', ({ peakMegabytes }) => whole(peakMegabytes)],
  ['objects', ({ objects }) => whole(objects)],
  ['files', ({ files }) => whole(files)],
  ['MB written', ({ bytes }) => (bytes / 1_000_000).toFixed(1)],
];

const WRITER_COLUMN = 1;

export function tableOf(measurements: readonly Measurement[]): string {
  const rows = [
    COLUMNS.map(([title]) => title),
    ...measurements.map((each) => COLUMNS.map(([, cell]) => cell(each))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column === WRITER_COLUMN ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/** Time per student at two sizes, the start not counted, and what it grew by. */
export function linearityOf(
  measurements: readonly Measurement[],
  [few, many]: readonly [number, number],
): string {
  const lines = WRITERS.flatMap((writer) => {
    const [atFew, atMany] = [few, many].map((students) => tryFind(measurements, writer, students));
    if (atFew === undefined || atMany === undefined) return [];
    const [small, large] = [perStudentMs(atFew), perStudentMs(atMany)];
    const growth = (large / small).toFixed(2);
    return [
      `  ${writer.padEnd(9)}  ${small.toFixed(2)} ms at ${whole(few)}, ${large.toFixed(2)} ms at ${whole(many)}: × ${growth}\n`,
    ];
  });
  return `Time per student, the start not counted:\n${lines.join('')}`;
}

const perStudentMs = ({ seconds, startSeconds, students }: Measurement): number =>
  ((seconds - startSeconds) * 1_000) / students;

export function tryFind(
  measurements: readonly Measurement[],
  writer: Writer,
  students: number,
): Measurement | undefined {
  return measurements.find((each) => each.writer === writer && each.students === students);
}

/**
 * Where a writer did not write what Practicum did: stock engines all of it, by hand the tenants' stacks
 * and charts. A comparison of different work would say nothing.
 */
export function differencesIn(measurements: readonly Measurement[]): readonly string[] {
  return measurements.flatMap(({ writer, students, sum, tenantSum }) => {
    const own = tryFind(measurements, 'practicum', students)!;
    const same = writer === 'by-hand' ? tenantSum === own.tenantSum : sum === own.sum;
    return same
      ? []
      : [
          `${writer} wrote other bytes than practicum for ${students} students. To see which: ` +
            `node -r tsx/cjs bench/${writer}.run.ts ${students} <new folder>, the same with practicum, then diff -r`,
        ];
  });
}
