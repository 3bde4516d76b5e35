import { Construct } from 'constructs';
import type { Validation } from './admission-policy';
import { AdmissionPolicy, SENT_BY_TENANT } from './admission-policy';

/** Policy that keeps a tenant's claims from disks that are not theirs. */
export const CLAIM_POLICY = 'practicum-claims';

const CLAIM_VALIDATIONS: readonly Validation[] = [
  {
    expression:
      "object.spec.?volumeName.orValue('') == '' || " +
      "oldObject != null && oldObject.spec.?volumeName.orValue('') == object.spec.volumeName",
    message: 'spec.volumeName: leave it out; a claim gets a disk of its own, and none that is there already',
  },
];

/**
 * Admission policy of a cell for claims of disks: each gets one of its own, never one that somebody left.
 *
 * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume
 */
export class ClaimPolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: CLAIM_POLICY,
      resources: [{ apiGroups: [''], resources: ['persistentvolumeclaims'] }],
      // The controller that finds a disk for the claim writes its name.
      matchConditions: [{ name: 'sent-by-tenant', expression: SENT_BY_TENANT }],
      validations: CLAIM_VALIDATIONS,
    });
  }
}
