import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../../core/domain/time';
import type { Outcome } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { seedOrganization } from '../../rehearsal/google/organization';
import type { Call } from '../../rehearsal/provider/call';
import { CallCount, allOf } from '../../rehearsal/provider/call-count';
import { NeedRecord } from '../../rehearsal/provider/need-record';
import { TouchedResources } from '../../rehearsal/provider/touched-resources';
import type { CohortDirectory } from '../cohort-directory';
import { writeTerraform } from '../synthesize';
import { Hazards } from './hazards';
import { helmReleaseKind } from '../../rehearsal/helm/helm-release-kind';
import { chartFolders } from './chart-folders';
import { ClusterApis } from './cluster-apis';
import { MemoryWatch, familyOf } from './process-memory';
import { RehearsalCohort } from './rehearsal-cohort';
import { emptyFolder } from './rehearsal-folder';
import { Simulation } from './simulation';
import { triedCohort } from './tried-cohort';
import type { EngineName } from './stack-engine';
import { StackEngine } from './stack-engine';
import { instantOf } from './term-day';
import { stackFolders } from './terraform-types';

export interface RehearsalGroundProps {
  readonly cohort: CohortDirectory;
  /** Folder that takes everything; what an earlier rehearsal left there goes. */
  readonly folder: string;
  readonly students?: number;
  readonly engine: EngineName;
  /** Program that is run as terraform. */
  readonly terraform: string;
  readonly parallelism: number;
  onCall(call: Call): void;
}

/** Everything that a rehearsal stands on: a copy of the cohort, a simulated cloud, and the programs that work on it. */
export class RehearsalGround {
  readonly memory = new MemoryWatch();
  private closing = false;

  private constructor(
    readonly cohort: RehearsalCohort,
    readonly simulation: Simulation,
    readonly hazards: Hazards,
    readonly calls: CallCount,
    readonly needs: NeedRecord,
    readonly touched: TouchedResources,
    readonly engine: StackEngine,
    readonly clusters: ClusterApis,
    /** Program that is run as terraform. */
    readonly program: string,
    private readonly folder: string,
    private readonly running: Set<number>,
  ) {}

  /** Prepares it, or tells what is wrong with the cohort's files. */
  static async prepare(props: RehearsalGroundProps): Promise<Outcome<RehearsalGround>> {
    const { folder } = props;
    // What an earlier rehearsal left goes only when this one can begin.
    const plan = triedCohort(props.cohort, props.students);
    if (!plan.ok) return plan;
    emptyFolder(folder);
    mkdirSync(join(folder, 'logs'), { recursive: true });
    const cohort = RehearsalCohort.copy(props.cohort, join(folder, 'cohort'), props.students);
    if (!cohort.ok) return cohort;
    const running = new Set<number>();
    const needs = new NeedRecord();
    const touched = new TouchedResources();
    const calls = new CallCount((call) => props.onCall(call));
    const hazards: Hazards = new Hazards({
      crashProviders: () => simulation.crashProviders(),
      killTerraform: () => {
        for (const pid of running) killFamily(pid);
      },
    });
    const simulation: Simulation = await Simulation.start({
      folder: join(folder, 'cloud'),
      start: instantOf(plan.value.term.starts),
      helm: () => helmReleaseKind(chartFolders(join(folder, 'terraform')), (host) => clusters.tryFind(host)),
      observer: allOf(hazards.injector, calls, needs, touched),
      isDown: () => hazards.injector.providersDown,
      beforeStateWrite: (stack) => hazards.beforeStateWrite(stack),
    });
    const clusters: ClusterApis = new ClusterApis(simulation.cloud, process.env['KUBEBUILDER_ASSETS']);
    const { google } = plan.value;
    seedOrganization(simulation.cloud, google);
    const engine = new StackEngine(props.engine, {
      terraform: join(folder, 'terraform'),
      logs: join(folder, 'logs'),
      program: props.terraform,
      env: simulation.environment,
      parallelism: props.parallelism,
      onProcess: (pid) => {
        running.add(pid);
        ground.memory.follow(pid);
        // A stack that was next in line when the rehearsal was stopped.
        if (ground.closing) killFamily(pid);
        return () => void running.delete(pid);
      },
    });
    const ground: RehearsalGround = new RehearsalGround(
      cohort.value,
      simulation,
      hazards,
      calls,
      needs,
      touched,
      engine,
      clusters,
      props.terraform,
      folder,
      running,
    );
    return accept(ground);
  }

  /** Decides and synthesises the cohort as of a day, and lets the simulation serve it. */
  synthesize(day: Day): Outcome<CohortPlan> {
    const plan = this.cohort.plan(day);
    if (!plan.ok) return plan;
    writeTerraform(plan.value, this.terraform, () => undefined, this.cohort.charts);
    this.simulation.take(this.terraform);
    return plan;
  }

  get terraform(): string {
    return join(this.folder, 'terraform');
  }

  /** Names of all stacks, that of the state's bucket as well. */
  get stacks(): readonly string[] {
    return stackFolders(this.terraform).map(({ name }) => name);
  }

  /** Ends all that runs, whatever it is at; the folder stays. */
  async close(): Promise<void> {
    this.closing = true;
    this.memory.stop();
    for (const pid of this.running) killFamily(pid);
    await this.clusters.close();
    await this.simulation.close();
  }
}

/** Kills a process that leads a group, and all that it started, in groups of their own too. */
function killFamily(leader: number): void {
  for (const pid of [...familyOf(leader), -leader]) killNow(pid);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // Of a group in which nobody lives any more, macOS says EPERM.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
