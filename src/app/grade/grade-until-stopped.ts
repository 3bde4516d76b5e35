import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Estimate } from '../../core/grading/estimate';
import type { LoadLab } from '../../core/grading/load-job';
import { loadJob } from '../../core/grading/load-job';
import { Stopped } from '../recover/stack-terraform';
import { untilStopped } from '../rehearse/until-stopped';
import { counted } from '../table';
import type { Terminal } from '../terminal';
import { yamlDocuments } from '../yaml-documents';
import type { GradingGround } from './grade-place';
import { gradePlace } from './grade-place';
import type { ClusterQueue } from './grade-places';
import { gradePlaces } from './grade-places';
import { wallClock } from './grading-clock';
import type { ResultsFile } from './results-file';

export interface GradingRun {
  readonly lab: LoadLab;
  /** Where the lab's files stand. */
  readonly folder: string;
  readonly file: ResultsFile;
  readonly queues: readonly ClusterQueue[];
  readonly estimate: Estimate;
  readonly terminal: Terminal;
}

/** Grades the places, to the end or until somebody stops it; Jobs that run then are left to the next run. */
export async function gradeUntilStopped(run: GradingRun): Promise<'done' | 'stopped'> {
  const { queues, estimate, terminal } = run;
  const waiting = new AbortController();
  const watch = untilStopped();
  void watch.stopped.then(() => waiting.abort());
  const ground = groundOf(run, waiting.signal);
  let ended = 0;
  const show = (): void =>
    terminal.progress(`${ended} of ${counted(estimate.places, 'place')} graded, ${estimate.atOnce} at once`);
  show();
  try {
    await gradePlaces(queues, async (place) => {
      await gradePlace(place, ground);
      ended += 1;
      show();
    });
    return 'done';
  } catch (error) {
    if (error instanceof Stopped || (error as Error).name === 'AbortError') return 'stopped';
    throw error;
  } finally {
    watch.forget();
    terminal.done();
  }
}

function groundOf({ lab, folder, file }: GradingRun, signal: AbortSignal): GradingGround {
  const jobs = join(folder, 'jobs');
  return {
    lab,
    clock: wallClock(signal),
    record: (record) => file.append(record),
    writeJob: ({ handle, namespace }) => {
      mkdirSync(jobs, { recursive: true });
      const path = join(jobs, `${handle}.yaml`);
      writeFileAtomic.sync(path, yamlDocuments(loadJob(lab, namespace)));
      return path;
    },
  };
}
