import type { DoomedStack } from '../../core/teardown/doomed-stacks';
import { protectionsIn } from '../../core/teardown/protections';
import { studentBindings } from '../../core/teardown/student-access';
import { counted } from '../table';
import type { TeardownGround } from './teardown-ground';
import { Undone } from './undone';

/** Takes away the bindings by which students and their pods reach anything; what runs goes on running. */
export async function freeze({ folderOf }: TeardownGround, stack: DoomedStack): Promise<string> {
  const folder = folderOf(stack);
  const bindings = studentBindings(await folder.resources());
  if (bindings.length === 0) return 'no student has access through it';
  await folder.destroy(bindings);
  return `${counted(bindings.length, 'grant')} of students taken away`;
}

/** Applies what the stack's file says to resources whose state says that they may not be destroyed. */
export async function unlock({ folderOf }: TeardownGround, stack: DoomedStack): Promise<string> {
  const folder = folderOf(stack);
  const before = protectionsIn(await folder.resources());
  if (before.length === 0) return 'nothing protects itself';
  await folder.apply(before.map(({ address }) => address));
  const [still] = protectionsIn(await folder.resources());
  if (still !== undefined)
    throw new Undone(
      `${still.address} has ${still.guard} still: write the stacks anew with "practicum synth"`,
    );
  return `${counted(before.length, 'protection')} taken off`;
}
