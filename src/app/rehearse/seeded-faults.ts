import type { Fault } from '../../rehearsal/faults/fault';
import type { PlannedFault } from '../../rehearsal/faults/fault-plan';
import { faultPlan } from '../../rehearsal/faults/fault-plan';
import type { Scenario } from '../../rehearsal/scenario/scenario';
import { faultTargets } from './fault-targets';

/** The faults that a seed lays over a scenario; none without a seed. */
export class SeededFaults {
  private laid: readonly PlannedFault[] | undefined;

  constructor(
    private readonly seed: number | undefined,
    private readonly scenario: Scenario,
  ) {}

  /** The faults of a step; what there is to strike is known when the first stacks are synthesised. */
  at(index: number, terraform: string, tenants: ReadonlySet<string>): readonly Fault[] {
    if (this.seed === undefined) return [];
    this.laid ??= faultPlan(this.seed, this.scenario, faultTargets(terraform, tenants)).faults;
    return this.laid.filter(({ step }) => step === index).map(({ fault }) => fault);
  }
}
