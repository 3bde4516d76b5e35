import type { KubernetesApi } from '../kubernetes/kubernetes-api';
import { KubernetesError } from '../kubernetes/kubernetes-error';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { describeRef, finalizersOf, refOf } from '../kubernetes/kubernetes-object';
import { helmError } from './helm-error';
import { inUninstallOrder } from './install-order';
import { refusalIn } from './install-release';
import type { ReleaseId } from './release-objects';
import type { ReleaseRecords } from './release-records';

/** What Helm is asked to remove. */
export interface UninstallRequest {
  readonly release: ReleaseId;
  readonly api: KubernetesApi;
  readonly records: ReleaseRecords;
  /** Whether to wait until all objects are gone. */
  readonly wait: boolean;
  readonly timeoutSeconds: number;
  /** Told when the whole time-out was waited for nothing. */
  onTimeout(): void;
}

/**
 * Uninstalls a release. Its record goes also when objects stay: Terraform then finds nothing to remove the next
 * time, and what stays is a leftover.
 */
export async function uninstallRelease(request: UninstallRequest): Promise<void> {
  const { release, api, records } = request;
  const history = await records.history(release);
  const last = history.at(-1);
  if (last === undefined) return;
  records.write(release, [...history.slice(0, -1), { ...last, status: 'uninstalling' }]);
  const objects = inUninstallOrder(last.objects).filter(({ keep }) => !keep);
  const refused: string[] = [];
  for (const object of objects) {
    await api.delete(object).catch((error: unknown) => {
      if (!(error instanceof KubernetesError) || error.status !== 404) refused.push(refusalIn(error));
    });
  }
  if (refused.length > 0) {
    throw failed(release, `failed to delete release: ${release.name} (${refused.join('; ')})`);
  }
  const left = request.wait ? await api.waitUntilGone(objects, request.timeoutSeconds) : [];
  records.remove(release);
  if (left.length === 0) return;
  request.onTimeout();
  const why = await Promise.all(left.map((object) => whatHolds(object, api)));
  throw failed(
    release,
    `uninstallation completed with 1 error(s): context deadline exceeded: ` +
      `timed out waiting for ${why.join(', ')} to be deleted`,
  );
}

/** An object that does not go, and why: its own finalizers, or those of what is in it. */
async function whatHolds(object: KubernetesObject, api: KubernetesApi): Promise<string> {
  const own = heldBy(object);
  if (object.kind !== 'Namespace') return own;
  const content = await api.list(object.metadata.name);
  return content.length === 0 ? own : `${own} (holds ${content.map(heldBy).join(', ')})`;
}

function heldBy(object: KubernetesObject): string {
  const finalizers = finalizersOf(object);
  const held = finalizers.length === 0 ? '' : ` (held by the finalizer ${finalizers.join(' and ')})`;
  return `${describeRef(refOf(object))}${held}`;
}

const failed = ({ name }: ReleaseId, why: string): Error =>
  helmError(`Unable to uninstall Helm release ${name}: ${why}`);
