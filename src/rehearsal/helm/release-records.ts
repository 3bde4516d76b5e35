import type { AssetName } from '../cloud/asset';
import type { Cloud } from '../cloud/cloud';
import type { KubernetesApi } from '../kubernetes/kubernetes-api';
import type { ObjectRef } from '../kubernetes/kubernetes-object';
import { namespaceRef } from '../kubernetes/kubernetes-object';
import { blocksAt, booleanAt, numberAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import type { ReleaseId } from './release-objects';

export type ReleaseStatus =
  'deployed' | 'failed' | 'pending-install' | 'pending-upgrade' | 'superseded' | 'uninstalling';

/** An object that a release made. */
export interface OwnedObject extends ObjectRef {
  /** Whether it stays when it leaves the manifest, or the release goes. */
  readonly keep: boolean;
}

/** One revision of a release, as Helm keeps it. */
export interface Revision {
  readonly revision: number;
  readonly status: ReleaseStatus;
  readonly description: string;
  readonly chart: string;
  readonly version: string;
  readonly appVersion: string;
  /** JSON. */
  readonly values: string;
  readonly manifest: string;
  /** What the manifest names, so that nobody has to parse it again. */
  readonly objects: readonly OwnedObject[];
  /** Seconds since 1970. */
  readonly firstDeployed: number;
  readonly lastDeployed: number;
}

/** Helm's records of the releases in one cluster; Helm itself keeps them as Secrets in a release's namespace. */
export class ReleaseRecords {
  constructor(
    private readonly cloud: Cloud,
    private readonly api: KubernetesApi,
  ) {}

  /** Revisions, the oldest first; none if there is no such release. */
  async history(release: ReleaseId): Promise<readonly Revision[]> {
    const name = this.nameOf(release);
    const asset = this.cloud.tryFind(name);
    if (asset === undefined) return [];
    if (await this.api.namespaceGone(release.namespace)) {
      this.cloud.remove(name);
      return [];
    }
    return blocksAt(asset.data, 'revisions').map(revisionIn);
  }

  /** Why no record can be made, in the words of the API; undefined if one can. */
  async refusal(release: ReleaseId, revision: number): Promise<string | undefined> {
    const { name, namespace } = release;
    const place = await this.api.get(namespaceRef(namespace));
    if (place === undefined) return `namespaces "${namespace}" not found`;
    if (place.metadata['deletionTimestamp'] === undefined) return undefined;
    return (
      `secrets "sh.helm.release.v1.${name}.v${revision}" is forbidden: unable to create new content ` +
      `in namespace ${namespace} because it is being terminated`
    );
  }

  /** Keeps the newest `max` revisions, all if it is 0. */
  write(release: ReleaseId, revisions: readonly Revision[], max = 0): void {
    const kept = max > 0 ? revisions.slice(-max) : revisions;
    const last = kept.at(-1);
    const data: Attributes = {
      ...release,
      revision: last?.revision ?? null,
      status: last?.status ?? null,
      manifest: last?.manifest ?? null,
      revisions: kept.map((revision) => ({
        ...revision,
        objects: revision.objects.map((object) => ({ ...object })),
      })),
    };
    const name = this.nameOf(release);
    if (this.cloud.tryFind(name) !== undefined) {
      this.cloud.change(name, { data });
      return;
    }
    const { project } = this.cloud.find(this.api.cluster);
    this.cloud.insert({
      name,
      type: 'helm.sh/Release',
      parent: this.api.cluster,
      data,
      madeBy: 'terraform',
      ...(project === undefined ? {} : { project }),
    });
  }

  remove(release: ReleaseId): void {
    const name = this.nameOf(release);
    if (this.cloud.tryFind(name) !== undefined) this.cloud.remove(name);
  }

  private nameOf({ name, namespace }: ReleaseId): AssetName {
    return `${this.api.cluster}/k8s/namespaces/${namespace}/helm.sh/releases/${name}`;
  }
}

function revisionIn(data: Attributes): Revision {
  const text = (name: string): string => requiredText(data, name);
  const number = (name: string): number => numberAt(data, name) ?? 0;
  return {
    revision: number('revision'),
    status: text('status') as ReleaseStatus,
    description: text('description'),
    chart: text('chart'),
    version: text('version'),
    appVersion: text('appVersion'),
    values: text('values'),
    manifest: text('manifest'),
    objects: blocksAt(data, 'objects').map(ownedIn),
    firstDeployed: number('firstDeployed'),
    lastDeployed: number('lastDeployed'),
  };
}

function ownedIn(data: Attributes): OwnedObject {
  const namespace = textAt(data, 'namespace');
  return {
    apiVersion: requiredText(data, 'apiVersion'),
    kind: requiredText(data, 'kind'),
    name: requiredText(data, 'name'),
    keep: booleanAt(data, 'keep') ?? false,
    ...(namespace === undefined ? {} : { namespace }),
  };
}
