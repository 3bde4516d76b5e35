import type { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { ArchiveRelease } from '../constructs/gcp/archive-release';
import type { SharedChartPlan } from '../src/core/plan/cohort-plan';

export interface SharedChartsProps {
  readonly charts: readonly SharedChartPlan[];
  /** SHA-256 of the archives beside the stack, by the chart's id. */
  readonly archives: ReadonlyMap<string, string>;
  /** @default - the stack's only helm provider */
  readonly provider?: HelmProvider;
  /** @default - nothing but the provider's cluster */
  readonly after?: readonly ITerraformDependable[];
}

/** Charts of others in a cluster, one after the other. */
export class SharedCharts extends Construct {
  /** What to depend on before relying on all of them; nothing where there are none. */
  readonly ready: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { charts, archives, provider, after = [] }: SharedChartsProps) {
    super(scope, id);
    this.ready = charts.reduce<readonly ITerraformDependable[]>((before, chart) => {
      const sha256 = archives.get(chart.id);
      if (sha256 === undefined) throw new Error(`${this.node.path}: no archive of ${chart.id} was laid here`);
      const { ready } = new ArchiveRelease(this, chart.id, {
        name: chart.release,
        namespace: chart.namespace,
        archive: `./charts/${chart.archive}`,
        sha256,
        values: chart.values,
        ...(provider && { provider }),
        dependsOn: before,
      });
      return [ready];
    }, after);
  }
}
