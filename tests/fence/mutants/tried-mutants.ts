import type { Attributes } from '../../../src/rehearsal/values/value';
import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { applyObjects, clusterBehind } from '../apply-objects';
import type { Attack } from '../attack';
import { judge } from '../attack';
import type { FenceWorld } from '../fence-world';
import type { Mutant } from './mutants-of';

/** A mutant of a cluster's object, with the attacks that are up against that object. */
export interface Trial {
  readonly mutant: Mutant;
  readonly attacks: readonly Attack[];
}

type Change = NonNullable<Mutant['change']>;

/**
 * Mutants that no attack notices: every one is refused as before, for the same reason.
 *
 * Those of different objects are put up together, one of each, and each is judged by the attacks on its own
 * object: policies do not look at each other.
 */
export async function unnoticedBy(world: FenceWorld, trials: readonly Trial[]): Promise<readonly Mutant[]> {
  const unnoticed: Mutant[] = [];
  let standing: readonly Trial[] = [];
  for (const round of roundsOf(trials)) {
    await restore(world, standing);
    await putUp(world, round);
    await world.settled();
    const noticed = await Promise.all(round.map((trial) => isNoticed(world, trial)));
    unnoticed.push(...round.filter((_, index) => !noticed[index]).map(({ mutant }) => mutant));
    standing = round;
  }
  await restore(world, standing);
  await world.settled();
  return unnoticed;
}

/** Each object at most once in a round. */
function roundsOf(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  const rounds: Trial[][] = [];
  const seen = new Map<unknown, number>();
  for (const trial of trials) {
    const { was } = changeOf(trial);
    const round = seen.get(was) ?? 0;
    seen.set(was, round + 1);
    (rounds[round] ??= []).push(trial);
  }
  return rounds;
}

async function isNoticed(world: FenceWorld, { attacks }: Trial): Promise<boolean> {
  const verdicts = await Promise.all(attacks.map((attack) => judge(world, attack)));
  return verdicts.some(({ asTold }) => !asTold);
}

async function putUp(world: FenceWorld, trials: readonly Trial[]): Promise<void> {
  const cluster = clusterBehind(world.admin);
  for (const { becomes, was } of trials.map(changeOf)) {
    if (becomes === undefined) await cluster.delete(refTo(was));
    else await replace(world, becomes);
  }
}

async function restore(world: FenceWorld, trials: readonly Trial[]): Promise<void> {
  await Promise.all(trials.map((trial) => replace(world, changeOf(trial).was)));
}

/** In place of what stands there, so that fields of the mutant do not stay behind. */
async function replace(world: FenceWorld, object: Change['was']): Promise<void> {
  await applyObjects(world.admin, [object as unknown as KubernetesObject]);
}

function changeOf({ mutant }: Trial): Change {
  if (mutant.change === undefined) throw new Error(`${mutant.title}: stands in no cluster`);
  return mutant.change;
}

const refTo = (object: Change['was']) => {
  const { apiVersion, kind, metadata } = object as unknown as KubernetesObject & { metadata: Attributes };
  const namespace = metadata['namespace'];
  return {
    apiVersion,
    kind,
    name: String(metadata['name']),
    ...(typeof namespace === 'string' && { namespace }),
  };
};
