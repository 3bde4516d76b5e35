import type { ObjectKind } from './api-kinds';

/** Why a Kubernetes API refuses a call: the fields of its `Status` that matter. */
export interface KubernetesRefusal {
  /** HTTP status. */
  readonly status: number;
  /** Kubernetes' word for it, such as `Invalid`. */
  readonly reason: string;
  readonly message: string;
}

/** A call that a Kubernetes API refuses. */
export class KubernetesError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor({ status, reason, message }: KubernetesRefusal) {
    super(message);
    this.status = status;
    this.reason = reason;
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

export const objectNotFound = (plural: string, name: string): KubernetesError =>
  new KubernetesError({ status: 404, reason: 'NotFound', message: `${plural} "${name}" not found` });

export const unknownKind = (): KubernetesError =>
  new KubernetesError({
    status: 404,
    reason: 'NotFound',
    message: 'the server could not find the requested resource',
  });

export const namespaceEnding = ({ plural, group }: ObjectKind, name: string, namespace: string): KubernetesError =>
  new KubernetesError({
    status: 403,
    reason: 'Forbidden',
    message:
      `${group === '' ? plural : `${plural}.${group}`} "${name}" is forbidden: unable to create new content ` +
      `in namespace ${namespace} because it is being terminated`,
  });
