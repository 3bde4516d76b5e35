import { parseAllDocuments } from 'yaml';
import { kindsIn } from '../../../src/rehearsal/helm/packed-kinds';

test('The archive of Istio’s kinds brings those that places have rules of', () => {
  const names = parseAllDocuments(kindsIn('./charts/istio-base-1.30.5.tgz')).map(
    (document) => (document.toJS() as { metadata: { name: string } }).metadata.name,
  );
  expect(names).toEqual(['authorizationpolicies.security.istio.io', 'peerauthentications.security.istio.io']);
});

test.each([
  './charts/istiod-1.30.5.tgz',
  './charts/base-1.30.5.tgz',
  './charts/istio-base',
  'istio-base.tgz',
])('%s brings none that is known', (archive) => expect(kindsIn(archive)).toBe(''));
