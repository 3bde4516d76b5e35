import { CloudError } from '../cloud/cloud-error';
import type { ObjectKind } from './api-kinds';

/** A call that a Kubernetes API refuses: the fields of its `Status` that matter. */
export class KubernetesError extends CloudError {
  /** In the words of the API: nothing of it is Google's. */
  override get text(): string {
    return this.message;
  }
}

/** What is wrong with one field, in the words of the API: `Required value`. */
export interface FieldError {
  /** Where: `spec.containers[0].image`. */
  readonly field: string;
  readonly problem: string;
}

/** The kind with its group, as errors name it: `Deployment.apps`. */
const qualified = ({ group, kind }: ObjectKind): string => (group === '' ? kind : `${kind}.${group}`);

/** The kind as paths name it: `deployments.apps`. */
const resource = ({ group, plural }: ObjectKind): string => (group === '' ? plural : `${plural}.${group}`);

export function invalidObject(
  kind: ObjectKind,
  name: string,
  errors: readonly FieldError[],
): KubernetesError {
  const lines = [...new Set(errors.map(({ field, problem }) => `${field}: ${problem}`))];
  const list = lines.length === 1 ? lines[0]! : `[${lines.join(', ')}]`;
  return new KubernetesError({
    status: 422,
    reason: 'Invalid',
    message: `${qualified(kind)} "${name}" is invalid: ${list}`,
  });
}

/** Fields that a kind does not have, or of the wrong type. */
export function undecodable({ kind, version }: ObjectKind, problem: string): KubernetesError {
  return badRequest(`${kind} in version "${version}" cannot be handled as a ${kind}: ${problem}`);
}

export const badRequest = (message: string): KubernetesError =>
  new KubernetesError({ status: 400, reason: 'BadRequest', message });

export const objectNotFound = (kind: ObjectKind, name: string): KubernetesError =>
  new KubernetesError({ status: 404, reason: 'NotFound', message: `${resource(kind)} "${name}" not found` });

export const unknownKind = (): KubernetesError =>
  new KubernetesError({
    status: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
  });

export const forbiddenObject = (kind: ObjectKind, name: string, why: string): KubernetesError =>
  new KubernetesError({
    status: 403,
    reason: 'Forbidden',
    message: `${resource(kind)} "${name}" is forbidden: ${why}`,
  });
