import { byText } from '../domain/sorting';
import type { Instant } from '../domain/time';
import type { GrantPlan, StaffPlan } from './cohort-plan';
import { memberIn } from './groups-plan';

/** Connect to clusters and list them; what a person may do inside is Kubernetes' to say. */
const CONNECT = 'roles/container.clusterViewer';

/** What all who teach may see in a project with labs in it. */
const STAFF_ROLES = [
  'roles/artifactregistry.reader',
  'roles/logging.viewer',
  'roles/monitoring.viewer',
] as const;

/**
 * What a tenant may do in a project of its own: use its services, not change who may.
 * Basic roles are left out: they take no condition and reach too far.
 */
const PROJECT_ROLES = [
  'roles/artifactregistry.reader',
  'roles/browser',
  'roles/logging.viewer',
  'roles/monitoring.viewer',
  'roles/serviceusage.serviceUsageConsumer',
] as const;

/** Grants of staff in a project with labs, without end: teardown takes them. */
export function staffGrants(
  staff: StaffPlan,
  { cluster }: { readonly cluster: boolean },
): readonly GrantPlan[] {
  const { instructors, tas } = staff;
  const everyone = [...instructors, ...tas].map(memberIn(staff)).sort(byText(String));
  const roles = cluster ? [...STAFF_ROLES, CONNECT] : STAFF_ROLES;
  return [
    ...roles.map((role) => ({ role, members: everyone })),
    { role: 'roles/storage.objectViewer', members: instructors.map(memberIn(staff)) },
  ];
}

/** Grant of staff at the proxy that stands before their Grafana. */
export function staffGrafanaGrant(staff: StaffPlan): GrantPlan {
  const members = [...staff.instructors, ...staff.tas].map(memberIn(staff)).sort(byText(String));
  return { role: 'roles/iap.httpsResourceAccessor', members };
}

/** Grant of students, and of what their workflows deploy as, in the project of the cluster that they work in. */
export function connectGrant(members: readonly string[], expires: Instant): GrantPlan {
  return { role: CONNECT, members, expires };
}

/** Grants of a tenant in its own project. */
export function tenantGrants(
  members: readonly string[],
  expires: Instant,
  { cluster }: { readonly cluster: boolean },
): readonly GrantPlan[] {
  const roles = cluster ? [...PROJECT_ROLES, CONNECT] : PROJECT_ROLES;
  return roles.map((role) => ({ role, members, expires }));
}

/** Grants in the order of their roles, those to nobody left out. */
export function inOrder(grants: readonly GrantPlan[]): readonly GrantPlan[] {
  return grants
    .filter(({ members }) => members.length > 0)
    .sort(byText(({ role, expires }) => `${role} ${expires ?? ''}`));
}
