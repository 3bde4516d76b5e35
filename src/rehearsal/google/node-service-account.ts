import { serviceAccountName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';

const OF_PROJECT = /^[^@]+@(?<project>[^.@]+)\.iam\.gserviceaccount\.com$/;

/** Refuses a node service account that is not there; `default` and Google's own accounts are taken as they are. */
export function needServiceAccount(email: string | undefined, operation: Operation): void {
  const project = OF_PROJECT.exec(email ?? '')?.groups?.['project'];
  if (email === undefined || project === undefined) return;
  operation.need(serviceAccountName(project, email), `Service account "${email}" does not exist.`);
}
