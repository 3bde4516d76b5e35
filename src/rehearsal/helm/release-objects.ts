import { parseAllDocuments } from 'yaml';
import type { KubernetesApi } from '../kubernetes/kubernetes-api';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { isKubernetesObject, namespaceOf } from '../kubernetes/kubernetes-object';
import type { Value } from '../values/value';
import { isRecord } from '../values/value';
import type { HelmError } from './helm-error';
import { helmError } from './helm-error';
import { MANAGED_BY, OWNED_BY_HELM, RELEASE_NAME, RELEASE_NAMESPACE } from './ownership';

/** What a release is called: its name and the namespace of its record. */
export interface ReleaseId {
  readonly name: string;
  readonly namespace: string;
}

/**
 * The objects of a manifest, with Helm's mark of their owner, each in a namespace if its kind is. A kind that the
 * cluster does not serve is an error before anything is made.
 */
export async function objectsOf(
  manifest: string,
  release: ReleaseId,
  api: KubernetesApi,
): Promise<readonly KubernetesObject[]> {
  return Promise.all(documentsOf(manifest).map((document) => placed(document, release, api)));
}

function documentsOf(manifest: string): readonly Value[] {
  return parseAllDocuments(manifest)
    .map((document) => {
      const [error] = document.errors;
      if (error !== undefined) throw notBuilt(`error converting YAML to JSON: ${error.message}`);
      return document.toJS() as Value;
    })
    .filter((value) => value !== null);
}

async function placed(document: Value, release: ReleaseId, api: KubernetesApi): Promise<KubernetesObject> {
  if (!isKubernetesObject(document)) throw notBuilt(`error validating data: ${missingIn(document)}`);
  const { apiVersion, kind, metadata } = document;
  const namespace = namespaceOf(document);
  const found = await api.findKind(apiVersion, kind);
  if (found === undefined) {
    throw notBuilt(
      `resource mapping not found for name: "${metadata.name}" namespace: "${namespace ?? ''}" from "": ` +
        `no matches for kind "${kind}" in version "${apiVersion}"\nensure CRDs are installed first`,
    );
  }
  const place = found.namespaced ? { namespace: namespace ?? release.namespace } : {};
  return { ...document, metadata: { ...metadata, ...place, ...ownedBy(release, document) } };
}

function ownedBy(
  { name, namespace }: ReleaseId,
  { metadata: { labels, annotations } }: KubernetesObject,
): { readonly labels: Value; readonly annotations: Value } {
  return {
    labels: { ...(isRecord(labels) ? labels : {}), [MANAGED_BY]: OWNED_BY_HELM },
    annotations: {
      ...(isRecord(annotations) ? annotations : {}),
      [RELEASE_NAME]: name,
      [RELEASE_NAMESPACE]: namespace,
    },
  };
}

function missingIn(document: Value): string {
  const fields = isRecord(document) ? document : {};
  const unset = ['apiVersion', 'kind'].filter((name) => typeof fields[name] !== 'string');
  return unset.length > 0
    ? `[${unset.map((name) => `${name} not set`).join(', ')}]`
    : 'metadata.name not set';
}

const notBuilt = (why: string): HelmError =>
  helmError(`unable to build kubernetes objects from release manifest: ${why}`);
