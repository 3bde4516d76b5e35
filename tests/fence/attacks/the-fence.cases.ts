import type { Attack } from '../attack';
import { PLACES } from '../cast';
import { inOther, inOwn, inPlace, ofCluster } from '../kube-path';
import { byRole } from './by-role';
import { object } from './objects';

const ADMISSION = 'admissionregistration.k8s.io/v1';
const NETWORKING = 'networking.k8s.io/v1';
const GATEWAY = 'gateway.networking.k8s.io';

const student = byRole('student');
const own = ofCluster(`namespaces/${PLACES.student}`);

const OWN_NAMESPACE = object('v1', 'Namespace', {}, { name: PLACES.student });
const MORE = { spec: { hard: { pods: '1000', 'limits.cpu': '400' } } };
const OPEN_TO_ALL = object('networking.k8s.io/v1', 'NetworkPolicy', {
  spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] },
});
const WEBHOOK = {
  name: 'mine.example.edu',
  clientConfig: { url: 'https://mine.example.edu' },
  rules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['secrets'] }],
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
};

const labelled = (labels: Record<string, string | null>): { metadata: { labels: typeof labels } } => ({
  metadata: { labels },
});

/** What holds a place together: quota, limits, network policies, the namespace, rules of admission. */
// One line per attack.
// prettier-ignore
export const THE_FENCE: readonly Attack[] = [
  student('A student raises their quota', 'PATCH', inOwn('resourcequotas/tenant'), MORE),
  student('A student deletes their quota', 'DELETE', inOwn('resourcequotas/tenant')),
  student('A student deletes all quotas of their place', 'DELETE', inOwn('resourcequotas')),
  student('A student writes into the quota’s status that nothing is used', 'PATCH', inOwn('resourcequotas/tenant/status'), { status: { used: { pods: '0' } } }),
  student('A student uses up another’s quota on paper', 'PATCH', inOther('resourcequotas/tenant/status'), { status: { used: { pods: '1000' } } }),
  student('A student lowers another’s quota by a second one', 'POST', inOther('resourcequotas'), object('v1', 'ResourceQuota', { spec: { hard: { pods: '0' } } })),
  student('A student raises what a container may have', 'PATCH', inOwn('limitranges/tenant'), { spec: { limits: [] } }),
  student('A student deletes the limits', 'DELETE', inOwn('limitranges/tenant')),
  student('A student adds limits of their own', 'POST', inOwn('limitranges'), object('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', default: { cpu: '64' } }] } })),

  student('A student opens their place to all', 'POST', inOwn('networkpolicies', NETWORKING), OPEN_TO_ALL),
  student('A student deletes the policy that denies all', 'DELETE', inOwn('networkpolicies/deny-all', NETWORKING)),
  student('A student deletes all network policies', 'DELETE', inOwn('networkpolicies', NETWORKING)),
  student('A student widens a network policy', 'PATCH', inOwn('networkpolicies/allow-internet', NETWORKING), { spec: { egress: [{}] } }),
  student('A student opens another place', 'POST', inOther('networkpolicies', NETWORKING), OPEN_TO_ALL),
  student('A student opens their place by a policy of the network plug-in', 'POST', inOwn('ciliumnetworkpolicies', 'cilium.io/v2'), {}),
  student('A student opens the network of all by a policy of the cluster', 'POST', ofCluster('adminnetworkpolicies', 'policy.networking.k8s.io/v1alpha1'), {}),

  student('A student lets privileged pods into their place by a label', 'PATCH', own, labelled({ 'pod-security.kubernetes.io/enforce': 'privileged' })),
  student('A student takes the tenant label off, and so the rules of admission', 'PATCH', own, labelled({ 'practicum.dev/tenant': null })),
  student('A student labels their place as the system’s', 'PATCH', own, labelled({ 'kubernetes.io/metadata.name': 'kube-system' })),
  student('A student gives their place another’s host', 'PATCH', own, { metadata: { annotations: { 'practicum.dev/host': 'c8wn2.fence.example.edu' } } }),
  student('A student gives their place a load balancer', 'PATCH', own, { metadata: { annotations: { 'practicum.dev/load-balancers': 'external' } } }),
  student('A student replaces their namespace', 'PUT', own, OWN_NAMESPACE),
  student('A student deletes their namespace, and the fence with it', 'DELETE', own),
  student('A student deletes another’s namespace', 'DELETE', ofCluster(`namespaces/${PLACES.other}`)),
  student('A student lets a namespace go past its finalizers', 'PUT', `${own}/finalize`, OWN_NAMESPACE),
  student('A student writes the status of their namespace', 'PATCH', `${own}/status`, { status: { phase: 'Active' } }),
  student('A student makes a namespace without a fence', 'POST', ofCluster('namespaces'), object('v1', 'Namespace')),
  student('A student lists all namespaces, and so all handles', 'GET', ofCluster('namespaces')),
  student('A student reads another’s namespace', 'GET', ofCluster(`namespaces/${PLACES.other}`)),
  student('A student lists what the staff runs', 'GET', inPlace('practicum-system', 'pods')),
  student('A student reads what Helm keeps of a release', 'GET', inPlace('practicum-system', 'secrets')),

  student('A student deletes a rule of admission', 'DELETE', ofCluster('validatingadmissionpolicies/practicum-images', ADMISSION)),
  student('A student makes a rule of admission weaker', 'PATCH', ofCluster('validatingadmissionpolicies/practicum-route-hosts', ADMISSION), { spec: { failurePolicy: 'Ignore' } }),
  student('A student makes a rule of admission only audit', 'PATCH', ofCluster('validatingadmissionpolicybindings/practicum-images', ADMISSION), { spec: { validationActions: ['Audit'] } }),
  student('A student exempts their place from a rule of admission', 'PATCH', ofCluster('validatingadmissionpolicybindings/practicum-images', ADMISSION), { spec: { matchResources: { namespaceSelector: { matchLabels: { 'practicum.dev/tenant': PLACES.other } } } } }),
  student('A student has all new secrets sent to them', 'POST', ofCluster('validatingwebhookconfigurations', ADMISSION), object(ADMISSION, 'ValidatingWebhookConfiguration', { webhooks: [WEBHOOK] })),
  student('A student has others’ pods changed on their way in', 'POST', ofCluster('mutatingwebhookconfigurations', ADMISSION), object(ADMISSION, 'MutatingWebhookConfiguration', { webhooks: [WEBHOOK] })),

  student('A student makes a Gateway of their own', 'POST', inOwn('gateways', `${GATEWAY}/v1`), object(`${GATEWAY}/v1`, 'Gateway', { spec: { gatewayClassName: 'gke-l7-regional-external-managed', listeners: [{ name: 'all', protocol: 'HTTP', port: 80 }] } })),
  student('A student makes a Gateway of the mesh', 'POST', inOwn('gateways', 'networking.istio.io/v1'), object('networking.istio.io/v1', 'Gateway', { spec: { selector: { istio: 'ingressgateway' }, servers: [] } })),
  student('A student adds a listener to the Gateway of all', 'PATCH', inPlace('practicum-system', 'gateways/labs', `${GATEWAY}/v1`), [{ op: 'add', path: '/spec/listeners/-', value: { name: 'mine', protocol: 'HTTP', port: 8080 } }]),
  student('A student changes the Gateway’s redirect', 'PATCH', inPlace('practicum-system', 'httproutes/labs-to-https', `${GATEWAY}/v1`), { spec: { rules: [] } }),
  student('A student lets routes of others reach into their place', 'POST', inOwn('referencegrants', `${GATEWAY}/v1beta1`), object(`${GATEWAY}/v1beta1`, 'ReferenceGrant', { spec: { from: [{ group: GATEWAY, kind: 'HTTPRoute', namespace: PLACES.other }], to: [{ group: '', kind: 'Service' }] } })),
  student('A student lets their route reach into another place', 'POST', inOther('referencegrants', `${GATEWAY}/v1beta1`), object(`${GATEWAY}/v1beta1`, 'ReferenceGrant', { spec: { from: [{ group: GATEWAY, kind: 'HTTPRoute', namespace: PLACES.student }], to: [{ group: '', kind: 'Service' }] } })),
  student('A student sends a filter into the mesh’s proxies', 'POST', inOwn('envoyfilters', 'networking.istio.io/v1alpha3'), {}),
  student('A student adds a host to the mesh', 'POST', inOwn('serviceentries', 'networking.istio.io/v1'), {}),
  student('A student turns off the mesh’s encryption', 'POST', inOwn('peerauthentications', 'security.istio.io/v1'), {}),
  student('A student writes that the Gateway took their route', 'PATCH', inOwn('httproutes/web/status', `${GATEWAY}/v1`), { status: {} }),
  student('A student has any name certified by a request that no rule looks at', 'POST', inOwn('certificaterequests', 'cert-manager.io/v1'), {}),
  student('A student certifies names themselves', 'POST', inOwn('issuers', 'cert-manager.io/v1'), {}),
  student('A student offers a Service to other networks', 'POST', inOwn('serviceattachments', 'networking.gke.io/v1'), {}),
  student('A student takes Identity-Aware Proxy off a Service', 'POST', inOwn('gcpbackendpolicies', 'networking.gke.io/v1'), object('networking.gke.io/v1', 'GCPBackendPolicy', { spec: { targetRef: { group: '', kind: 'Service', name: 'web' } } })),
];
