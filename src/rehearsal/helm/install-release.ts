import { KubernetesError } from '../kubernetes/kubernetes-error';
import { namespaceRef } from '../kubernetes/kubernetes-object';
import { helmError, nameInUse } from './helm-error';
import { inInstallOrder } from './install-order';
import { checkOwnership } from './ownership';
import { objectsOf } from './release-objects';
import type { Revision } from './release-records';
import type { ReleaseRequest } from './release-request';
import { NAME_RULE, isReleaseName, newRevision } from './release-request';

/**
 * Installs a release. If objects are refused, those that were made stay, and so does the release, as failed: its
 * name is taken until somebody uninstalls it.
 */
export async function installRelease(request: ReleaseRequest): Promise<Revision> {
  const { release, chart, api, records } = request;
  if (!isReleaseName(release.name)) throw helmError(`release name "${release.name}": ${NAME_RULE}`);
  if ((await records.history(release)).length > 0) throw nameInUse();
  const objects = inInstallOrder(await objectsOf(chart.manifest, release, api));
  if (!request.takeOwnership) await checkOwnership(objects, release, api, 'install');
  if (request.createNamespace) await createNamespace(request);
  const refused = await records.refusal(release, 1);
  if (refused !== undefined) throw helmError(`create: failed to create: ${refused}`);

  const pending = newRevision(request, objects, 1, 'pending-install');
  records.write(release, [pending]);
  const errors: string[] = [];
  // Helm asks for all objects, whatever became of those before.
  for (const object of objects) {
    try {
      await api.apply(object);
    } catch (error) {
      errors.push(refusalIn(error));
    }
  }
  if (errors.length > 0) {
    const message = listed(errors);
    const description = `Release "${release.name}" failed: ${message}`;
    records.write(release, [{ ...pending, status: 'failed', description }]);
    throw helmError(message);
  }
  const description = request.description ?? 'Install complete';
  const deployed: Revision = { ...pending, status: 'deployed', description };
  records.write(release, [deployed]);
  return deployed;
}

async function createNamespace({ release: { namespace }, api }: ReleaseRequest): Promise<void> {
  if (!(await api.namespaceGone(namespace))) return;
  const { apiVersion, kind, name } = namespaceRef(namespace);
  try {
    await api.apply({ apiVersion, kind, metadata: { name, labels: { name } } });
  } catch (error) {
    throw helmError(refusalIn(error));
  }
}

/** What the API says; an error of ours goes on as it is. */
export function refusalIn(error: unknown): string {
  if (error instanceof KubernetesError) return error.message;
  throw error;
}

/** Several errors, as Helm lists them. */
const listed = (errors: readonly string[]): string =>
  `${errors.length} error${errors.length === 1 ? '' : 's'} occurred:\n${errors.map((each) => `\t* ${each}`).join('\n')}`;
