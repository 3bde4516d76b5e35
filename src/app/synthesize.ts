import { join } from 'node:path';
import type { ChartRef } from '../../stacks/chart-ref';
import type { OwnClusterCharts } from '../../stacks/shard-places.stack';
import { hasOwnCluster } from '../../stacks/shard-places.stack';
import type { CellNumber, Handle } from '../core/domain/ids';
import { cellServicesStackName, shardPlacesStackName, shardStackName } from '../core/domain/names';
import type { CellPlan, CohortPlan, ShardPlan } from '../core/plan/cohort-plan';
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

/** Writes Terraform stacks with their charts into `folder`, whole or not at all. */
export function writeTerraform(plan: CohortPlan, folder: string, onProgress: OnProgress): Synthesized {
  let objects = 0;
  replaceDirectory(folder, (staging, files) => {
    const helmCharts = new HelmCharts(join(staging, 'stacks'), files);
    const charts = {
      cellServices: new Map<CellNumber, ChartRef>(),
      places: new Map<Handle, ChartRef>(),
      ownClusters: new Map<Handle, OwnClusterCharts>(),
    };
    const write = ({ stack, name }: Target, manifest: Manifest): ChartRef => {
      objects += manifest.objects;
      return helmCharts.write(stack, name, manifest.text);
    };
    for (const cell of plan.cells.filter(({ cluster }) => cluster !== undefined)) {
      charts.cellServices.set(cell.number, write(servicesTarget(cell), cellManifest(plan, cell)));
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
