import type { CohortConfig, Tier } from '../config/cohort.schema';
import type { CellNumber, CohortId, Handle, ProjectId } from '../domain/ids';
import {
  cellClusterName,
  cellProjectId,
  logBucketId,
  logRouteName,
  logsProjectId,
  namespaceName,
} from '../domain/names';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { priceListFor } from '../prices/price-list';
import { inOrder, staffGrants } from './access';
import { LOGS_APIS } from './apis';
import type { ProjectPlan, StaffPlan, TenantPlan } from './cohort-plan';
import { memberIn } from './groups-plan';
import { labels } from './labels';
import type { PlanInputs } from './plan-inputs';

/** Log of one place: what pods of its namespace print, and nothing else, for those who work in it. */
export interface PlaceLogsPlan {
  /** The project that logs of a cell's places share. */
  readonly project: ProjectId;
  /** Log bucket, its sink and its view: all three are called so. */
  readonly bucket: string;
  readonly namespace: string;
  readonly cluster: LoggedCluster;
  readonly retentionDays: number;
  /** IAM members that read it. */
  readonly readers: readonly string[];
  /** From here on nobody of the place reads it. */
  readonly expires: Instant;
}

/** Cluster whose pods print. */
export interface LoggedCluster {
  readonly project: ProjectId;
  readonly name: string;
}

/** How what pods print in the cell's cluster gets to the logs of their places. */
export interface CellLogsPlan {
  readonly project: ProjectPlan;
  /** Name of the sink that leads there, and of the exclusions that keep it from being stored, and paid for, elsewhere. */
  readonly route: string;
  readonly cluster: LoggedCluster;
  /** Namespaces whose logs are led there: all that places have in the cluster. */
  readonly namespaces: readonly string[];
}

/** As long as Google keeps logs without asking for more than for taking them in. */
const RETENTION_DAYS = 30;

interface Tenant {
  readonly config: Pick<CohortConfig, 'logs'>;
  readonly prefix: CohortId;
  readonly handle: Handle;
  readonly cell: CellNumber;
  readonly tier: Tier;
  /** IAM members who work in the place; nobody while it is held. */
  readonly users: readonly string[];
  readonly accessEnds: Instant;
}

/** The log of a place in a shared cluster; what has a cluster of its own has a project whose logs it may read. */
export function placeLogsOf(tenant: Tenant): Pick<TenantPlan, 'logs' | 'ownLogs'> {
  const { config, prefix, handle, cell, tier, users, accessEnds } = tenant;
  if (!config.logs.perPlace) return {};
  if (tier === 'cluster') return { ownLogs: true };
  const logs = {
    project: logsProjectId(prefix, cell),
    bucket: logBucketId(handle),
    namespace: namespaceName(handle),
    cluster: clusterOf(prefix, cell),
    retentionDays: RETENTION_DAYS,
    readers: users,
    expires: accessEnds,
  };
  return { logs };
}

const clusterOf = (prefix: CohortId, cell: CellNumber): LoggedCluster => ({
  project: cellProjectId(prefix, cell),
  name: cellClusterName(prefix, cell),
});

/** Asked of the cohort and not of who is there now, so that the project stands until the last log in it is gone. */
export const sharesLogs = ({ logs, tier, places }: Pick<CohortConfig, 'logs' | 'tier' | 'places'>): boolean =>
  logs.perPlace && [tier, ...places.map((place) => place.tier ?? tier)].some((each) => each !== 'cluster');

/** The project of the logs of a cell, and how they get there. */
export function cellLogsOf(
  { config }: Pick<PlanInputs, 'config'>,
  cell: CellNumber,
  tenants: readonly TenantPlan[],
  { staff, budget }: { readonly staff: StaffPlan; readonly budget: ProjectPlan['budget'] },
): CellLogsPlan {
  const prefix = config.google.projectPrefix ?? config.id;
  const readers = [...staff.instructors, ...staff.tas].map(memberIn(staff)).sort(byText(String));
  return {
    project: {
      id: logsProjectId(prefix, cell),
      apis: LOGS_APIS,
      labels: labels(config.id, { cell }),
      // Who may view logs sees those of the bucket that each project has; the others ask for a right of their own.
      access: inOrder([
        ...staffGrants(staff, { cluster: false }),
        { role: 'roles/logging.viewAccessor', members: readers },
      ]),
      budget,
    },
    route: logRouteName(),
    cluster: clusterOf(prefix, cell),
    namespaces: tenants.flatMap(({ logs }) => logs?.namespace ?? []).sort(byText(String)),
  };
}

/** Says what logs cost, which no quota bounds. */
export function logNotices({ config }: PlanInputs): readonly string[] {
  if (!sharesLogs(config)) return [];
  const { usd } = priceListFor(config.google.region).logGib;
  return [
    `places have logs of their own: each GiB that pods print beyond 50 a month in a cell costs $${usd}, and nothing bounds how much`,
  ];
}
