import type { CohortPlan } from '../src/core/plan/cohort-plan';
import { benchCohort } from './cohort';
import type { Output } from './output';
import { readOutput } from './output';
import { newPlan } from './plan';

/** One writer's run in a process of its own. */
export interface Run extends Output {
  /** From the start of the process to the last file. */
  readonly seconds: number;
  /** The part of it before there was anything to do: the runtime, modules, the parsed inputs. */
  readonly startSeconds: number;
  /** Processor time of the process itself, of all its threads. */
  readonly userSeconds: number;
  /** Processor time that the operating system spent for it, mostly on files. */
  readonly systemSeconds: number;
  readonly peakMegabytes: number;
}

/** Writes a plan into `<folder>/terraform` and `<folder>/k8s`. */
export type Write = (plan: CohortPlan, folder: string) => void;

/** Does what the process was started for, `<students> <folder>`, and prints the run as JSON. */
export function runMeasured(write: Write): void {
  const [students, folder] = process.argv.slice(2);
  const inputs = benchCohort(Number(students));
  const started = performance.now();
  write(newPlan(inputs), folder!);
  const ended = performance.now();
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const run: Run = {
    seconds: ended / 1_000,
    startSeconds: started / 1_000,
    userSeconds: userCPUTime / 1_000_000,
    systemSeconds: systemCPUTime / 1_000_000,
    peakMegabytes: (maxRSS * 1_024) / 1_000_000,
    ...readOutput(folder!),
  };
  process.stdout.write(JSON.stringify(run));
}
