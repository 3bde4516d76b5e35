import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { container, object } from './objects';

/** Label of what belongs to a lab. */
export const LAB = 'practicum.dev/lab';

/** What a deployment has where: nothing of a lab, unless it is said. */
export interface LabOf {
  readonly labels?: string;
  readonly selector?: string;
  readonly pods?: string;
}

const labelled = (lab: string | undefined, rest: Attributes = {}): Attributes =>
  lab === undefined ? rest : { ...rest, [LAB]: lab };

/** A deployment that is of a lab in what it says of itself, in how it finds its pods, and in its pods. */
export const deploymentOf = ({ labels, selector, pods }: LabOf, name = 'mine'): KubernetesObject => {
  const app = { app: name };
  return object(
    'apps/v1',
    'Deployment',
    {
      spec: {
        replicas: 1,
        selector: { matchLabels: labelled(selector, app) },
        template: { metadata: { labels: labelled(pods, app) }, spec: { containers: [container()] } },
      },
    },
    { name, labels: labelled(labels) },
  );
};

/** A deployment that is wholly of a lab. */
export const deploymentIn = (lab: string, name = 'mine'): KubernetesObject =>
  deploymentOf({ labels: lab, selector: lab, pods: lab }, name);

/** A ConfigMap of a lab, or of none. */
export const filesIn = (lab: string | undefined, name = 'mine'): KubernetesObject =>
  object('v1', 'ConfigMap', { data: { mode: 'kept' } }, { name, labels: labelled(lab) });

/** A pod of a lab. */
export const podIn = (lab: string, name = 'mine'): KubernetesObject =>
  object('v1', 'Pod', { spec: { containers: [container()] } }, { name, labels: labelled(lab) });

/** A job whose pods are of another lab than itself, where both are said. */
export const jobOf = ({ labels, pods }: LabOf): KubernetesObject =>
  object(
    'batch/v1',
    'Job',
    {
      spec: {
        template: {
          metadata: { labels: labelled(pods) },
          spec: { restartPolicy: 'Never', containers: [container()] },
        },
      },
    },
    // A job without labels is given those of its pods.
    { labels: labelled(labels, { app: 'mine' }) },
  );

/** The same every night. */
export const cronJobOf = ({ labels, pods }: LabOf): KubernetesObject =>
  object(
    'batch/v1',
    'CronJob',
    {
      spec: {
        schedule: '0 3 * * *',
        jobTemplate: { spec: jobOf(pods === undefined ? {} : { pods })['spec'] as Attributes },
      },
    },
    { labels: labelled(labels) },
  );
