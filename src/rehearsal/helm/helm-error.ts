import { CloudError } from '../cloud/cloud-error';

/** A call that Helm refuses, or that its cluster refused. */
export class HelmError extends CloudError {
  /** As the provider prints it: Helm's own words, nothing of Google's. */
  override get text(): string {
    return this.message;
  }
}

/** Helm has no status of its own: 400 stands for what is wrong with the release itself. */
export const helmError = (message: string): HelmError =>
  new HelmError({ status: 400, reason: 'helm', message });

export const nameInUse = (): HelmError =>
  new HelmError({
    status: 409,
    reason: 'alreadyExists',
    message: 'cannot re-use a name that is still in use',
  });

/** The cluster that the provider is configured for does not answer. */
export function unreachable(host: string | undefined): HelmError {
  const why =
    host === undefined
      ? 'Get "http://localhost/version": dial tcp [::1]:80: connect: connection refused'
      : `Get "${host}/version": dial tcp: lookup ${host.replace(/^https?:\/\//, '')}: no such host`;
  return new HelmError({
    status: 503,
    reason: 'unreachable',
    message: `Kubernetes cluster unreachable: ${why}`,
  });
}
