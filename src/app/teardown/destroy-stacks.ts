import type { DoomedStack } from '../../core/teardown/doomed-stacks';
import { counted } from '../table';
import type { TeardownGround } from './teardown-ground';
import { Undone } from './undone';

const RELEASE = 'helm_release';

/**
 * Uninstalls the releases of tenants, and with them their namespaces: what controllers made for them outside of the
 * cluster, load balancers and disks, goes through finalizers, for which uninstalling waits.
 */
export async function uninstallPlaces({ folderOf }: TeardownGround, stack: DoomedStack): Promise<string> {
  const folder = folderOf(stack);
  const releases = (await folder.resources()).filter(({ type }) => type === RELEASE);
  if (releases.length === 0) return 'no place stands in a cluster';
  await folder.destroy(stack.kind === 'places' ? undefined : releases.map(({ address }) => address));
  return `${counted(releases.length, 'release')} uninstalled`;
}

/** Destroys all that a stack has, and looks whether it did. */
export async function destroyStack({ folderOf }: TeardownGround, stack: DoomedStack): Promise<string> {
  const folder = folderOf(stack);
  const { length } = await folder.resources();
  if (length === 0) return 'nothing stands';
  await folder.destroy();
  const rest = (await folder.resources()).length;
  if (rest > 0) throw new Undone(`${counted(rest, 'resource')} still in its state after the destroy`);
  return `${counted(length, 'resource')} destroyed`;
}
