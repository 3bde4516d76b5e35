import type { Json } from '../../../src/prover/json-value';
import { drop, inObject, plusObject, put, withoutObject } from '../changes';
import { weakening } from '../weakening';

const POD_SELECTOR: Json = {};

const policy = (name: string, spec: Json): Parameters<typeof plusObject>[1] => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: 'ada' },
  spec,
});

const plusPolicy = (spec: Json) => plusObject('Namespace ada', policy('added', spec));

/** Ways in which network policies let through more than they should, or less than is needed. */
export const NETWORK_WEAKENINGS = [
  weakening(
    'deny-all is gone',
    withoutObject('NetworkPolicy ada/deny-all'),
    'network',
    'No policy denies everything by itself: the first that is edited may open the place',
  ),
  weakening(
    'deny-all holds for some pods only',
    inObject('NetworkPolicy ada/deny-all', put('spec > podSelector', { matchLabels: { app: 'web' } })),
    'network',
    'No policy denies everything by itself: the first that is edited may open the place',
  ),
  weakening(
    'deny-all closes one direction only',
    inObject('NetworkPolicy ada/deny-all', put('spec > policyTypes', ['Ingress'])),
    'network',
    'No policy denies everything by itself: the first that is edited may open the place',
  ),
  weakening(
    'an exception of the internet is gone',
    inObject('NetworkPolicy ada/allow-internet', drop('spec > egress > 0 > to > 0 > ipBlock > except > 1')),
    'network',
    'Pods may send to the addresses of all pods of the cluster',
  ),
  weakening(
    'an exception of the internet is smaller',
    inObject(
      'NetworkPolicy ada/allow-internet',
      put('spec > egress > 0 > to > 0 > ipBlock > except > 1', '10.0.0.0/9'),
    ),
    'network',
    'Pods may send to addresses that are not meant: 10.128.0.0 to 10.255.255.255',
  ),
  weakening(
    'link-local is part of the internet',
    inObject('NetworkPolicy ada/allow-internet', drop('spec > egress > 0 > to > 0 > ipBlock > except > 4')),
    'network',
    'Pods may send to addresses that are not meant: 169.254.0.0 to 169.254.255.255',
  ),
  weakening(
    'the internet has IPv6',
    inObject(
      'NetworkPolicy ada/allow-internet',
      put('spec > egress > 0 > to > 1', { ipBlock: { cidr: '::/0' } }),
    ),
    'network',
    'Pods may send to ::/0, of which nothing is known: the network has IPv4 alone',
  ),
  weakening(
    'a rule for sending names no peer',
    inObject('NetworkPolicy ada/allow-internet', drop('spec > egress > 0 > to')),
    'network',
    'Egress is open to everybody',
  ),
  weakening(
    'pods may send to every namespace',
    plusPolicy({
      podSelector: POD_SELECTOR,
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {} }] }],
    }),
    'network',
    "Pods may send to other tenants' namespaces",
  ),
  weakening(
    'pods may be reached from namespaces of the cohort',
    plusPolicy({
      podSelector: POD_SELECTOR,
      policyTypes: ['Ingress'],
      ingress: [
        { from: [{ namespaceSelector: { matchLabels: { 'practicum.dev/cohort': 'mlops-fall27' } } }] },
      ],
    }),
    'network',
    "Pods may be reached from other tenants' namespaces",
  ),
  weakening(
    'some pods may be reached from another tenant',
    plusPolicy({
      podSelector: { matchLabels: { app: 'db' } },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchExpressions: [{ key: 'practicum.dev/tenant', operator: 'In', values: ['bo'] }],
              },
              podSelector: { matchLabels: { app: 'client' } },
            },
          ],
        },
      ],
    }),
    'network',
    "Pods may be reached from other tenants' namespaces",
  ),
  weakening(
    'pods may ask more of kube-system than names',
    inObject('NetworkPolicy ada/allow-dns', drop('spec > egress > 0 > to > 0 > podSelector')),
    'network',
    'Pods may send to kube-system beyond what they need',
  ),
  weakening(
    'the metadata server is open on every port',
    inObject('NetworkPolicy ada/allow-metadata-server', drop('spec > egress > 0 > ports')),
    'network',
    'Pods may send to addresses that are not meant: 169.254.169.254',
  ),
  weakening(
    'the load balancers come from everywhere',
    inObject(
      'NetworkPolicy ada/allow-gateway',
      put('spec > ingress > 0 > from > 0 > ipBlock > cidr', '0.0.0.0/0'),
    ),
    'network',
    'Pods may be reached from the addresses of all pods of the cluster',
  ),
  weakening(
    "whoever runs in the staff's namespace may scrape",
    inObject('NetworkPolicy ada/allow-metrics', drop('spec > ingress > 0 > from > 0 > podSelector')),
    'network',
    'Pods may be reached from practicum-monitoring beyond what they need',
  ),
  weakening(
    'names cannot be looked up',
    withoutObject('NetworkPolicy ada/allow-dns'),
    'network',
    'Pods cannot ask the DNS of the node at 169.254.20.10/32 on UDP/53',
  ),
  weakening(
    'all policies of a place are gone but one',
    (artifacts) =>
      [
        'deny-all',
        'allow-own-namespace',
        'allow-dns',
        'allow-metadata-server',
        'allow-internet',
        'allow-metrics-queries',
      ].reduce((rest, name) => withoutObject(`NetworkPolicy ada/${name}`)(rest), artifacts),
    'network',
    'Egress is open: no policy that selects every pod closes it',
  ),
] as const;
