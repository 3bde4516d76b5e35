import { tryReadLock } from '../../core/recover/lock-info';
import { recoverStacks } from '../recover/recover-stacks';
import { isRecovered } from '../recover/stack-recovery';
import type { RehearsalGround } from './rehearsal-ground';
import { SimulatedListing } from './simulated-listing';

/** What "practicum recover" did on the ground of a rehearsal; what it could not do, as sentences. */
export async function recoverGround(
  ground: RehearsalGround,
): Promise<{ readonly problems: readonly string[] }> {
  const { simulation } = ground;
  const recoveries = await recoverStacks({
    folder: ground.terraform,
    terraform: ground.program,
    environment: { ...process.env, ...simulation.environment },
    listing: new SimulatedListing(simulation.cloud),
    tryFindHolder: (stack) => tryReadLock(simulation.states.tryFindLock(stack)?.info ?? ''),
  });
  return {
    problems: recoveries
      .filter((recovery) => !isRecovered(recovery))
      .map(({ stack, problem, notAdopted }) =>
        [`${stack}: ${problem ?? 'not all was adopted'}`, ...notAdopted.map(({ address }) => address)].join(
          ' ',
        ),
      ),
  };
}
