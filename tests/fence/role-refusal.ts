import type { Refusal } from './attack';
import type { KubeRequest } from './fence-world';

const RESOURCE_PATH =
  /^\/(?:api|apis\/(?<group>[^/]+))\/[^/]+(?:\/namespaces\/(?<place>[^/]+))?\/(?<resource>[^/]+)(?:\/(?<name>[^/]+))?(?:\/(?<part>[^/]+))?/;

/** A namespace and its parts are about the namespace, not in it. */
const NAMESPACE_PATH =
  /^\/api\/v1\/(?<resource>namespaces)(?:\/(?<name>[^/]+))?(?:\/(?<part>status|finalize))?$/;

const VERBS = { POST: 'create', PUT: 'update', PATCH: 'patch' } as const;

/**
 * What the API server says when no role allows a request: the verb, the resource and where, as it reads them
 * from method and path.
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-whether-a-request-is-allowed-or-denied
 */
export function roleRefusal({ method, path }: Pick<KubeRequest, 'method' | 'path'>): Refusal {
  const { pathname, searchParams } = new URL(path, 'https://kubernetes');
  const parts = (NAMESPACE_PATH.exec(pathname) ?? RESOURCE_PATH.exec(pathname))?.groups;
  if (parts === undefined)
    return { status: 403, because: `cannot ${method.toLowerCase()} path "${pathname}"` };
  const { group = '', place, resource, name, part } = parts;
  const verb = verbOf(method, name, searchParams.get('watch') === 'true');
  const what = part === undefined ? resource : `${resource}/${part}`;
  const where = placeOf(place, resource, name);
  return { status: 403, because: `cannot ${verb} resource "${what}" in API group "${group}" ${where}` };
}

function verbOf(method: KubeRequest['method'], name: string | undefined, isWatch: boolean): string {
  if (method === 'GET') return isWatch ? 'watch' : name === undefined ? 'list' : 'get';
  if (method === 'DELETE') return name === undefined ? 'deletecollection' : 'delete';
  return VERBS[method];
}

/** A namespace is a resource of the cluster, and yet what is asked of it is asked in it. */
function placeOf(place: string | undefined, resource = '', name?: string): string {
  const inside = place ?? (resource === 'namespaces' ? name : undefined);
  return inside === undefined ? 'at the cluster scope' : `in the namespace "${inside}"`;
}
