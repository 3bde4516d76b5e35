import { tryFindOrigin } from '../../../src/core/leaks/kubernetes-origin';
import { tryParseResourceName } from '../../../src/core/leaks/resource-name';

const originOf = (collection: string, name: string, description?: string) =>
  tryFindOrigin({
    name: tryParseResourceName(`//compute.googleapis.com/projects/p/global/${collection}/${name}`)!,
    labels: {},
    facts: description === undefined ? {} : { description },
  });

test.each([
  ['disks', 'pvc-0b6d1c1e', 'PersistentVolumeClaim'],
  ['disks', 'gke-w255-spring27-pvc-0b6d1c1e', 'PersistentVolumeClaim'],
  ['disks', 'gke-w255-spring27-c1-lab-1d62e3f4-x7k2', 'node'],
  ['forwardingRules', 'gkegw1-tjyj-labs-a1b2', 'Gateway'],
  ['forwardingRules', 'a0123456789abcdef0123456789abcde', 'Service'],
  ['forwardingRules', 'k8s2-fr-abcd-amara-web-x', 'Ingress'],
  ['networkEndpointGroups', 'k8s1-2f1e0d9c-amara-okafor-web-80-1a2b', 'Service'],
  ['firewalls', 'k8s-fw-a0123456789abcdef0123456789abcde', 'Service'],
  ['firewalls', 'k8s-fw-l7--0123456789abcdef', 'Ingress'],
  ['firewalls', 'gke-w255-spring27-c1-5e6f7a8b-all', 'node'],
  ['urlMaps', 'k8s-um-default-web--0123456789abcdef', 'Ingress'],
])('Of %s, %s was made for: %s', (collection, name, kind) =>
  expect(originOf(collection, name)).toEqual({ kind }),
);

test.each([
  ['disks', 'data'],
  ['addresses', 'labs-gateway'],
  ['networks', 'gke-net'],
  ['firewalls', 'labs-deny-all'],
  ['disks', 'amara'],
])('Of %s, %s was made by no cluster', (collection, name) =>
  expect(originOf(collection, name)).toBeUndefined(),
);

test.each([
  [
    '{"kubernetes.io/created-for/pvc/namespace":"amara","kubernetes.io/created-for/pvc/name":"data"}',
    { kind: 'PersistentVolumeClaim', namespace: 'amara', name: 'data' },
  ],
  [
    '{"k8sResource":"/namespaces/amara/gateways/labs"}',
    { kind: 'Gateway', namespace: 'amara', name: 'labs' },
  ],
  ['{"kubernetes.io/service-name":"amara/web"}', { kind: 'Service', namespace: 'amara', name: 'web' }],
  ['{"kubernetes.io/ingress-name":"amara/web"}', { kind: 'Ingress', namespace: 'amara', name: 'web' }],
  ['{"cluster-uid":"1","namespace":"amara","service-name":"web"}', { kind: 'Service', namespace: 'amara', name: 'web' }],
  ['HTTPRoute "web" in namespace "amara"', { kind: 'HTTPRoute', namespace: 'amara', name: 'web' }],
])('The description %s says what for', (description, origin) =>
  expect(originOf('backendServices', 'x', description)).toEqual(origin),
); // prettier-ignore

test.each(['{', '[]', '{"namespace":7}', 'by hand'])('The description %s says nothing', (description) =>
  expect(originOf('disks', 'pvc-1', description)).toEqual({ kind: 'PersistentVolumeClaim' }),
);
