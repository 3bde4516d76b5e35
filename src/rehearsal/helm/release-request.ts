import type { KubernetesApi } from '../kubernetes/kubernetes-api';
import type { KubernetesObject } from '../kubernetes/kubernetes-object';
import { refOf, valueAt } from '../kubernetes/kubernetes-object';
import type { Chart } from './chart';
import type { ReleaseId } from './release-objects';
import type { ReleaseRecords, Revision } from './release-records';

/** What Helm is asked to make of a release. */
export interface ReleaseRequest {
  readonly release: ReleaseId;
  readonly chart: Chart;
  /** JSON. */
  readonly values: string;
  readonly description: string | undefined;
  readonly createNamespace: boolean;
  readonly cleanupOnFail: boolean;
  readonly takeOwnership: boolean;
  readonly maxHistory: number;
  readonly api: KubernetesApi;
  readonly records: ReleaseRecords;
  /** Seconds since 1970. */
  readonly now: number;
}

/** Annotation by which Helm leaves an object alone. */
const KEEP = ['annotations', 'helm.sh/resource-policy'];

const RELEASE_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const NAME_MAX = 53;

export const NAME_RULE = `invalid release name, must match regex ${RELEASE_NAME.source} and the length must not be longer than ${NAME_MAX}`;

export const isReleaseName = (name: string): boolean => name.length <= NAME_MAX && RELEASE_NAME.test(name);

/** The revision that a request begins, before anything is made. */
export function newRevision(
  request: ReleaseRequest,
  objects: readonly KubernetesObject[],
  number: number,
  status: 'pending-install' | 'pending-upgrade',
  firstDeployed = request.now,
): Revision {
  const { chart, values, now } = request;
  return {
    revision: number,
    status,
    description: status === 'pending-install' ? 'Initial install underway' : 'Preparing upgrade',
    chart: chart.name,
    version: chart.version,
    appVersion: chart.appVersion,
    values,
    manifest: chart.manifest,
    objects: objects.map((object) => ({
      ...refOf(object),
      keep: valueAt(object.metadata, KEEP) === 'keep',
    })),
    firstDeployed,
    lastDeployed: now,
  };
}
