import type { DoomedStack, StackKind } from '../../core/teardown/doomed-stacks';
import type { TeardownStep } from '../../core/teardown/teardown-journal';
import { atMostUntilThrown } from './until-thrown';
import { archivePlaces } from './archive-places';
import { destroyStack, uninstallPlaces } from './destroy-stacks';
import { freeze, unlock } from './freeze-and-unlock';
import type { TeardownGround } from './teardown-ground';
import { reasonToKeep } from './teardown-ground';

type Act = (ground: TeardownGround, stack: DoomedStack) => Promise<string>;

/** Steps that go over stacks, after the archive, in their order. */
const DESTRUCTION: readonly (readonly [step: TeardownStep, kinds: readonly StackKind[], act: Act])[] = [
  ['unlock', ['repositories', 'places', 'shard', 'services', 'cell'], unlock],
  ['releases', ['places', 'shard'], uninstallPlaces],
  ['shards', ['repositories', 'places', 'shard'], destroyStack],
  ['services', ['services'], destroyStack],
  ['cells', ['cell'], destroyStack],
];

/**
 * Takes a cohort away, step by step, and goes on where an earlier run ended. A stack that does not go, or must not, is
 * kept with those that it stands on; the others go.
 */
export async function runTeardown(ground: TeardownGround): Promise<void> {
  await reopenStanding(ground);
  await overStacks(ground, 'freeze', ['shard', 'cell'], freeze);
  // An archive of what students still change would be of no instant.
  if (ground.kept.size > 0) {
    for (const { name } of ground.stacks)
      if (!ground.kept.has(name)) ground.kept.set(name, 'students are not locked out everywhere');
    return;
  }
  await archivePlaces(ground);
  for (const [step, kinds, act] of DESTRUCTION) await overStacks(ground, step, kinds, act);
}

/** What was taken away and deployed again since is taken away again, from the freeze on. */
async function reopenStanding({ log, stacks, folderOf, archive }: TeardownGround): Promise<void> {
  if (Object.keys(log.journal.work).length === 0)
    archive?.forget(stacks.flatMap(({ tenants }) => tenants.map(({ handle }) => handle)));
  for (const stack of stacks.filter(({ name, kind }) => log.isDone({ step: GONE_AFTER[kind], what: name }))) {
    if ((await folderOf(stack).resources()).length === 0) continue;
    const handles = stack.tenants.map(({ handle }) => handle);
    archive?.forget(handles);
    log.reopen(new Set([stack.name, ...handles, 'grades', 'sums']));
  }
}

/** Step that takes a stack of this kind away. */
const GONE_AFTER: Readonly<Record<StackKind, TeardownStep>> = {
  repositories: 'shards',
  places: 'shards',
  shard: 'shards',
  services: 'services',
  cell: 'cells',
};

async function overStacks(
  ground: TeardownGround,
  step: TeardownStep,
  kinds: readonly StackKind[],
  act: Act,
): Promise<void> {
  for (const kind of kinds) {
    const stacks = ground.stacks.filter((stack) => stack.kind === kind);
    // Cells hang on one another by their zones; of the others, none waits for one of its own kind.
    const gate = atMostUntilThrown(kind === 'cell' ? 1 : ground.parallelism);
    await Promise.all(
      stacks.map((stack) =>
        gate(async () => {
          const reason = reasonToKeep(ground, stack);
          if (reason !== undefined) {
            ground.kept.set(stack.name, reason);
            return;
          }
          const failure = await ground.log.work({ step, what: stack.name }, () => act(ground, stack));
          if (failure !== undefined) ground.kept.set(stack.name, failure);
        }),
      ),
    );
  }
}
