import { LAB_LABEL } from '../../src/core/domain/lab-label';
import { OVERRIDE_RIGHT } from './access-roles';
import type { NamedExpression } from './admission-policy';
import { SENT_BY_TENANT } from './admission-policy';

/**
 * The labs that an object was of and is of, with an empty text where it was or is of none.
 *
 * A request to scale shows neither labels nor the workload, but what the workload's pods are selected by: of the
 * object as it stands, since whoever sends the request may write anything there.
 */
export const LABS: NamedExpression = {
  name: 'labs',
  expression:
    "request.?subResource.orValue('') == 'scale' ? " +
    `oldObject.?status.?selector.orValue('').split(',').filter(s, s.startsWith('${LAB_LABEL}=')).map(s, s.split('=')[1]) : ` +
    `[object, oldObject].filter(o, o != null).map(o, o.metadata.?labels[?'${LAB_LABEL}'].orValue(''))`,
};

const { apiGroup, resource, verb } = OVERRIDE_RIGHT;

/**
 * When windows and hours are looked at: for tenants and what runs in their places. Staff hold a right for it; whoever
 * deploys is known by being able to delete the namespace, which nobody in a place is.
 */
export const HELD_TO_WINDOWS: readonly NamedExpression[] = [
  { name: 'sent-by-tenant', expression: SENT_BY_TENANT },
  {
    name: 'not-by-staff',
    expression: `!authorizer.group('${apiGroup}').resource('${resource}').namespace(request.namespace).check('${verb}').allowed()`,
  },
  {
    name: 'not-by-deployer',
    expression:
      "!authorizer.group('').resource('namespaces').name(request.namespace).check('delete').allowed()",
  },
];
