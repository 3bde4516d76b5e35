import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { App as KubernetesApp } from 'cdk8s';
import { App as TerraformApp } from 'cdktf';
import { CellServicesChart } from '../stacks/cell-services.chart';
import { CellServicesStack } from '../stacks/cell-services.stack';
import { CellStack } from '../stacks/cell.stack';
import type { ChartRef } from '../stacks/chart-ref';
import { ShardStack } from '../stacks/shard.stack';
import { StateStack } from '../stacks/state.stack';
import { TenantChart } from '../stacks/tenant.chart';
import type { OutputFiles } from '../src/app/background-files';
import { HelmCharts } from '../src/app/helm-chart';
import { layOutLikeStringify } from '../src/app/json-layout';
import { BOOTSTRAP_FOLDER } from '../src/app/output-directory';
import type { Handle } from '../src/core/domain/ids';
import { cellServicesStackName, shardStackName, staffGrafanaHost } from '../src/core/domain/names';
import type { CellPlan, CohortPlan, ShardPlan } from '../src/core/plan/cohort-plan';
import type { Write } from './measured-run';
import { runMeasured } from './measured-run';

/**
 * The same stacks and charts as their engines' guides put them to use: all charts in one cdk8s app, all
 * stacks in one cdktf app, `synth()` on both. What cdk8s wrote is then read for the Helm charts.
 */
const writeStock: Write = (plan, folder) => {
  writeCharts(plan, join(folder, 'k8s'));
  const app = new TerraformApp({ outdir: join(folder, 'terraform') });
  for (const cell of plan.cells) addCell(app, plan, cell, folder);
  app.synth();
  writeState(plan, folder);
  // Not the engine's doing, but what the outputs are compared by; a few milliseconds.
  layOutLikeStringify(join(folder, 'terraform'));
};

function writeCharts(plan: CohortPlan, outdir: string): void {
  const { cohort, staff, cells, shards } = plan;
  const app = new KubernetesApp({ outdir });
  for (const { number, domain, project, cluster } of cells) {
    new CellServicesChart(app, cellServicesStackName(number), {
      domain,
      taReadsSecrets: staff.taReadsSecrets,
      images: plan.images,
      windows: plan.windows.find((each) => each.cluster === cluster!.name)!,
      monitoring: {
        plan: cluster!.monitoring,
        projectId: project.id,
        staffHost: staffGrafanaHost(domain),
        hasSystemNodes: true,
      },
    });
  }
  for (const shard of shards) {
    for (const tenant of shard.tenants)
      new TenantChart(app, tenantChart(shard, tenant.handle), { cohort, tenant, staff });
  }
  app.synth();
}

const tenantChart = ({ cell, number }: ShardPlan, handle: Handle): string =>
  `${shardStackName(cell, number)}-${handle}`;

function addCell(app: TerraformApp, plan: CohortPlan, cell: CellPlan, folder: string): void {
  const cellStack = new CellStack(app, { plan, cell });
  const services = cellServicesStackName(cell.number);
  const chart = helmChart(folder, services, services, 'services');
  const servicesStack = new CellServicesStack(app, { plan, cell, cluster: cell.cluster!, chart });
  servicesStack.addDependency(cellStack);
  for (const shard of plan.shards.filter((each) => each.cell === cell.number)) {
    const stack = shardStackName(shard.cell, shard.number);
    const charts = new Map(
      shard.tenants.map(({ handle }) => [
        handle,
        helmChart(folder, tenantChart(shard, handle), stack, handle),
      ]),
    );
    new ShardStack(app, { plan, cell, shard, charts }).addDependency(servicesStack);
  }
}

/** Files as they are usually written: one after the other, each a file of its own. */
const PLAIN_FILES: Pick<OutputFiles, 'write' | 'link'> = {
  write: (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  },
  link: (existing, path) => PLAIN_FILES.write(path, readFileSync(existing, 'utf8')),
};

function helmChart(folder: string, chart: string, stack: string, name: string): ChartRef {
  const manifest = readFileSync(join(folder, 'k8s', `${chart}.k8s.yaml`), 'utf8');
  return new HelmCharts(join(folder, 'terraform', 'stacks'), PLAIN_FILES).write(stack, name, manifest);
}

function writeState(plan: CohortPlan, folder: string): void {
  if (plan.state.backend !== 'gcs') return;
  const outdir = join(folder, 'terraform', BOOTSTRAP_FOLDER);
  const app = new TerraformApp({ outdir });
  new StateStack(app, { plan, state: plan.state });
  app.synth();
  layOutLikeStringify(outdir);
}

runMeasured(writeStock);
