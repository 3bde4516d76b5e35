import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CohortPlan, ShardPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { manifestByHand } from './hand-manifest';
import { terraformByHand } from './hand-terraform';
import type { Write } from './measured-run';
import { runMeasured } from './measured-run';

const CHART = `apiVersion: v2
name: practicum
description: Objects that Practicum made; installed and removed as one.
version: 0.0.0
`;
const TEMPLATE = '{{ .Files.Get "files/manifest.yaml" }}\n';

/** The tenants' stacks and charts without any framework: object literals, template strings, files. */
const writeByHand: Write = (plan, folder) => {
  for (const shard of plan.shards) writeShard(plan, shard, folder);
};

function writeShard(plan: CohortPlan, shard: ShardPlan, folder: string): void {
  const name = `shard-${shard.cell}-${String(shard.number).padStart(2, '0')}`;
  const stack = join(folder, 'terraform', 'stacks', name);
  const manifests = join(folder, 'k8s', name);
  mkdirSync(manifests, { recursive: true });
  mkdirSync(join(stack, 'charts'), { recursive: true });
  const hashes = new Map(
    shard.tenants.map((tenant) => [
      tenant.handle,
      writePlace(plan, tenant, { manifests, charts: join(stack, 'charts') }),
    ]),
  );
  writeFileSync(join(stack, 'cdk.tf.json'), terraformByHand(plan, shard, hashes));
}

/** Writes a tenant's manifest and chart; gives the chart's hash. */
function writePlace(
  plan: CohortPlan,
  tenant: TenantPlan,
  to: { readonly manifests: string; readonly charts: string },
): string {
  const manifest = manifestByHand(plan, tenant);
  writeFileSync(join(to.manifests, `${tenant.handle}.k8s.yaml`), manifest);
  const chart = join(to.charts, tenant.handle);
  mkdirSync(chart);
  mkdirSync(join(chart, 'files'));
  mkdirSync(join(chart, 'templates'));
  writeFileSync(join(chart, 'Chart.yaml'), CHART);
  writeFileSync(join(chart, 'files', 'manifest.yaml'), manifest);
  writeFileSync(join(chart, 'templates', 'manifest.yaml'), TEMPLATE);
  return createHash('sha256')
    .update(`Chart.yaml\0${CHART}\0files/manifest.yaml\0${manifest}\0templates/manifest.yaml\0${TEMPLATE}\0`)
    .digest('hex');
}

runMeasured(writeByHand);
