import { App, Tokenization } from 'cdktf';
import { CellServicesStack } from '../../stacks/cell-services.stack';
import { CellStack } from '../../stacks/cell.stack';
import type { ChartRef } from '../../stacks/chart-ref';
import type { OwnClusterCharts } from '../../stacks/shard-places.stack';
import { ShardPlacesStack } from '../../stacks/shard-places.stack';
import { ShardStack } from '../../stacks/shard.stack';
import { StateStack } from '../../stacks/state.stack';
import type { CellNumber, Handle, ProjectId } from '../core/domain/ids';
import type { CellPlan, CohortPlan } from '../core/plan/cohort-plan';
import { layOutLikeStringify } from './json-layout';
import { resolveTokensIn } from './plain-values';

/** Every chart that the stacks install, as they refer to it. */
export interface Charts {
  /** What a shared cluster has for all, by cell. */
  readonly cellServices: ReadonlyMap<CellNumber, ChartRef>;
  /** Places in shared clusters, by tenant. */
  readonly places: ReadonlyMap<Handle, ChartRef>;
  /** What tenants' own clusters have, by tenant. */
  readonly ownClusters: ReadonlyMap<Handle, OwnClusterCharts>;
}

/** Writes every stack but `state` into `outdir`, as `cdktf` does: `stacks/<name>/cdk.tf.json` and a manifest. */
export function synthesizeStacks(plan: CohortPlan, charts: Charts, outdir: string): void {
  withLessWork(() => {
    const app = new App({ outdir });
    const cells = new Map<ProjectId, CellStack>();
    for (const cell of plan.cells) cells.set(cell.project.id, addCell(app, plan, charts, cell, cells));
    app.synth();
    layOutLikeStringify(outdir);
  });
}

/** Writes the stack that must stand before all others, alone: `cdktf deploy '*'` must not meet it. */
export function synthesizeState(plan: CohortPlan, outdir: string): void {
  const { state } = plan;
  if (state.backend !== 'gcs') return;
  withLessWork(() => {
    const app = new App({ outdir });
    new StateStack(app, { plan, state });
    app.synth();
    layOutLikeStringify(outdir);
  });
}

function addCell(
  app: App,
  plan: CohortPlan,
  charts: Charts,
  cell: CellPlan,
  before: ReadonlyMap<ProjectId, CellStack>,
): CellStack {
  const cellStack = new CellStack(app, { plan, cell });
  const parent = cell.parent && before.get(cell.parent.project);
  // It writes its delegation into the zone of that cell.
  if (parent) cellStack.addDependency(parent);
  const { cluster } = cell;
  const services =
    cluster &&
    new CellServicesStack(app, { plan, cell, cluster, chart: charts.cellServices.get(cell.number)! });
  services?.addDependency(cellStack);
  for (const shard of plan.shards.filter((each) => each.cell === cell.number)) {
    const stack = new ShardStack(app, { plan, cell, shard, charts: charts.places });
    stack.addDependency(services ?? cellStack);
    if (shard.hadOwnCluster !== true) continue;
    new ShardPlacesStack(app, { plan, shard, charts: charts.ownClusters }).addDependency(stack);
  }
  return cellStack;
}

/**
 * Runs `work` without two things that change nothing in what cdktf writes, and were most of the time of a
 * synthesis: the stack traces that it takes for every token and shows to nobody (errors keep theirs, since
 * V8 takes those by itself), and its search for tokens in every word, three times over.
 */
function withLessWork(work: () => void): void {
  const { captureStackTrace } = Error;
  const { resolve } = Tokenization;
  Error.captureStackTrace = () => undefined;
  Tokenization.resolve = (value, options) => resolveTokensIn(value, (part) => resolve(part, options));
  try {
    work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
    Tokenization.resolve = resolve;
  }
}
