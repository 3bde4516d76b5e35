import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attack } from '../attack';
import type { Actor } from '../cast';
import { PLACES } from '../cast';
import { inPlace } from '../kube-path';
import { requestOf } from './by-role';

/** What is sent: an object that goes into the student's place, of a kind with this name in paths. */
export interface Sent {
  readonly resource: string;
  readonly object: KubernetesObject;
}

export const sent = (resource: string, object: KubernetesObject): Sent => ({ resource, object });

/** An attack that a policy of admission refuses with words that begin with `because`. */
export const byPolicy =
  (policy: `practicum-${string}`, as: Actor = 'student') =>
  (title: string, { resource, object }: Sent, because: string): Attack => ({
    title,
    as,
    guard: policy,
    request: requestOf('POST', inPlace(PLACES.student, resource, object.apiVersion), object),
    refused: policyRefusal(policy, because),
  });

/** What the API server says when a policy refuses. */
export const policyRefusal = (policy: string, because: string): Attack['refused'] => ({
  status: 403,
  because: `ValidatingAdmissionPolicy '${policy}' with binding '${policy}' denied request: ${because}`,
});
