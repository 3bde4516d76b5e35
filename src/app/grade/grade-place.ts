import type { GradingRecord, StartedRun } from '../../core/grading/grading-records';
import type { EndedJob, JobProgress } from '../../core/grading/job-progress';
import { progressOf } from '../../core/grading/job-progress';
import type { LoadLab } from '../../core/grading/load-job';
import { START_SECONDS, gradingName } from '../../core/grading/load-job';
import type { LoadReport } from '../../core/grading/load-report';
import { tryReadReport } from '../../core/grading/load-report';
import type { Turn } from '../../core/grading/schedule';
import type { Handle } from '../../core/domain/ids';
import { WEB_SERVICE } from '../../core/domain/names';
import { explainKubectl } from './explain-kubectl';
import type { GradingClock } from './grading-clock';
import type { Kubectl } from './kubectl';
import { NotGraded } from './not-graded';

/** A place that is to be graded, and the way into it. */
export interface Place extends Turn {
  readonly handle: Handle;
  readonly namespace: string;
  readonly kubectl: Kubectl;
  /** A run that an earlier process started and did not see end. */
  readonly started?: StartedRun;
}

/** What grading one place needs of its surroundings. */
export interface GradingGround {
  readonly lab: LoadLab;
  readonly clock: GradingClock;
  /** Writes the Job of a place down; gives the file's path. */
  writeJob(place: Place): string;
  /** Remembers for good. */
  record(record: GradingRecord): void;
}

/** Between two looks at a Job. */
const LOOK_EVERY_SECONDS = 10;
/** Looks that may fail one after another: a cluster's control plane is away for a while when it is upgraded. */
const FAILED_LOOKS = 30;

/** Grades one place, from where an earlier process left it. What goes wrong there is recorded as its result. */
export async function gradePlace(place: Place, ground: GradingGround): Promise<void> {
  const { handle } = place;
  const { lab, clock, record } = ground;
  try {
    const run = (await standing(place, lab)) ?? (await start(place, ground));
    const report = await reportOf(run, place, ground);
    record({ record: 'graded', handle, at: clock.instant(), report });
  } catch (error) {
    if (!(error instanceof NotGraded)) throw error;
    record({ record: 'not graded', handle, at: clock.instant(), reason: error.message });
  }
  await takeAway(place, lab);
}

/** The run that was started before, if all of it still stands: another's Job of the same name proves nothing. */
async function standing({ started, kubectl }: Place, { id }: LoadLab): Promise<StartedRun | undefined> {
  if (started === undefined) return undefined;
  return progressOf(await kubectl.graded(id), started).state === 'lost' ? undefined : started;
}

async function start(place: Place, { lab, record, writeJob }: GradingGround): Promise<StartedRun> {
  const { handle, namespace, kubectl } = place;
  const stand = new Set((await kubectl.surroundings()).map(({ kind }) => kind));
  if (!stand.has('Namespace'))
    throw new NotGraded(`there is no namespace ${namespace}: the place is not deployed`);
  if (!stand.has('Service')) throw new NotGraded(`there is no Service ${WEB_SERVICE} in the place`);
  // What has the name already is the student's own rehearsal, or of a run that nobody remembers.
  await kubectl.remove(gradingName(lab.id));
  const made = await kubectl.create(writeJob(place));
  const run: StartedRun = {
    record: 'started',
    handle,
    job: made.get('Job')!,
    script: made.get('ConfigMap')!,
  };
  record(run);
  return run;
}

async function reportOf(run: StartedRun, place: Place, ground: GradingGround): Promise<LoadReport> {
  const { pod, why } = await ended(run, place, ground);
  const log = pod === undefined ? '' : await place.kubectl.log(pod);
  const report = tryReadReport(log);
  if (report === undefined) {
    const last = log.trim().split('\n').at(-1)!;
    throw new NotGraded(last === '' ? why : `${why}: ${last}`);
  }
  if (report.answered === 0)
    throw new NotGraded(`the service gave a good answer to none of ${report.requests} requests`);
  return report;
}

async function ended(run: StartedRun, { kubectl }: Place, { lab, clock }: GradingGround): Promise<EndedJob> {
  const begin = clock.milliseconds();
  for (let failed = 0; ; await clock.wait(LOOK_EVERY_SECONDS * 1000)) {
    const progress = await look(run, kubectl, lab);
    if (progress instanceof NotGraded) {
      failed += 1;
      if (failed > FAILED_LOOKS) throw progress;
      continue;
    }
    failed = 0;
    if (progress.state === 'ended') return progress;
    if (progress.state === 'lost') throw new NotGraded(progress.why);
    const isLate = clock.milliseconds() - begin > START_SECONDS * 1000;
    if (progress.state === 'starting' && (progress.isHopeless || isLate))
      throw new NotGraded(progress.trouble ?? (await whyNoPod(run, kubectl)));
  }
}

/** How the run goes, or why that cannot be seen now. */
async function look(run: StartedRun, kubectl: Kubectl, { id }: LoadLab): Promise<JobProgress | NotGraded> {
  try {
    return progressOf(await kubectl.graded(id), run);
  } catch (error) {
    if (error instanceof NotGraded) return error;
    throw error;
  }
}

/** The Job's controller tells in an event why it makes no pod. */
async function whyNoPod({ job }: StartedRun, kubectl: Kubectl): Promise<string> {
  const event = await kubectl.lastEvent(job);
  return event === '' ? `its pod did not start within ${START_SECONDS} s` : explainKubectl(event);
}

/** It is measured by then: what cannot be taken away goes by itself, or with the next run. */
async function takeAway({ kubectl }: Place, { id }: LoadLab): Promise<void> {
  try {
    await kubectl.remove(gradingName(id));
  } catch (error) {
    if (!(error instanceof NotGraded)) throw error;
  }
}
