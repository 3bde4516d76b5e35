import { Construct } from 'constructs';
import { AdmissionPolicy, SENT_BY_TENANT } from './admission-policy';
import { celList } from './cel-list';

/** Policy that keeps tenants from making objects that cannot be deleted. */
export const FINALIZER_POLICY = 'practicum-finalizers';

/** Finalizers that the garbage collector takes off whatever object carries them. */
const RELEASED = ['foregroundDeletion', 'orphan'] as const;
/** The API server writes it into every claim that is sent, and a controller takes it off claims alone. */
const OF_CLAIMS = 'kubernetes.io/pvc-protection';

/**
 * Admission policy of a cell against finalizers that nobody takes off: one such object keeps its namespace, and so
 * the cohort's teardown, waiting for ever.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/
 */
export class FinalizerPolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: FINALIZER_POLICY,
      resources: [{ apiGroups: ['*'], resources: ['*'] }],
      matchConditions: [
        { name: 'sent-by-tenant', expression: SENT_BY_TENANT },
        { name: 'has-finalizers', expression: 'object.metadata.?finalizers.orValue([]).size() > 0' },
      ],
      validations: [
        {
          expression:
            `object.metadata.finalizers.all(f, f in ${celList(RELEASED)} || ` +
            `f == '${OF_CLAIMS}' && request.resource.resource == 'persistentvolumeclaims' || ` +
            'oldObject != null && f in oldObject.metadata.?finalizers.orValue([]))',
          message: `metadata.finalizers: only ${RELEASED.join(', ')}; any other would keep this namespace from being deleted`,
        },
      ],
    });
  }
}
