import { Construct } from 'constructs';
import type { NamedExpression, Validation } from './admission-policy';
import { AdmissionPolicy, SENT_BY_TENANT } from './admission-policy';
import { POD_MAKERS, POD_SPEC, VOLUMES } from './pod-spec';

/** Policy that keeps a tenant's claims from disks that are not theirs. */
export const CLAIM_POLICY = 'practicum-claims';

/** Specs of the claim, or of the claims that the object makes or its pods do. */
const CLAIMS: NamedExpression = {
  name: 'claims',
  expression:
    "request.resource.resource == 'persistentvolumeclaims' ? [object.spec] : " +
    'variables.volumes.filter(v, v.?ephemeral.?volumeClaimTemplate.hasValue())' +
    '.map(v, v.ephemeral.volumeClaimTemplate.spec) + ' +
    'object.spec.?volumeClaimTemplates.orValue([]).map(t, t.spec)',
};

const VALIDATIONS: readonly Validation[] = [
  {
    expression:
      "variables.claims.all(c, c.?volumeName.orValue('') == '' || oldObject != null && " +
      "oldObject.spec.?volumeName.orValue('') == c.volumeName)",
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
      resources: [{ apiGroups: [''], resources: ['persistentvolumeclaims'] }, ...POD_MAKERS],
      matchConditions: [
        {
          // The controller that finds a disk writes its name into a claim that stands; none makes a claim with one.
          name: 'new-or-sent-by-tenant',
          expression: `request.operation == 'CREATE' || ${SENT_BY_TENANT}`,
        },
      ],
      variables: [POD_SPEC, VOLUMES, CLAIMS],
      validations: VALIDATIONS,
    });
  }
}
