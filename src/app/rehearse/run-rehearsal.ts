import type { Email, Handle } from '../../core/domain/ids';
import type { Day } from '../../core/domain/time';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { CloudError } from '../../rehearsal/cloud/cloud-error';
import type { Fault } from '../../rehearsal/faults/fault';
import { invariantsAfter } from '../../rehearsal/scenario/invariants';
import type { DriftStep, Scenario, Step, UseStep } from '../../rehearsal/scenario/scenario';
import { daysOf } from '../../rehearsal/scenario/scenario';
import { standing } from '../../rehearsal/scenario/standing';
import { armHazards } from './arm-hazards';
import { inputPhases } from './change-inputs';
import { checkStep } from './check-step';
import { allRemembered } from './hazards';
import { keptResources } from './kept-resources';
import { recoverGround } from './recover-ground';
import { AbsentPerson } from './rehearsal-cohort';
import type { RehearsalGround } from './rehearsal-ground';
import type { StepReport } from './report/report';
import type { FaultedRun } from './run-outcome';
import { changesOfReApply, endedWithoutRun } from './run-outcome';
import { runThroughFaults } from './run-through-faults';
import { SeededFaults } from './seeded-faults';
import type { StacksRun } from './stack-engine';
import { handlesOf, placesOfPeople } from './tenants-of-people';
import { instantOf } from './term-day';
import { stackOrder } from './stack-graph';
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
  /** What the step changes is done; what stands is looked at now. */
  onChecks?(step: Step): void;
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
  private readonly seeded: SeededFaults;
  /** Whose places somebody changed by hand in the step: mending them is meant. */
  private readonly changedByHand = new Set<string>();

  constructor(private readonly props: RunProps) {
    this.seeded = new SeededFaults(props.seed, props.scenario);
  }

  async take(step: Step, index: number, day: Day): Promise<StepReport> {
    const { ground, clock } = this.props;
    const { simulation, calls, touched, memory } = ground;
    const began = clock();
    simulation.clock.advanceTo(instantOf(day));
    const virtually = simulation.clock.now;
    simulation.clock.takeWaits();
    calls.take();
    touched.take();
    const before = standing(simulation.cloud.list(), this.tenants);
    const meant = new Set<Handle>();
    this.changedByHand.clear();
    const run = await this.act(step, index, day, meant);
    const { added, changed, destroyed } = calls.take();
    const virtualSeconds = (simulation.clock.now - virtually) / 1000;
    const waits = simulation.clock.takeWaits();
    const kept = keptResources(allRemembered(simulation.states, ground.stacks), touched.take(), (type) =>
      simulation.tryFindKind(type),
    );
    // A quiet run of the same files is its own proof that they change nothing.
    const proven = step.action === 're-apply' && run.faults.length === 0 && added + changed + destroyed === 0;
    const judged = (run.outcome === 'done' ? invariantsAfter(step) : []).filter(
      (invariant) => !(proven && invariant === 'empty-re-apply'),
    );
    if (judged.length > 0) this.props.onChecks?.(step);
    const checked = await checkStep(judged, {
      engine: ground.engine,
      cloud: simulation.cloud,
      states: simulation.states,
      stacks: ground.stacks,
      kindOf: (type) => simulation.tryFindKind(type),
      needs: ground.needs.take(),
      graphs: () => waitGraphs(ground.terraform),
      stackOrder: () => stackOrder(ground.terraform),
      before,
      meant: new Set<string>([...meant, ...this.changedByHand]),
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
      kept,
      faults: run.faults,
      findings: [...run.findings, ...changesOfReApply(step, { added, changed, destroyed }, run), ...checked],
      processes: memory.take(),
    };
  }

  private async act(step: Step, index: number, day: Day, meant: Set<Handle>): Promise<FaultedRun> {
    switch (step.action) {
      case 'fault':
        this.pending.push(step.fault);
        return endedWithoutRun(step);
      case 'drift':
        return endedWithoutRun(step, await this.drift(step));
      case 'use':
        return endedWithoutRun(step, await this.use(step));
      case 'recover': {
        const { problems } = await recoverGround(this.props.ground);
        return endedWithoutRun(step, problems.length === 0 ? undefined : problems.join('\n'));
      }
      case 'teardown':
        return this.through(step, index, () => this.tearDown());
      default:
        return this.apply(step, index, day, meant);
    }
  }

  /** Why less was deleted or changed by hand than the step says. */
  private async drift({ change, type, count }: DriftStep): Promise<string | undefined> {
    await this.arm(Array.from({ length: count }, () => ({ kind: 'drift' as const, change, type })));
    const struck = this.props.ground.hazards.disarm().length;
    if (struck === count) return undefined;
    return struck === 0 ? `no ${type} to ${change}` : `only ${struck} of ${count} ${type} to ${change}`;
  }

  /** Why students could not work: what is theirs does not stand, or the cluster refuses it. */
  private async use(step: UseStep): Promise<string | undefined> {
    try {
      if (this.plan !== undefined) await workInPlaces(this.props.ground, this.plan, step);
      return undefined;
    } catch (error) {
      if (error instanceof CloudError) return error.text;
      throw error;
    }
  }

  /** Applies what the step changes in the cohort's files, a run for each phase; faults strike in the first. */
  private async apply(step: Step, index: number, day: Day, meant: Set<Handle>): Promise<FaultedRun> {
    const { ground } = this.props;
    const before = this.plan;
    let last: FaultedRun | undefined;
    for (const [phase, { change, isNeeded }] of inputPhases(step, ground.cohort, day).entries()) {
      if (isNeeded?.() === false) continue;
      const people = changed(change);
      if (typeof people === 'string') return endedWithoutRun(step, people);
      const first = this.plan === undefined;
      const planned = ground.synthesize(day);
      if (!planned.ok)
        return endedWithoutRun(step, planned.problems.map(({ message }) => message).join('\n'));
      this.plan = planned.value;
      for (const handle of handlesOf(planned.value)) this.tenants.add(handle);
      const plans = before === undefined ? [planned.value] : [before, planned.value];
      for (const handle of placesOfPeople(plans, ground.cohort.addressesOf(people))) meant.add(handle);
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
    const waiting = this.pending.splice(0);
    return runThroughFaults({
      step,
      faults: [...waiting, ...step.faults, ...this.seeded.at(index, ground.terraform, this.tenants)],
      arm: (each) => this.arm(each),
      disarm: () => {
        const struck = ground.hazards.disarm();
        // What found nothing to strike here waits for a later step.
        this.pending.push(...waiting.filter((fault) => !struck.includes(fault)));
        return struck;
      },
      run,
      recover: async () => (await recoverGround(ground)).problems,
    });
  }

  private plainly(run: () => Promise<StacksRun>): Promise<FaultedRun> {
    const never = { arm: async () => undefined, disarm: () => [], recover: async () => [] };
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

  private async arm(faults: readonly Fault[]): Promise<void> {
    const tenants = await armHazards(this.props.ground, faults, this.tenants);
    for (const tenant of tenants) this.changedByHand.add(tenant);
  }
}

const PLAIN: Step = { action: 'deploy', name: '', faults: [] };

/** Addresses of the people whom a change of the cohort's files is about; a sentence if one of them is not there. */
function changed(change: () => readonly Email[]): readonly Email[] | string {
  try {
    return change();
  } catch (error) {
    if (error instanceof AbsentPerson) return error.message;
    throw error;
  }
}
