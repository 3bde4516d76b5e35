import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { managedMetadata } from './managed-metadata';

/** PriorityClass of what Practicum runs in tenants' places. */
export const LAB_PRIORITY = 'practicum-lab';
/** PriorityClass of placeholder pods that keep nodes warm and give way to any lab. */
export const PLACEHOLDER_PRIORITY = 'practicum-placeholder';

/**
 * PriorityClasses of a cell.
 *
 * A lab has the priority of a pod without a class, so that no tenant's pod ever pushes out another's.
 * Placeholders sit at the lowest priority for which the cluster autoscaler still adds nodes, and never push
 * anything out themselves.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/FAQ.md#how-does-cluster-autoscaler-work-with-pod-priority-and-preemption
 */
export class PriorityClasses extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.addClass(LAB_PRIORITY, {
      value: 0,
      preemptionPolicy: 'PreemptLowerPriority',
      description: 'Labs of tenants; pushes out placeholders and nothing else.',
    });
    this.addClass(PLACEHOLDER_PRIORITY, {
      value: -10,
      preemptionPolicy: 'Never',
      description: 'Keeps nodes warm for labs, and makes room for them.',
    });
  }

  private addClass(
    name: string,
    fields: { readonly value: number; readonly preemptionPolicy: string; readonly description: string },
  ): void {
    new ApiObject(this, name, {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: managedMetadata({ name }),
      globalDefault: false,
      ...fields,
    });
  }
}
