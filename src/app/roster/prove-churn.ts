import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import type { Churn, WrittenFiles } from '../../core/roster/delta/churn';
import { churnBetween } from '../../core/roster/delta/churn';
import type { ChartArchives } from '../charts/cohort-charts';
import type { OnProgress } from '../synthesize';
import { writeKubernetes, writeTerraform } from '../synthesize';
import type { RosterApplication } from './application';

export type { Churn } from '../../core/roster/delta/churn';

/** Writes both outputs, as they would be deployed, into folders that are gone afterwards, and compares them. */
export function proveChurn(
  { plans, touched }: RosterApplication,
  onProgress: OnProgress,
  charts: ChartArchives,
): Churn {
  const before =
    plans.before === undefined ? new Map<string, string>() : writtenBy(plans.before, onProgress, charts);
  return churnBetween(before, writtenBy(plans.after, onProgress, charts), touched.same);
}

function writtenBy(plan: CohortPlan, onProgress: OnProgress, charts: ChartArchives): WrittenFiles {
  const folder = mkdtempSync(join(tmpdir(), 'practicum-churn-'));
  try {
    writeKubernetes(plan, join(folder, 'k8s'), onProgress);
    writeTerraform(plan, join(folder, 'terraform'), onProgress, charts);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
      each.isFile(),
    );
    const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
    return new Map(
      paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
