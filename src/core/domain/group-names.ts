import type { CohortId, Email } from './ids';
import { email } from './ids';

/** How IAM names a group. */
export const groupMember = (group: Email): string => `group:${group}`;

/** Address of a Google group of a cohort: of one person, of a role, or of all students. */
export const groupAddress = (cohort: CohortId, name: string, domain: string): Email =>
  email(`${cohort}-${name}@${domain}`);

/**
 * Group that GKE asks whether RBAC may know a group: those inside it, however deep.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/google-groups-rbac (read 2026-11)
 */
export const securityGroup = (domain: string): Email => email(`gke-security-groups@${domain}`);
