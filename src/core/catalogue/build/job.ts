import type { Fields } from '../../kubernetes/hardened-pod';
import { NAME_LABEL, TOOLKIT_LABEL, podSecurity } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';
import { hardened } from './standing';

/** What runs to an end. */
export interface JobProps {
  readonly toolkit: string;
  /** @default - the toolkit's id */
  readonly name?: string;
  /** Id of the user that everything runs as. */
  readonly user: number;
  /** Account of the place: `lab` reaches the bucket without a key. @default - the account `default`, without a token */
  readonly account?: string;
  readonly initContainers?: readonly Fields[];
  readonly containers: readonly Fields[];
  readonly volumes?: readonly Fields[];
  /** Labels of nodes that its pods run on. @default - any node */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Pods at once that know each other by number, under the name of a headless Service. @default - one pod alone */
  readonly workers?: { readonly count: number; readonly service: string };
}

/** A finished Job goes by itself after a day: its log stays with the cluster's logs. */
const KEPT_SECONDS = 24 * 60 * 60;

function jobSpec(props: JobProps): Fields {
  const { toolkit, name = toolkit, user, account, initContainers = [], containers, volumes } = props;
  const { workers, nodeSelector } = props;
  return {
    ...(workers === undefined
      ? {}
      : { completions: workers.count, parallelism: workers.count, completionMode: 'Indexed' }),
    backoffLimit: 2,
    ttlSecondsAfterFinished: KEPT_SECONDS,
    template: {
      metadata: { labels: { [NAME_LABEL]: name, [TOOLKIT_LABEL]: toolkit } },
      spec: {
        ...(workers === undefined ? {} : { subdomain: workers.service }),
        ...(account === undefined ? {} : { serviceAccountName: account }),
        ...(nodeSelector === undefined ? {} : { nodeSelector }),
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        restartPolicy: 'Never',
        securityContext: podSecurity(user),
        ...(initContainers.length === 0 ? {} : { initContainers: initContainers.map(hardened) }),
        containers: containers.map(hardened),
        ...(volumes === undefined ? {} : { volumes }),
      },
    },
  };
}

const named = ({ toolkit, name = toolkit }: JobProps): PlacedObject['metadata'] => ({
  name,
  labels: { [NAME_LABEL]: name, [TOOLKIT_LABEL]: toolkit },
});

/** A Job that a student applies; `kubectl replace --force -f` runs it again. */
export const job = (props: JobProps): PlacedObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: named(props),
  spec: jobSpec(props),
});

/** A Job by the clock, one at a time. */
export const cronJob = (schedule: string, props: JobProps): PlacedObject => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: named(props),
  spec: {
    schedule,
    concurrencyPolicy: 'Forbid',
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
    jobTemplate: { spec: jobSpec(props) },
  },
});

/** A headless Service by which the pods of a Job find each other, also before they are ready. */
export const workersService = (toolkit: string, name: string): PlacedObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, labels: { [NAME_LABEL]: name, [TOOLKIT_LABEL]: toolkit } },
  spec: {
    type: 'ClusterIP',
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: { [NAME_LABEL]: name },
  },
});
