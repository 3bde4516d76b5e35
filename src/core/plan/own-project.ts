import type { CohortConfig, Tier } from '../config/cohort.schema';
import type { Handle } from '../domain/ids';
import type { Money } from '../domain/money';
import { tenantProjectId } from '../domain/names';
import type { Instant } from '../domain/time';
import { connectGrant, inOrder, staffGrants, tenantGrants } from './access';
import {
  CLUSTER_APIS,
  PROJECT_APIS,
  withFederation,
  withMachine,
  withScanning,
  withServerless,
} from './apis';
import type { ProjectPlan, StaffPlan } from './cohort-plan';
import { labels } from './labels';
import { visitorGrant } from './machine-plan';

/** What is the same for all tenants. */
interface CohortFacts {
  readonly config: CohortConfig;
  readonly accessEnds: Instant;
  readonly staff: StaffPlan;
}

/** What a project of one tenant depends on. */
interface OwnProject {
  readonly handle: Handle;
  readonly tier: Tier;
  readonly users: readonly string[];
  /** IAM members that its workflows deploy as. */
  readonly deployers: readonly string[];
  readonly budget: Money;
  /** Whether workflows from elsewhere are known to it. */
  readonly federated: boolean;
  /** Whether a service runs in it. */
  readonly serverless: boolean;
  /** Whether a machine runs in it. */
  readonly machine: boolean;
}

/** The project that a tenant has for itself, with who may do what in it. */
export function ownProject(
  { config, accessEnds, staff }: CohortFacts,
  { handle, tier, users, deployers, budget, federated, serverless, machine }: OwnProject,
): ProjectPlan {
  const cluster = tier === 'cluster';
  const usual = cluster ? CLUSTER_APIS : PROJECT_APIS;
  const scanning = config.registry.scan ? withScanning(usual) : usual;
  const served = serverless ? withServerless(scanning) : scanning;
  const apis = machine ? withMachine(served) : served;
  const id = tenantProjectId(config.google.projectPrefix ?? config.id, handle);
  return {
    id,
    apis: federated ? withFederation(apis) : apis,
    labels: labels(config.id, { tenant: handle }),
    access: inOrder([
      ...staffGrants(staff, { cluster }),
      ...tenantGrants(users, accessEnds, { cluster }),
      connectGrant(cluster ? deployers : [], accessEnds),
      ...(machine ? [visitorGrant(id, users, accessEnds)] : []),
    ]),
    budget,
  };
}
