import { Construct } from 'constructs';
import { LABEL_DOMAIN } from '../../src/core/domain/names';
import { AdmissionPolicy } from './admission-policy';

/** Policy that keeps tenants' pods from posing as the cluster's exporters. */
export const COLLECTED_LABEL_POLICY = 'practicum-collected-labels';

/** Label of pods that are read as they are: what they show may be of any namespace. */
export const COLLECTED_LABEL = `${LABEL_DOMAIN}/collected`;

/**
 * Admission policy of a cell for the label by which Managed Service for Prometheus finds kube-state-metrics. It looks for
 * pods in all namespaces, and takes their word for the namespace that a series is of.
 */
export class CollectedLabelPolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: COLLECTED_LABEL_POLICY,
      resources: [{ apiGroups: [''], resources: ['pods'] }],
      // Labels of a pod that stands may be changed, which its spec may not.
      matchConditions: [
        {
          name: 'labels-are-new',
          expression:
            "request.operation == 'CREATE' || object.metadata.?labels.orValue({}) != oldObject.metadata.?labels.orValue({})",
        },
      ],
      validations: [
        {
          expression: `!('${COLLECTED_LABEL}' in object.metadata.?labels.orValue({}))`,
          message: `metadata.labels: ${COLLECTED_LABEL} is for the cluster's own exporters; write prometheus.io/scrape: "true" to have a pod read`,
        },
      ],
    });
  }
}
