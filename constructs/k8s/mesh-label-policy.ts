import { Construct } from 'constructs';
import { MESH_NAMESPACE } from '../../src/core/domain/mesh';
import { AdmissionPolicy } from './admission-policy';

/** Policy that keeps tenants' pods and Services from telling the mesh how to treat them. */
export const MESH_LABEL_POLICY = 'practicum-mesh-labels';

/** Keys of Istio's, in labels as in annotations. */
const OF_ISTIO = "'^([a-z0-9-]+[.])*istio[.]io/'";

/** CEL that is true when no key of Istio's in `field` is new or has another value. */
const staysAsItIs = (field: 'labels' | 'annotations'): string =>
  `object.metadata.?${field}.orValue({}).all(k, !k.matches(${OF_ISTIO}) || oldObject != null && ` +
  `oldObject.metadata.?${field}[?k].orValue('') == object.metadata.${field}[k])`;

const differs = (field: 'labels' | 'annotations'): string =>
  `object.metadata.?${field}.orValue({}) != oldObject.metadata.?${field}.orValue({})`;

/**
 * Admission policy of a cell with a mesh for what pods and Services say to it. By a label a pod leaves the mesh, by an
 * annotation it takes what is not encrypted, and by another its traffic is led elsewhere.
 *
 * @see https://istio.io/latest/docs/reference/config/annotations/
 */
export class MeshLabelPolicy extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AdmissionPolicy(this, 'Policy', {
      name: MESH_LABEL_POLICY,
      resources: [{ apiGroups: [''], resources: ['pods', 'services'] }],
      matchConditions: [
        {
          name: 'labels-or-annotations-are-new',
          expression: `request.operation == 'CREATE' || ${differs('labels')} || ${differs('annotations')}`,
        },
        {
          // It notes on each pod that it carries what the pod sends.
          name: 'not-by-the-mesh',
          expression: `!request.userInfo.username.startsWith('system:serviceaccount:${MESH_NAMESPACE}:')`,
        },
      ],
      validations: (['labels', 'annotations'] as const).map((field) => ({
        expression: staysAsItIs(field),
        message: `metadata.${field}: leave out what is called istio.io/… or ends in .istio.io/…; every pod of this namespace is in the mesh, and none leaves it`,
      })),
    });
  }
}
