import { join } from 'node:path';
import type { ChartRef } from '../../stacks/chart-ref';
import type { OwnClusterCharts } from '../../stacks/shard-places.stack';
import { hasOwnCluster } from '../../stacks/shard-places.stack';
import type { CellNumber, Handle } from '../core/domain/ids';
import { cellServicesStackName, shardPlacesStackName, shardStackName } from '../core/domain/names';
import type { CellPlan, CohortPlan, ShardPlan, SharedChartPlan } from '../core/plan/cohort-plan';
import type { ChartArchives } from './charts/cohort-charts';
import { NO_CHARTS } from './charts/cohort-charts';
import type { ChartArchive } from './charts/chart-archive';
import { synthesizeStacks, synthesizeState } from './engine';
import { HelmCharts } from './helm-chart';
import type { Manifest } from './manifests';
import { cellManifest, ownClusterManifest, tenantManifest } from './manifests';
import { BOOTSTRAP_FOLDER, replaceDirectory } from './output-directory';

/** Told of each step, for people who wait. */
export type OnProgress = (step: string) => void;

/** What was written. */
export interface Synthesized {
  readonly kubernetesObjects: number;
}

/** Where a manifest goes: a group is a folder of the plain output, a stack the one that installs it. */
interface Target {
  readonly group: string;
  readonly stack: string;
  readonly name: string;
}

/**
 * Writes Terraform stacks with their charts into `folder`, whole or not at all; `archives` are the charts of others that
 * the plan's clusters get.
 */
export function writeTerraform(
  plan: CohortPlan,
  folder: string,
  onProgress: OnProgress,
  archives: ChartArchives = NO_CHARTS,
): Synthesized {
  let objects = 0;
  replaceDirectory(folder, (staging, files) => {
    const helmCharts = new HelmCharts(join(staging, 'stacks'), files);
    const charts = {
      cellServices: new Map<CellNumber, ChartRef>(),
      places: new Map<Handle, ChartRef>(),
      ownClusters: new Map<Handle, OwnClusterCharts>(),
      archives: new Map([...archives].map(([id, { sha256 }]) => [id, sha256])),
    };
    const write = ({ stack, name }: Target, manifest: Manifest): ChartRef => {
      objects += manifest.objects;
      return helmCharts.write(stack, name, manifest.text);
    };
    const lay = (stack: string, shared: readonly SharedChartPlan[] = []): void => {
      for (const { id, archive } of shared) helmCharts.lay(stack, archive, archiveOf(archives, id));
    };
    for (const cell of plan.cells.filter(({ cluster }) => cluster !== undefined)) {
      charts.cellServices.set(cell.number, write(servicesTarget(cell), cellManifest(plan, cell)));
      lay(servicesTarget(cell).stack, cell.cluster?.charts);
    }
    for (const shard of plan.shards) {
      onProgress(`Writing shard ${shard.cell}-${shard.number} of ${plan.shards.length}`);
      for (const tenant of withPlaces(shard)) {
        const place = write(
          placeTarget(shard, tenant.handle, hasOwnCluster(tenant)),
          tenantManifest(plan, tenant),
        );
        if (!hasOwnCluster(tenant)) charts.places.set(tenant.handle, place);
        else {
          const services = write(ownServicesTarget(shard, tenant.handle), ownClusterManifest(plan, tenant));
          charts.ownClusters.set(tenant.handle, { place, services });
          lay(ownServicesTarget(shard, tenant.handle).stack, tenant.cluster.charts);
        }
      }
    }
    onProgress('Writing Terraform stacks');
    synthesizeStacks(plan, charts, staging);
    synthesizeState(plan, join(staging, BOOTSTRAP_FOLDER));
  });
  return { kubernetesObjects: objects };
}

/** Writes the same Kubernetes objects as plain YAML into `folder`, for kubectl or a GitOps controller. */
export function writeKubernetes(plan: CohortPlan, folder: string, onProgress: OnProgress): Synthesized {
  let objects = 0;
  replaceDirectory(folder, (staging, files) => {
    const write = ({ group, name }: Target, manifest: Manifest): void => {
      objects += manifest.objects;
      files.write(join(staging, group, `${name}.k8s.yaml`), manifest.text);
    };
    for (const cell of plan.cells.filter(({ cluster }) => cluster !== undefined))
      write(servicesTarget(cell), cellManifest(plan, cell));
    for (const shard of plan.shards) {
      onProgress(`Writing manifests of shard ${shard.cell}-${shard.number} of ${plan.shards.length}`);
      for (const tenant of withPlaces(shard)) {
        write(placeTarget(shard, tenant.handle, hasOwnCluster(tenant)), tenantManifest(plan, tenant));
        if (hasOwnCluster(tenant))
          write(ownServicesTarget(shard, tenant.handle), ownClusterManifest(plan, tenant));
      }
    }
  });
  return { kubernetesObjects: objects };
}

/** Whoever decided to write has read the archives before. */
function archiveOf(archives: ChartArchives, id: string): ChartArchive {
  const archive = archives.get(id);
  if (archive === undefined) throw new Error(`The archive of the chart "${id}" was not read`);
  return archive;
}

/** The tenants of whom something stands in a cluster. */
const withPlaces = ({ tenants }: ShardPlan): ShardPlan['tenants'] =>
  tenants.filter(({ emptied }) => emptied !== true);

function servicesTarget({ number }: CellPlan): Target {
  const stack = cellServicesStackName(number);
  return { group: stack, stack, name: 'services' };
}

/** A tenant with a cluster of its own has a folder of its own: the files go to different clusters. */
function placeTarget({ cell, number }: ShardPlan, handle: Handle, ownCluster: boolean): Target {
  const shard = shardStackName(cell, number);
  if (!ownCluster) return { group: shard, stack: shard, name: handle };
  return { group: join(shard, handle), stack: shardPlacesStackName(cell, number), name: handle };
}

function ownServicesTarget({ cell, number }: ShardPlan, handle: Handle): Target {
  return {
    group: join(shardStackName(cell, number), handle),
    stack: shardPlacesStackName(cell, number),
    // No handle has a dot: the tenant `amara` must not write where `amara-services` does.
    name: `${handle}.services`,
  };
}
