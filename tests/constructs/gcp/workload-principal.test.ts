import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { projectNumberRef } from '../../../constructs/gcp/refs';
import { workloadPool, workloadPrincipal } from '../../../constructs/gcp/workload-principal';
import { projectId } from '../../../src/core/domain/ids';
import { reference, synthConstruct } from './synth-construct';

const id = projectId('w255-spring27-c1');

test('The pool is named after the project id', () => {
  expect(workloadPool(id)).toBe('w255-spring27-c1.svc.id.goog');
});

test('The principal names project number, pool, namespace and account', () => {
  const out = synthConstruct((stack) => {
    const principal = workloadPrincipal({
      projectNumber: projectNumberRef(reference(stack, 'number')),
      projectId: id,
      namespace: 'amara-okafor',
      serviceAccount: 'lab',
    });
    new ServiceAccount(stack, 'holder', { accountId: 'holder', description: principal });
  });
  expect(out.one('google_service_account')['description']).toBe(
    'principal://iam.googleapis.com/projects/${local.given_number}/locations/global/' +
      'workloadIdentityPools/w255-spring27-c1.svc.id.goog/subject/ns/amara-okafor/sa/lab',
  );
});
