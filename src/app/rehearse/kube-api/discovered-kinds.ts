import type { ObjectKind } from '../../../rehearsal/kubernetes/api-kinds';
import { groupOf, versionOf } from '../../../rehearsal/kubernetes/kubernetes-object';
import { blockAt, blocksAt, requiredText, textsAt } from '../../../rehearsal/values/read-value';
import type { Attributes } from '../../../rehearsal/values/value';
import { isRecord } from '../../../rehearsal/values/value';
import type { KubeConnection } from './kube-connection';

/** All kinds at once, as servers from 1.30 on tell them. */
const AGGREGATED = { Accept: 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList' };

/** Kinds of an `APIResourceList`; parts of a kind, such as its status, are none. */
export function kindsOfList(apiVersion: string, list: Attributes): readonly ObjectKind[] {
  return blocksAt(list, 'resources')
    .filter((resource) => !requiredText(resource, 'name').includes('/'))
    .map((resource) => ({
      group: groupOf(apiVersion),
      version: versionOf(apiVersion),
      kind: requiredText(resource, 'kind'),
      plural: requiredText(resource, 'name'),
      namespaced: resource['namespaced'] === true,
      nameRule: 'subdomain',
    }));
}

/** Every kind that can be listed, in the version that the server prefers. */
export async function discoveredKinds(connection: KubeConnection): Promise<readonly ObjectKind[]> {
  const answers = await Promise.all(
    ['/api', '/apis'].map((path) => connection.request('GET', path, undefined, AGGREGATED)),
  );
  return answers
    .map(({ body }) => body)
    .filter(isRecord)
    .flatMap((body) => blocksAt(body, 'items'))
    .flatMap(kindsOfGroup);
}

function kindsOfGroup(group: Attributes): readonly ObjectKind[] {
  const name = blockAt(group, 'metadata')?.['name'];
  const preferred = blocksAt(group, 'versions')[0];
  if (preferred === undefined) return [];
  return blocksAt(preferred, 'resources')
    .filter((resource) => textsAt(resource, 'verbs').includes('list'))
    .map((resource) => ({
      group: typeof name === 'string' ? name : '',
      version: requiredText(preferred, 'version'),
      kind: requiredText(blockAt(resource, 'responseKind') ?? {}, 'kind'),
      plural: requiredText(resource, 'resource'),
      namespaced: resource['scope'] === 'Namespaced',
      nameRule: 'subdomain',
    }));
}
