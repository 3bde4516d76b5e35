import { parseArgs } from 'node:util';
import { differencesIn, linearityOf, tableOf, tryFind } from './report';
import type { Measurement } from './spawn-run';
import { WRITERS, measure } from './spawn-run';

const SIZES = [10, 60, 200, 1_000, 2_000];
const QUICK_SIZES = [10, 60];
const LINEARITY = [200, 2_000] as const;
const BAR = { students: 2_000, seconds: 20, megabytes: 700 };

const NOTE = `One place per student, tier namespace, no teams; each run in a process of its own.
  practicum  all that "practicum synth" does after reading its inputs, hand-outs too
  stock      the same stacks and charts in one cdktf App and one cdk8s App, synth() on both
  by-hand    the tenants' stacks and charts only: object literals, template strings, no framework
  seconds    from the start of the process to the last file; "to start" is modules and inputs;
             user and system are processor time, system mostly for files: TMPDIR says on which disk
`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const measurements: Measurement[] = [];
  for (const students of values.quick ? QUICK_SIZES : SIZES) {
    for (const writer of WRITERS) measurements.push(await measure(writer, students));
    const differences = differencesIn(measurements);
    if (differences.length > 0) throw new Error(differences.join('\n'));
  }
  process.stdout.write(`${tableOf(measurements)}\n${NOTE}\n`);
  process.stdout.write('All three wrote the same bytes at every size.\n');
  if (!values.quick) process.stdout.write(linearityOf(measurements, LINEARITY));
  process.stdout.write(`${verdict(tryFind(measurements, 'practicum', BAR.students))}\n`);
}

function verdict(measured: Measurement | undefined): string {
  const bar = `${BAR.students.toLocaleString('en-US')} students in under ${BAR.seconds} s and ${BAR.megabytes} MB`;
  if (measured === undefined) return `The bar (${bar}) is not measured with --quick.`;
  const { seconds, peakMegabytes } = measured;
  const holds = seconds < BAR.seconds && peakMegabytes < BAR.megabytes;
  if (!holds) process.exitCode = 1;
  return `The bar (${bar}) ${holds ? 'holds' : 'does not hold'}: ${seconds.toFixed(1)} s and ${Math.round(peakMegabytes)} MB.`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
