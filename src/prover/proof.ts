import type { Artifacts } from './artifacts';
import { proveAdmission } from './aspects/prove-admission';
import { proveBuckets } from './aspects/prove-buckets';
import { proveClusters } from './aspects/prove-clusters';
import { proveHosts } from './aspects/prove-hosts';
import { proveIam } from './aspects/prove-iam';
import { proveImages } from './aspects/prove-images';
import { proveMetrics } from './aspects/prove-metrics';
import { proveNamespaces } from './aspects/prove-namespaces';
import { proveNetwork } from './aspects/prove-network';
import { proveObjects } from './aspects/prove-objects';
import { proveQuotas } from './aspects/prove-quotas';
import { proveRbac } from './aspects/prove-rbac';
import { proveReleases } from './aspects/prove-releases';
import { proveWorkloadIdentity } from './aspects/prove-workload-identity';
import { ASSUMPTIONS } from './assumptions';
import type { CohortRecord } from './cohort-record';
import type { AspectProof, Finding } from './finding';
import { grouped } from './grouped';
import type { World } from './world';
import { worldOf } from './world';

/** That nobody reaches what is not theirs, or the ways by which somebody does. */
export interface Proof {
  readonly tenants: number;
  readonly staff: number;
  readonly pairs: Pairs;
  readonly objects: number;
  readonly resources: number;
  readonly aspects: readonly AspectProof[];
  /** Like findings as one, with the number of pairs that all of them are true of. */
  readonly findings: readonly FindingGroup[];
  readonly assumptions: readonly string[];
}

/** Ordered pairs that every aspect covers. */
export interface Pairs {
  readonly amongTenants: number;
  readonly toStaff: number;
}

/** A counter-example, and how many there are like it. */
export interface FindingGroup extends Finding {
  /** Findings with the same sentence, this one among them. */
  readonly alike: number;
}

/** What the whole proof consists of, in the order of its report. */
export const ASPECT_PROOFS: readonly ((world: World) => AspectProof)[] = [
  proveRbac,
  proveNetwork,
  proveNamespaces,
  proveAdmission,
  proveQuotas,
  proveIam,
  proveWorkloadIdentity,
  proveImages,
  proveBuckets,
  proveClusters,
  proveHosts,
  proveMetrics,
  proveObjects,
  proveReleases,
];

/** Builds who can reach what from the artifacts, and holds it against who may. */
export function prove(artifacts: Artifacts, record: CohortRecord): Proof {
  const world = worldOf(artifacts, record);
  const aspects = ASPECT_PROOFS.map((proveAspect) => proveAspect(world));
  const tenants = record.places.length;
  const staff = [...record.people.values()].filter(({ role }) => role !== 'student').length;
  return {
    tenants,
    staff,
    pairs: { amongTenants: tenants * (tenants - 1), toStaff: tenants * staff },
    objects: artifacts.kubernetes.length,
    resources: world.cloud.all.filter(({ mode }) => mode === 'resource').length,
    aspects,
    findings: aspects.flatMap(({ findings }) => alike(findings)),
    assumptions: ASSUMPTIONS,
  };
}

function alike(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = grouped(findings, ({ kind, sentence }) => `${kind} ${sentence}`);
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    pairs: group.reduce((sum, { pairs }) => sum + pairs, 0),
    alike: group.length,
  }));
}
