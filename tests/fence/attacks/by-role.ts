import type { Attack } from '../attack';
import type { Actor } from '../cast';
import type { KubeRequest } from '../fence-world';
import { roleRefusal } from '../role-refusal';

/** An attack that no role of `as` allows: title, method, path, and what is sent. */
export const byRole =
  (as: Actor) =>
  (
    title: string,
    method: KubeRequest['method'],
    path: string,
    body: NonNullable<KubeRequest['body']> = {},
    headers: NonNullable<KubeRequest['headers']> = {},
  ): Attack => ({
    title,
    as,
    guard: 'roles',
    request: requestOf(method, path, body, headers),
    refused: roleRefusal({ method, path }),
  });

const MERGE = { 'Content-Type': 'application/merge-patch+json' };
const STEPS = { 'Content-Type': 'application/json-patch+json' };

/** A request with a body where its method has one; a patch that is a list is one of steps. */
export function requestOf(
  method: KubeRequest['method'],
  path: string,
  body: NonNullable<KubeRequest['body']>,
  headers: NonNullable<KubeRequest['headers']> = {},
): KubeRequest {
  if (method === 'GET' || method === 'DELETE') return { method, path, headers };
  if (method !== 'PATCH') return { method, path, body, headers };
  return { method, path, body, headers: { ...(Array.isArray(body) ? STEPS : MERGE), ...headers } };
}

/** Query that watches the one object of a name; it ends soon where it is let through, after one event. */
export const watched = (name: string): string =>
  `watch=true&timeoutSeconds=1&fieldSelector=metadata.name%3D${name}`;
