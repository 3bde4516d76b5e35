import type { Handle } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { Fault } from '../../rehearsal/faults/fault';
import type { PlannedFault } from '../../rehearsal/faults/fault-plan';
import { faultPlan } from '../../rehearsal/faults/fault-plan';
import { invariantsAfter } from '../../rehearsal/scenario/invariants';
import type { Scenario, Step } from '../../rehearsal/scenario/scenario';
import { daysOf } from '../../rehearsal/scenario/scenario';
import { standing } from '../../rehearsal/scenario/standing';
import { inputPhases } from './change-inputs';
import { checkStep } from './check-step';
import { faultTargets } from './fault-targets';
import { allRemembered } from './hazards';
import { recoverGround } from './recover-ground';
import type { RehearsalGround } from './rehearsal-ground';
import type { Finding, StepReport } from './report/report';
import type { FaultedRun } from './run-through-faults';
import { runThroughFaults } from './run-through-faults';
import type { StacksRun } from './stack-engine';
import { handlesOf, placesOfPeople } from './tenants-of-people';
import { instantOf } from './term-day';
import { waitGraphs } from './terraform-types';
import { workInPlaces } from './work-in-places';

export interface RunProps {
  readonly ground: RehearsalGround;
  readonly scenario: Scenario;
  /** Lays faults over the scenario that follow from it. */
  readonly seed?: number;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  onStep(step: Step): void;
  onDone(report: StepReport, index: number): void;
}

/** Takes the steps of a scenario one after another; stops where a step does not go through. */
export async function runScenario(props: RunProps): Promise<readonly StepReport[]> {
  const run = new ScenarioRun(props);
  const reports: StepReport[] = [];
  const days = daysOf(props.scenario.steps, props.ground.cohort.firstDay);
  for (const [index, step] of props.scenario.steps.entries()) {
    props.onStep(step);
    const report = await run.take(step, index, days[index]!);
    reports.push(report);
    props.onDone(report, index);
    if (report.outcome === 'failed') break;
  }
  return reports;
}

class ScenarioRun {
  private plan: CohortPlan | undefined;
  private readonly tenants = new Set<Handle>();
  /** Faults of `fault` steps that wait for a run to strike. */
  private pending: Fault[] = [];
  private laid: readonly PlannedFault[] | undefined;

  constructor(private readonly props: RunProps) {}

  async take(step: Step, index: number, day: Day): Promise<StepReport> {
    const { ground, clock } = this.props;
    const { simulation, calls, memory } = ground;
    const began = clock();
    simulation.clock.advanceTo(instantOf(day));
    const virtually = simulation.clock.now;
    simulation.clock.takeWaits();
    calls.take();
    const before = standing(simulation.cloud.list(), this.tenants);
    const meant = new Set<Handle>();
    const run = await this.act(step, index, day, meant);
    const { added, changed, destroyed } = calls.take();
    const virtualSeconds = (simulation.clock.now - virtually) / 1000;
    const waits = simulation.clock.takeWaits();
    const kept = allRemembered(simulation.states, ground.stacks).length - added;
    // A quiet run of the same files is its own proof that they change nothing.
    const proven = step.action === 're-apply' && run.faults.length === 0 && added + changed + destroyed === 0;
    const judged = (run.outcome === 'done' ? invariantsAfter(step) : []).filter(
      (invariant) => !(proven && invariant === 'empty-re-apply'),
    );
    const checked = await checkStep(judged, {
      engine: ground.engine,
      cloud: simulation.cloud,
      states: simulation.states,
      stacks: ground.stacks,
      kindOf: (type) => simulation.tryFindKind(type),
      needs: ground.needs.take(),
      graphs: () => waitGraphs(ground.terraform),
      before,
      meant,
      tenants: this.tenants,
    });
    return {
      name: step.name,
      action: step.action,
      outcome: run.outcome,
      seconds: (clock() - began) / 1000,
      virtualSeconds,
      waits: waits.quotas,
      added,
      changed,
      destroyed,
      kept: Math.max(0, kept),
      faults: run.faults,
      findings: [...run.findings, ...reApplied(step, { added, changed, destroyed }, run), ...checked],
      processes: memory.take(),
    };
  }

  private async act(step: Step, index: number, day: Day, meant: Set<Handle>): Promise<FaultedRun> {
    const { ground } = this.props;
    const quiet: FaultedRun = { outcome: 'done', faults: [], findings: [] };
    if (step.action === 'fault') {
      this.pending.push(step.fault);
      return quiet;
    }
    if (step.action === 'drift') {
      const faults = Array.from({ length: step.count }, () => ({
        kind: 'drift' as const,
        change: step.change,
        type: step.type,
      }));
      this.arm(faults);
      const struck = ground.hazards.disarm();
      return struck.length > 0 ? quiet : nothing(`no ${step.type} to ${step.change}`);
    }
    if (step.action === 'use') {
      if (this.plan !== undefined) await workInPlaces(ground, this.plan, step);
      return quiet;
    }
    if (step.action === 'recover') return this.recovered();
    if (step.action === 'teardown') return this.through(step, index, () => this.tearDown());
    return this.apply(step, index, day, meant);
  }

  /** Applies what the step changes in the cohort's files, a run for each phase; faults strike in the first. */
  private async apply(step: Step, index: number, day: Day, meant: Set<Handle>): Promise<FaultedRun> {
    const { ground } = this.props;
    const before = this.plan;
    let last: FaultedRun | undefined;
    for (const [phase, { change }] of inputPhases(step, ground.cohort, day).entries()) {
      const people = change();
      const first = this.plan === undefined;
      const planned = ground.synthesize(day);
      if (!planned.ok) return nothing(planned.problems.map(({ message }) => message).join('\n'));
      this.plan = planned.value;
      for (const handle of handlesOf(planned.value)) this.tenants.add(handle);
      const plans = before === undefined ? [planned.value] : [before, planned.value];
      for (const handle of placesOfPeople(plans, people)) meant.add(handle);
      const run = (): Promise<StacksRun> => this.deploy(first);
      const result = phase === 0 ? await this.through(step, index, run) : await this.plainly(run);
      last =
        last === undefined
          ? result
          : { ...result, faults: last.faults, findings: [...last.findings, ...result.findings] };
      if (result.outcome !== 'done') return last;
    }
    return last ?? { outcome: 'done', faults: [], findings: [] };
  }

  private async through(step: Step, index: number, run: () => Promise<StacksRun>): Promise<FaultedRun> {
    const { ground } = this.props;
    const faults = [...this.pending.splice(0), ...step.faults, ...this.seeded(index)];
    return runThroughFaults({
      step,
      faults,
      arm: (each) => this.arm(each),
      disarm: () => ground.hazards.disarm(),
      run,
      recover: async () => (await recoverGround(ground)).problems,
    });
  }

  private plainly(run: () => Promise<StacksRun>): Promise<FaultedRun> {
    const never = { arm: () => undefined, disarm: () => [], recover: async () => [] };
    return runThroughFaults({ ...never, step: PLAIN, faults: [], run });
  }

  private async deploy(first: boolean): Promise<StacksRun> {
    const { engine } = this.props.ground;
    if (!first) return engine.deploy();
    const bootstrap = await engine.bootstrap('apply');
    return bootstrap.ok ? engine.deploy() : bootstrap;
  }

  private async tearDown(): Promise<StacksRun> {
    const { engine } = this.props.ground;
    const stacks = await engine.destroy();
    return stacks.ok ? engine.bootstrap('destroy') : stacks;
  }

  private async recovered(): Promise<FaultedRun> {
    const { problems } = await recoverGround(this.props.ground);
    return problems.length === 0
      ? { outcome: 'done', faults: [], findings: [] }
      : nothing(problems.join('\n'));
  }

  private arm(faults: readonly Fault[]): void {
    const { hazards, simulation, stacks } = this.props.ground;
    const { cloud, states } = simulation;
    hazards.arm(faults, { cloud, states, stacks, kindOf: (type) => simulation.tryFindKind(type) });
  }

  /** The faults that the seed lays over a step: known only when the first stacks are synthesised. */
  private seeded(index: number): readonly Fault[] {
    const { seed, scenario, ground } = this.props;
    if (seed === undefined) return [];
    this.laid ??= faultPlan(seed, scenario, faultTargets(ground.terraform, this.tenants)).faults;
    return this.laid.filter(({ step }) => step === index).map(({ fault }) => fault);
  }
}

const PLAIN: Step = { action: 'deploy', name: '', faults: [] };

function nothing(message: string): FaultedRun {
  return {
    outcome: 'failed',
    faults: [],
    findings: [{ invariant: 'applies', where: 'the step', message }],
  };
}

/** A run of the same files that changed something, although no fault had done so. */
function reApplied(
  step: Step,
  changes: { readonly added: number; readonly changed: number; readonly destroyed: number },
  run: FaultedRun,
): readonly Finding[] {
  const { added, changed, destroyed } = changes;
  if (step.action !== 're-apply' || run.faults.length > 0 || added + changed + destroyed === 0) return [];
  const message = `${added} added, ${changed} changed, ${destroyed} destroyed by a run that should change nothing`;
  return [{ invariant: 'empty-re-apply', where: 'the run', message }];
}
