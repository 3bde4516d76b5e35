import { EMPTY_SERVICE_IMAGE } from '../catalogue/cloud-run/empty-service';
import { MAX_INSTANCES } from '../catalogue/cloud-run/instances';
import type { CohortConfig } from '../config/cohort.schema';
import type { Region } from '../config/regions';
import type { Course } from '../course/course.schema';
import type { CellNumber, CohortId, Handle, ProjectId } from '../domain/ids';
import { runAccountId, runServiceName, serverlessProjectId } from '../domain/names';
import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import { priceListFor } from '../prices/price-list';
import type { ShardPlan, StaffPlan } from './cohort-plan';
import { memberIn } from './groups-plan';
import type { ToolkitPlan } from './toolkits-plan';

/** The one service of a tenant on Cloud Run: made empty, and filled by the tenant with images of its own. */
export interface ServicePlan {
  /** The tenant's own project, or the one that services of a cell share, which has no network. */
  readonly project: ProjectId;
  readonly name: string;
  /** Id of the account that it runs as, in the same project. */
  readonly account: string;
  /** Whether others have their services in the same project. */
  readonly shared: boolean;
  /** What runs until the tenant deploys for the first time. */
  readonly image: string;
  readonly maxInstances: number;
  /** IAM members that deploy to it. */
  readonly developers: readonly string[];
  /** IAM members that may send it requests. */
  readonly callers: readonly string[];
  /** From here on nobody deploys. */
  readonly expires: Instant;
}

const TOOLKIT = 'cloud-run';

interface Tenant {
  readonly prefix: CohortId;
  readonly handle: Handle;
  readonly cell: CellNumber;
  /** Undefined in tier `namespace`. */
  readonly ownProject: ProjectId | undefined;
  readonly toolkits: readonly ToolkitPlan[];
  /** IAM members who work in the place; nobody while it is held. */
  readonly users: readonly string[];
  readonly staff: StaffPlan;
  /** When access of tenants ends. */
  readonly accessEnds: Instant;
}

/** The tenant's service, if a lab of it uses Cloud Run. */
export function serviceOf(tenant: Tenant): ServicePlan | undefined {
  const { prefix, handle, cell, ownProject, toolkits, users, staff, accessEnds } = tenant;
  if (!toolkits.some(({ id }) => id === TOOLKIT)) return undefined;
  const teaching = [...staff.instructors, ...staff.tas].map(memberIn(staff));
  return {
    project: ownProject ?? serverlessProjectId(prefix, cell),
    name: runServiceName(handle),
    account: runAccountId(handle),
    shared: ownProject === undefined,
    image: EMPTY_SERVICE_IMAGE,
    maxInstances: MAX_INSTANCES,
    developers: users,
    callers: [...new Set([...users, ...teaching])].sort(byText(String)),
    expires: accessEnds,
  };
}

/** Says what a tenant can spend on a service: no role lets somebody deploy and not scale, so a quota alone bounds it. */
export function serviceNotices(shards: readonly ShardPlan[], region: Region): readonly string[] {
  const deployed = shards.some(({ tenants }) => tenants.some(({ service }) => service?.developers.length));
  if (!deployed) return [];
  const { usd } = priceListFor(region).cloudRun.vcpuSecond;
  return [
    `who deploys a service on Cloud Run can give it more instances, CPU, memory and GPUs until the next apply: each vCPU-second costs $${usd}, and only the quotas of its project bound how many; lower CpuAllocPerProjectRegion of run.googleapis.com there if that is too much`,
  ];
}

/**
 * Whether services of several tenants need a project to share. It is asked of the course and not of who is there now, so
 * that the project stands until the last service in it is gone.
 */
export const sharesServices = (
  { labs }: Pick<Course, 'labs'>,
  { tier, places }: Pick<CohortConfig, 'tier' | 'places'>,
): boolean =>
  labs.some(({ toolkits }) => toolkits.some(({ id }) => id === TOOLKIT)) &&
  (tier === 'namespace' || places.some((place) => place.tier === 'namespace'));
