import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkStep } from '../../../src/app/rehearse/check-step';
import { ClusterApis } from '../../../src/app/rehearse/cluster-apis';
import { chartFolders } from '../../../src/app/rehearse/chart-folders';
import type { Finding } from '../../../src/app/rehearse/report/report';
import { errorFindings } from '../../../src/app/rehearse/run-through-faults';
import { Simulation } from '../../../src/app/rehearse/simulation';
import { StackEngine } from '../../../src/app/rehearse/stack-engine';
import { stackFolders, waitGraphs } from '../../../src/app/rehearse/terraform-types';
import type { WaitGraph } from '../../../src/rehearsal/scenario/unordered';
import { stackOrder } from '../../../src/app/rehearse/stack-graph';
import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import { helmReleaseKind } from '../../../src/rehearsal/helm/helm-release-kind';
import type { Call, CallObserver } from '../../../src/rehearsal/provider/call';
import { allOf } from '../../../src/rehearsal/provider/call-count';
import { NeedRecord } from '../../../src/rehearsal/provider/need-record';
import type { InvariantId } from '../../../src/rehearsal/scenario/invariants';
import { leftovers } from '../../../src/rehearsal/scenario/leftovers';
import type { Noticed } from './mutant';

/** What came of a stack: nothing, or what a rehearsal finds first. */
export interface Outcome {
  readonly noticed?: Noticed;
  readonly findings: readonly Finding[];
}

/** Whether Terraform has begun to change anything. */
class Writes implements CallObserver {
  any = false;

  before({ action }: Call): number {
    this.any ||= action !== 'read' && action !== 'data';
    return 0;
  }

  after(): void {
    // Only what begins is of interest.
  }
}

const CHECKED: readonly InvariantId[] = ['ordered', 'only-planned', 'empty-re-apply'];

/** A folder with stacks and a simulated cloud, in which terraform works on one of the stacks. */
export class StackGround {
  private constructor(
    private readonly simulation: Simulation,
    private readonly engine: StackEngine,
    private readonly writes: Writes,
    private readonly needs: NeedRecord,
    private readonly terraform: string,
    /** The order of all stacks: alone, the one that is applied has none. */
    private readonly order: WaitGraph,
  ) {}

  static async open(
    folder: string,
    stack: string,
    start: number,
    ...observers: CallObserver[]
  ): Promise<StackGround> {
    const terraform = join(folder, 'terraform');
    const writes = new Writes();
    const needs = new NeedRecord();
    const simulation: Simulation = await Simulation.start({
      folder: join(folder, 'cloud'),
      start,
      helm: () => helmReleaseKind(chartFolders(terraform), (host) => clusters.tryFind(host)),
      observer: allOf(...observers, writes, needs),
    });
    const clusters = new ClusterApis(simulation.cloud, undefined);
    simulation.take(terraform);
    const order = orderOfAll(terraform);
    letOnly(stack, terraform);
    const engine = new StackEngine('terraform', {
      terraform,
      logs: folder,
      program: 'terraform',
      env: simulation.environment,
      parallelism: 1,
      onProcess: () => () => undefined,
    });
    return new StackGround(simulation, engine, writes, needs, terraform, order);
  }

  get cloud(): Cloud {
    return this.simulation.cloud;
  }

  /** Applies the stack, looks at what a rehearsal looks at, takes it away again; ends with the first findings. */
  async rehearse(meanwhile?: (cloud: Cloud) => void): Promise<Outcome> {
    const stood = this.cloud.list().map(({ name }) => name);
    const applied = await this.apply();
    if (applied.length > 0) {
      return { noticed: this.writes.any ? 'while it is made' : 'before anything is made', findings: applied };
    }
    const checked = await this.check();
    if (checked.length > 0) return { noticed: 'by looking at what was made', findings: checked };
    meanwhile?.(this.cloud);
    const { ok, output } = await this.engine.destroy();
    const findings = ok ? this.left(stood) : errorFindings(output);
    return findings.length > 0 ? { noticed: 'when it is taken away', findings } : { findings };
  }

  /** What the stack left behind, but for what goes with a cluster of another stack. */
  private left(stood: readonly string[]): readonly Finding[] {
    return leftovers(this.cloud.list(), new Set())
      .filter(({ name }) => !stood.some((other) => name === other || name.startsWith(`${other}/`)))
      .map(({ name, type }) => ({ invariant: 'nothing-left', where: name, message: `a ${type} is left` }));
  }

  async apply(): Promise<readonly Finding[]> {
    const { ok, output } = await this.engine.deploy();
    return ok ? [] : errorFindings(output);
  }

  async close(): Promise<void> {
    await this.simulation.close();
  }

  private async check(): Promise<readonly Finding[]> {
    const { cloud, states } = this.simulation;
    for (const invariant of CHECKED) {
      const findings = await checkStep([invariant], {
        engine: this.engine,
        cloud,
        states,
        stacks: stackFolders(this.terraform).map(({ name }) => name),
        kindOf: (type) => this.simulation.tryFindKind(type),
        needs: this.needs.take(),
        graphs: () => waitGraphs(this.terraform),
        stackOrder: () => this.order,
        before: new Map(),
        meant: new Set(),
        tenants: new Set(),
      });
      if (findings.length > 0) return findings;
    }
    return [];
  }
}

/** The order of all stacks as they were synthesised; kept aside, for the manifest is changed next. */
function orderOfAll(terraform: string): WaitGraph {
  const aside = join(terraform, 'as-synthesised');
  if (!existsSync(aside)) {
    mkdirSync(aside);
    copyFileSync(join(terraform, 'manifest.json'), join(aside, 'manifest.json'));
  }
  return stackOrder(aside);
}

/** Writes a manifest in which one stack stands alone: the others are applied already, or are not asked for. */
function letOnly(stack: string, terraform: string): void {
  const { folder } = stackFolders(terraform).find(({ name }) => name === stack)!;
  const stacks = { [stack]: { workingDirectory: folder.slice(terraform.length + 1), dependencies: [] } };
  writeFileSync(join(terraform, 'manifest.json'), JSON.stringify({ stacks }));
}
