import type { KubernetesObject, ObjectRef } from '../kubernetes/kubernetes-object';
import { objectKey, refOf } from '../kubernetes/kubernetes-object';
import { helmError } from './helm-error';
import { inInstallOrder } from './install-order';
import { refusalIn } from './install-release';
import { checkOwnership } from './ownership';
import { objectsOf } from './release-objects';
import type { Revision } from './release-records';
import type { ReleaseRequest } from './release-request';
import { newRevision } from './release-request';

/** Upgrades a release: makes and changes objects, then removes those that left the manifest. */
export async function upgradeRelease(request: ReleaseRequest): Promise<Revision> {
  const { release, chart, api, records } = request;
  const history = await records.history(release);
  const last = history.at(-1);
  if (last === undefined) throw failed(`"${release.name}" has no deployed releases`);
  if (last.status.startsWith('pending')) {
    throw failed('another operation (install/upgrade/rollback) is in progress');
  }
  const current = [...history].reverse().find(({ status }) => status === 'deployed') ?? last;
  const after = inInstallOrder(await objectsOf(chart.manifest, release, api));
  const owned = new Set(current.objects.map(objectKey));
  const added = after.filter((object) => !owned.has(objectKey(refOf(object))));
  if (!request.takeOwnership) await checkOwnership(added, release, api, 'update');

  const refused = await records.refusal(release, last.revision + 1);
  if (refused !== undefined) throw failed(`create: failed to create: ${refused}`);
  const pending = newRevision(request, after, last.revision + 1, 'pending-upgrade', current.firstDeployed);
  records.write(release, [...history, pending], request.maxHistory);

  const { created, problem } = await applyAll(after, request);
  if (problem !== undefined) {
    const description = `Upgrade "${release.name}" failed: ${problem}`;
    records.write(release, [...history, { ...pending, status: 'failed', description }], request.maxHistory);
    if (request.cleanupOnFail) await removeAll(created.map(refOf), request);
    throw failed(problem);
  }
  const kept = new Set(after.map((object) => objectKey(refOf(object))));
  await removeAll(
    current.objects.filter((object) => !kept.has(objectKey(object)) && !object.keep),
    request,
  );
  const description = request.description ?? 'Upgrade complete';
  const deployed: Revision = { ...pending, status: 'deployed', description };
  const old = history.map((each) => (each === current ? { ...each, status: 'superseded' as const } : each));
  records.write(release, [...old, deployed], request.maxHistory);
  return deployed;
}

interface Applied {
  /** Objects that were not there before, also the one that was refused. */
  readonly created: readonly KubernetesObject[];
  readonly problem: string | undefined;
}

/** Helm stops at an object that it cannot make, and goes on after one that it cannot change. */
async function applyAll(objects: readonly KubernetesObject[], { api }: ReleaseRequest): Promise<Applied> {
  const created: KubernetesObject[] = [];
  const problems: string[] = [];
  for (const object of objects) {
    const isNew = (await api.get(refOf(object))) === undefined;
    if (isNew) created.push(object);
    try {
      await api.apply(object);
    } catch (error) {
      const refusal = refusalIn(error);
      if (isNew) return { created, problem: `failed to create resource: ${refusal}` };
      problems.push(`cannot patch "${object.metadata.name}" with kind ${object.kind}: ${refusal}`);
    }
  }
  return { created, problem: problems.length === 0 ? undefined : problems.join(' && ') };
}

/** Helm only notes in its log what it could not remove. */
async function removeAll(refs: readonly ObjectRef[], { api }: ReleaseRequest): Promise<void> {
  for (const ref of refs) {
    await api.delete(ref).catch(refusalIn);
  }
}

const failed = (problem: string): Error => helmError(`Upgrade failed: ${problem}`);
