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
  private constructor(
    readonly cohort: RehearsalCohort,
    readonly simulation: Simulation,
    readonly hazards: Hazards,
    readonly calls: CallCount,
    readonly needs: NeedRecord,
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
    emptyFolder(folder);
    mkdirSync(join(folder, 'logs'), { recursive: true });
    const cohort = RehearsalCohort.copy(props.cohort, join(folder, 'cohort'), props.students);
    if (!cohort.ok) return cohort;
    const plan = cohort.value.plan(cohort.value.firstDay);
    if (!plan.ok) return plan;
    const running = new Set<number>();
    const needs = new NeedRecord();
    const calls = new CallCount((call) => props.onCall(call));
    const hazards: Hazards = new Hazards({
      crashProviders: () => simulation.crashProviders(),
      killTerraform: () => {
        for (const pid of [...running].flatMap(familyOf)) killNow(pid);
      },
    });
    const simulation: Simulation = await Simulation.start({
      folder: join(folder, 'cloud'),
      start: instantOf(plan.value.term.starts),
      helm: () => helmReleaseKind(chartFolders(join(folder, 'terraform')), (host) => clusters.tryFind(host)),
      observer: allOf(hazards.injector, calls, needs),
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
        return () => void running.delete(pid);
      },
    });
    const ground: RehearsalGround = new RehearsalGround(
      cohort.value,
      simulation,
      hazards,
      calls,
      needs,
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
    writeTerraform(plan.value, this.terraform, () => undefined);
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

  async close(): Promise<void> {
    this.memory.stop();
    for (const pid of [...this.running].flatMap(familyOf)) killNow(pid);
    await this.clusters.close();
    await this.simulation.close();
  }
}

function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
