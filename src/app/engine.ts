import { App, TerraformResource, Tokenization } from 'cdktf';
import { CellServicesStack } from '../../stacks/cell-services.stack';
import { CellStack } from '../../stacks/cell.stack';
import type { ChartRef } from '../../stacks/chart-ref';
import type { OwnClusterCharts } from '../../stacks/shard-places.stack';
import { ShardPlacesStack } from '../../stacks/shard-places.stack';
import { ShardRepositoriesStack } from '../../stacks/shard-repositories.stack';
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
  /** SHA-256 of the archives of others' charts that lie beside the stacks, by id. */
  readonly archives: ReadonlyMap<string, string>;
}

/** Writes every stack but `state` into `outdir`, as `cdktf` does: `stacks/<name>/cdk.tf.json` and a manifest. */
export function synthesizeStacks(plan: CohortPlan, charts: Charts, outdir: string): void {
  withLessWork(() => {
    const app = new App({ outdir });
    addCells(app, plan, charts);
    app.synth();
    layOutLikeStringify(outdir);
  });
}

/** Paths of all resources in these stacks, each from its stack to its own name; nothing is written. */
export function resourcePaths(plan: CohortPlan, charts: Charts): readonly (readonly string[])[] {
  const app = new App();
  withLessWork(() => addCells(app, plan, charts));
  return app.node
    .findAll()
    .filter((each) => TerraformResource.isTerraformResource(each))
    .map(({ node }) => node.path.split('/'));
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

function addCells(app: App, plan: CohortPlan, charts: Charts): void {
  const cells = new Map<ProjectId, CellStack>();
  for (const cell of plan.cells) cells.set(cell.project.id, addCell(app, plan, charts, cell, cells));
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
    new CellServicesStack(app, {
      plan,
      cell,
      cluster,
      chart: charts.cellServices.get(cell.number)!,
      archives: charts.archives,
    });
  services?.addDependency(cellStack);
  for (const shard of plan.shards.filter((each) => each.cell === cell.number)) {
    const stack = new ShardStack(app, { plan, cell, shard, charts: charts.places });
    stack.addDependency(services ?? cellStack);
    const { repositories: organisation } = plan;
    if (organisation !== undefined)
      new ShardRepositoriesStack(app, { plan, shard, organisation }).addDependency(stack);
    if (shard.hadOwnCluster !== true) continue;
    new ShardPlacesStack(app, {
      plan,
      shard,
      charts: charts.ownClusters,
      archives: charts.archives,
    }).addDependency(stack);
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
