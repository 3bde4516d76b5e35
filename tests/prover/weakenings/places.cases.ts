import { drop, inObject, plusObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const ENFORCE = 'metadata > labels > pod-security.kubernetes.io/enforce';
const QUOTA = 'ResourceQuota ada/tenant';

/** Ways in which a place keeps out less than it should. */
export const PLACE_WEAKENINGS = [
  weakening(
    'Pod Security lets everything through',
    inObject('Namespace ada', put(ENFORCE, 'privileged')),
    'namespaces',
    'With another pod-security.kubernetes.io/enforce pods may get at the node, and so at every pod on it',
  ),
  weakening(
    'Pod Security is off',
    inObject('Namespace ada', drop(ENFORCE)),
    'namespaces',
    'Without pod-security.kubernetes.io/enforce pods may get at the node, and so at every pod on it',
  ),
  weakening(
    'Pod Security is an old one',
    inObject('Namespace ada', put(`${ENFORCE}-version`, 'v1.20')),
    'namespaces',
    'With another pod-security.kubernetes.io/enforce-version what Pod Security looks for when it has to enforce is that of an old version',
  ),
  weakening(
    'the policies do not know a place',
    inObject('Namespace ada', drop('metadata > labels > practicum.dev/tenant')),
    'namespaces',
    'Without practicum.dev/tenant the admission policies do not know the tenant',
  ),
  weakening(
    'a place has the label of another',
    inObject('Namespace ada', put('metadata > labels > practicum.dev/tenant', 'bo')),
    'namespaces',
    'With another practicum.dev/tenant the admission policies do not know the tenant',
  ),
  weakening(
    "a place has another's host",
    inObject('Namespace ada', put('metadata > annotations > practicum.dev/host', 'bo.mlops.example.edu')),
    'namespaces',
    'With another practicum.dev/host routes of the place may name a host that is not its own',
  ),
  weakening(
    "a place has another's registry",
    inObject(
      'Namespace ada',
      put('metadata > annotations > practicum.dev/registry', 'us-west1-docker.pkg.dev'),
    ),
    'namespaces',
    'With another practicum.dev/registry pods of the place may run images that are not its own',
  ),
  weakening(
    'a place may have load balancers',
    inObject('Namespace ada', put('metadata > annotations > practicum.dev/load-balancers', 'external')),
    'namespaces',
    'With another practicum.dev/load-balancers Services of the place may be reached from where they should not',
  ),
  weakening(
    'a namespace has a label of its own',
    inObject('Namespace ada', put('metadata > labels > istio-injection', 'enabled')),
    'namespaces',
    'A namespace carries istio-injection, a label of which nothing is known',
  ),
  weakening(
    'a place has no namespace',
    withoutObject('Namespace ada'),
    'namespaces',
    'A place has no namespace',
  ),
  weakening(
    'nothing bounds memory',
    inObject(QUOTA, drop('spec > hard > limits.memory')),
    'quotas',
    'A ResourceQuota leaves something open: nothing sets limits.memory',
  ),
  weakening(
    'a quota gives more than the plan',
    inObject(QUOTA, put('spec > hard > requests.cpu', '64')),
    'quotas',
    'A ResourceQuota leaves something open: requests.cpu is 64, more than the plan gives',
  ),
  weakening(
    'a quota says nonsense',
    inObject(QUOTA, put('spec > hard > pods', 'many')),
    'quotas',
    'A ResourceQuota leaves something open: pods is "many", which is no amount',
  ),
  weakening(
    'a quota counts some pods only',
    inObject(QUOTA, put('spec > scopes', ['Terminating'])),
    'quotas',
    'A ResourceQuota leaves something open: it counts only some pods: ["Terminating"]',
  ),
  weakening(
    'an Ingress is allowed',
    inObject(QUOTA, put('spec > hard > count/ingresses.networking.k8s.io', '1')),
    'quotas',
    'A ResourceQuota leaves something open: count/ingresses.networking.k8s.io is 1, more than the plan gives',
  ),
  weakening(
    'a place has no quota',
    withoutObject(QUOTA),
    'quotas',
    'A place has no ResourceQuota: one tenant may use all that the cluster has',
  ),
  weakening(
    'a container has no bound',
    inObject('LimitRange ada/tenant', drop('spec > limits > 0 > max > cpu')),
    'quotas',
    'A LimitRange leaves something open: nothing sets max.cpu of a Container',
  ),
  weakening(
    'pods have a token they do not need',
    inObject('ServiceAccount ada/lab', drop('automountServiceAccountToken')),
    'workload identity',
    'Every pod gets a token for the Kubernetes API, which it does not need',
  ),
  weakening(
    'pods are lent an account',
    inObject(
      'ServiceAccount ada/lab',
      put('metadata > annotations', { 'iam.gke.io/gcp-service-account': 'x@p.iam.gserviceaccount.com' }),
    ),
    'workload identity',
    'Pods are lent a Google service account, which others may be lent too',
  ),
  weakening(
    'labs push out each other',
    inObject('PriorityClass practicum-lab', put('value', 1000)),
    'objects',
    "A priority lets a pod push out other tenants' pods",
  ),
  weakening(
    'a Secret stands in a file',
    plusObject('Namespace ada', {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 's', namespace: 'ada' },
      stringData: { a: 'b' },
    }),
    'objects',
    'A Secret in a place: what it holds stands in a file',
  ),
  weakening(
    'another namespace may lead here',
    plusObject('Namespace ada', {
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind: 'ReferenceGrant',
      metadata: { name: 'g', namespace: 'ada' },
      spec: {},
    }),
    'objects',
    'A ReferenceGrant in a place: it lets another namespace lead here',
  ),
  weakening(
    'a policy of another kind stands in a place',
    plusObject('Namespace ada', {
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNetworkPolicy',
      metadata: { name: 'c', namespace: 'ada' },
      spec: {},
    }),
    'objects',
    'A CiliumNetworkPolicy in a place: it may let through what no NetworkPolicy does',
  ),
  weakening(
    'a webhook reads what is sent',
    plusObject('Namespace ada', {
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      metadata: { name: 'w' },
    }),
    'objects',
    'A ValidatingWebhookConfiguration of the cluster: it reads what others send',
  ),
  weakening(
    'an object stands twice',
    plusObject('Namespace ada', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ada' } }),
    'objects',
    'An object stands twice, and the last one holds',
  ),
  weakening(
    "a namespace is nobody's",
    plusObject('Namespace ada', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'stray' } }),
    'objects',
    "An object stands in a namespace that is nobody's",
  ),
] as const;
