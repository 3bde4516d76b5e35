import type { Fault } from '../../rehearsal/faults/fault';
import { standing, touchedOthers } from '../../rehearsal/scenario/standing';
import type { RehearsalGround } from './rehearsal-ground';

/** Sets faults up for the next run of a rehearsal; the tenants whose places somebody changed by hand with it. */
export async function armHazards(
  { hazards, simulation, stacks, clusters }: RehearsalGround,
  faults: readonly Fault[],
  tenants: ReadonlySet<string>,
): Promise<readonly string[]> {
  const { cloud, states } = simulation;
  const drifts = faults.some(({ kind }) => kind === 'drift');
  const before = drifts ? standing(cloud.list(), tenants) : undefined;
  await hazards.arm(faults, {
    cloud,
    states,
    stacks,
    kindOf: (type) => simulation.tryFindKind(type),
    apiOf: (cluster) => clusters.of(cluster),
  });
  if (before === undefined) return [];
  return touchedOthers(before, standing(cloud.list(), tenants), new Set()).map(({ tenant }) => tenant);
}
