import type { CohortPlan, TenantPlan } from '../core/plan/cohort-plan';
import type { ToolkitRecord } from './toolkits/toolkit-record';

export interface ClusterRecord {
  readonly name: string;
  readonly project: string;
  readonly domain: string;
  /** The tenant that has it for itself. */
  readonly owner?: string;
  readonly monitoring: MonitoringRecord;
  /** Whether pods that do nothing keep nodes for classes. */
  readonly hasPlaceholders: boolean;
  /** Whether a program scales what runs in its places. */
  readonly hasSleep: boolean;
  /** What wakes and sleeps with the labs in its places. */
  readonly toolkits: readonly ToolkitRecord[];
  /** Whether pods of its places are in a mesh, which their hosts lead into. */
  readonly mesh: boolean;
  /** Charts of others that it gets; their digests are what the archives are held to. */
  readonly charts: readonly ChartRecord[];
}

/** A chart of somebody else's, as a cluster is to have it. */
export interface ChartRecord {
  readonly id: string;
  readonly archive: string;
  readonly release: string;
  readonly namespace: string;
  readonly values: unknown;
  /** Of the archive: from whoever publishes it, or from what the cohort saw first; hexadecimal. Without it nothing is installed. */
  readonly sha256?: string;
}

/** How a cluster is watched, and who hears of it. */
export interface MonitoringRecord {
  readonly collector: 'in-cluster' | 'google-managed';
  /** Port of the mail server that alerts are sent by, if there is one. */
  readonly mailPort?: number;
}

/** The clusters of a plan, those of cells first. */
export function clustersOf(
  { cells }: CohortPlan,
  tenants: readonly TenantPlan[],
  digests: ReadonlyMap<string, string>,
): readonly ClusterRecord[] {
  return [
    ...cells.flatMap(({ cluster, project, domain }) =>
      cluster === undefined
        ? []
        : [
            {
              name: cluster.name,
              project: project.id,
              domain,
              monitoring: monitoringOf(cluster),
              hasPlaceholders: cluster.classHours.prewarm !== undefined,
              hasSleep: cluster.classHours.sleep !== undefined,
              toolkits: cluster.monitoring.toolkits,
              mesh: cluster.mesh === true,
              charts: chartsOf(cluster, digests),
            },
          ],
    ),
    ...tenants.flatMap(({ cluster, project, host, handle }) =>
      cluster === undefined
        ? []
        : [
            {
              name: cluster.name,
              project: project!.id,
              domain: host,
              owner: handle,
              monitoring: monitoringOf(cluster),
              hasPlaceholders: false,
              hasSleep: false,
              toolkits: cluster.monitoring.toolkits,
              mesh: false,
              charts: chartsOf(cluster, digests),
            },
          ],
    ),
  ];
}

function chartsOf(
  { charts = [] }: Pick<NonNullable<TenantPlan['cluster']>, 'charts'>,
  digests: ReadonlyMap<string, string>,
): readonly ChartRecord[] {
  return charts.map(({ id, archive, release, namespace, values, sha256 = digests.get(id) }) => ({
    id,
    archive,
    release,
    namespace,
    values,
    ...(sha256 === undefined ? {} : { sha256 }),
  }));
}

function monitoringOf({
  monitoring: { collector, alerts },
}: NonNullable<TenantPlan['cluster']>): MonitoringRecord {
  const port = alerts.smtp?.smarthost.split(':').at(-1);
  return { collector, ...(port === undefined ? {} : { mailPort: Number(port) }) };
}
