import type { Refusal } from '../../rehearsal/cloud/cloud-error';
import type { DriftGround } from '../../rehearsal/faults/drift';
import { drift } from '../../rehearsal/faults/drift';
import type { Fault } from '../../rehearsal/faults/fault';
import { ANY } from '../../rehearsal/faults/fault';
import { FaultInjector } from '../../rehearsal/faults/fault-injector';
import { rememberedResources } from '../../rehearsal/scenario/terraform-state';
import type { RememberedResource } from '../../rehearsal/scenario/terraform-state';
import type { StateFiles } from './state-files';

/** What a run is in danger of, beyond what an injector does to its calls. */
export interface HazardsProps {
  crashProviders(): void;
  killTerraform(): void;
}

/** Where hazards do what they do. */
export interface HazardGround extends DriftGround {
  readonly states: StateFiles;
  readonly stacks: readonly string[];
}

/** Makes one run go wrong as faults say. */
export class Hazards {
  readonly injector: FaultInjector;
  private fullDisks: { readonly fault: Fault; readonly stack: string; left: number; struck: boolean }[] = [];
  private struckAtOnce: Fault[] = [];

  constructor(props: HazardsProps) {
    this.injector = new FaultInjector(props);
  }

  /** Sets faults up for the next run; those that need nothing to strike have struck. */
  async arm(faults: readonly Fault[], ground: HazardGround): Promise<void> {
    this.injector.arm(faults);
    this.struckAtOnce = [];
    this.fullDisks = [];
    const drifted = new Set<RememberedResource>();
    const remembered = faults.some(({ kind }) => kind === 'drift')
      ? allRemembered(ground.states, ground.stacks)
      : [];
    for (const fault of faults) {
      if (fault.kind === 'drift') {
        const untouched = remembered.filter((resource) => !drifted.has(resource));
        const resource = await this.drift(fault, untouched, ground);
        if (resource !== undefined) {
          drifted.add(resource);
          this.struckAtOnce.push(fault);
        }
      }
      if (fault.kind === 'lock-held') {
        ground.states.lock(stackOf(fault.stack, ground.stacks), {
          id: DEAD_LOCK.ID,
          info: JSON.stringify(DEAD_LOCK),
        });
        this.struckAtOnce.push(fault);
      }
      if (fault.kind === 'disk-full') {
        const stack = stackOf(fault.stack, ground.stacks);
        this.fullDisks.push({ fault, stack, left: fault.times, struck: false });
      }
    }
  }

  /** Ends all hazards, and tells which of them struck. */
  disarm(): readonly Fault[] {
    const disks = this.fullDisks.filter(({ struck }) => struck).map(({ fault }) => fault);
    this.fullDisks = [];
    return [...this.struckAtOnce.splice(0), ...disks, ...this.injector.disarm()];
  }

  /** Why the state of a stack cannot be written. */
  beforeStateWrite(stack: string): Refusal | undefined {
    const disk = this.fullDisks.find((each) => each.stack === stack && each.left > 0);
    if (disk === undefined) return undefined;
    disk.left -= 1;
    disk.struck = true;
    return { status: 507, reason: 'diskFull', message: 'no space left on device' };
  }

  /** The resource that someone deletes or changes by hand: the first that allows it. */
  private async drift(
    { change, type }: Extract<Fault, { kind: 'drift' }>,
    remembered: readonly RememberedResource[],
    ground: HazardGround,
  ): Promise<RememberedResource | undefined> {
    for (const resource of remembered.filter((each) => type === ANY || each.type === type))
      if ((await drift(ground, change, [resource])) !== undefined) return resource;
    return undefined;
  }
}

/** The resources in the states of stacks. */
export const allRemembered = (states: StateFiles, stacks: readonly string[]): readonly RememberedResource[] =>
  stacks.flatMap((stack) => {
    const state = states.read(stack);
    return state === undefined ? [] : rememberedResources(stack, state);
  });

const stackOf = (asked: string, stacks: readonly string[]): string =>
  asked === ANY || !stacks.includes(asked) ? stacks[0]! : asked;

/** What a run that died with its machine leaves behind. */
const DEAD_LOCK = {
  ID: '6d0a2c1e-0000-4000-8000-70726163746d',
  Operation: 'OperationTypeApply',
  Info: '',
  Who: 'instructor@laptop',
  Version: '1.11.4',
  Created: '2027-01-04T08:00:00.000000Z',
  Path: '',
};
