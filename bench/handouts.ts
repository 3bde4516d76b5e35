import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noEndpoints } from '../src/app/handout/endpoints';
import { writeHandouts } from '../src/app/handout/write-handouts';
import { benchCohort } from './cohort';
import { newPlan } from './plan';

const STUDENTS = 2_500;
/** The course with the most toolkits. */
const EXAMPLE = 'csce790-fall';
const BAR = { seconds: 15 };

/** Seconds of the clock and of the processor, and of the latter what went into files and folders. */
interface Taken {
  readonly clock: number;
  readonly processor: number;
  readonly system: number;
}

function taken(work: () => void): Taken {
  const [clock, before] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(before);
  return {
    clock: (performance.now() - clock) / 1_000,
    processor: (user + system) / 1_000_000,
    system: system / 1_000_000,
  };
}

/** Writes the hand-outs of a class of invented students into an empty folder, and then anew over the old ones. */
function measureHandouts(students: number): void {
  const plan = newPlan(benchCohort(students, EXAMPLE));
  const folder = mkdtempSync(join(tmpdir(), 'practicum-bench-'));
  try {
    const write = (): void => void writeHandouts(plan, join(folder, 'handouts'), noEndpoints);
    const [first, again] = [taken(write), taken(write)];
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    const inWords = ({ clock, processor, system }: Taken): string =>
      `${clock.toFixed(1)} s, of the processor ${processor.toFixed(1)} s, for files ${system.toFixed(1)} s of these`;
    const holds = Math.max(first.clock, again.clock) < BAR.seconds;
    if (!holds) process.exitCode = 1;
    process.stdout.write(
      `${students} places of ${EXAMPLE}: ${files.length} files\n  into an empty folder ${inWords(first)}\n` +
        `  over the old ones    ${inWords(again)}\n` +
        `  the bar (${BAR.seconds} s) ${holds ? 'holds' : 'does not hold'}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

measureHandouts(Number(process.argv[2] ?? STUDENTS));
