import { tenantManifest } from '../src/app/manifests';
import { contentHash } from '../src/core/domain/content-hash';
import type { CohortPlan, TenantPlan } from '../src/core/plan/cohort-plan';
import { TENANT_METRICS } from '../src/monitoring/endpoints';
import { grafanaFiles } from '../src/monitoring/grafana/grafana-files';

/** Marks in a template where a tenant's own text goes. */
const MARKS = {
  email: '\u0001email\u0001',
  handle: '\u0001handle\u0001',
  files: '\u0001files\u0001',
} as const;

const templates = new WeakMap<CohortPlan, string>();

/**
 * A tenant's Kubernetes objects as somebody makes them who has one tenant's file and a script: names filled into a
 * template. Tenants of the bench differ in handle and e-mail, and in the hash of files that hold the handle.
 */
export function manifestByHand(plan: CohortPlan, tenant: TenantPlan): string {
  const template = templates.get(plan) ?? templateOf(plan, tenant);
  templates.set(plan, template);
  return template
    .replaceAll(MARKS.files, hashOf(tenant))
    .replaceAll(MARKS.email, tenant.members.join())
    .replaceAll(MARKS.handle, tenant.handle);
}

/** The file of one tenant, with marks in the place of what is its own. */
const templateOf = (plan: CohortPlan, tenant: TenantPlan): string =>
  tenantManifest(plan, tenant)
    .text.replaceAll(hashOf(tenant), MARKS.files)
    .replaceAll(tenant.members.join(), MARKS.email)
    .replaceAll(tenant.handle, MARKS.handle);

/** Annotation of the Grafana pod: a number of digits alone would be quoted, which these are not. */
function hashOf({ namespace, grafana }: TenantPlan): string {
  const { scrapeSeconds } = grafana!;
  return contentHash(...Object.values(grafanaFiles({ metrics: TENANT_METRICS, namespace, scrapeSeconds })));
}
