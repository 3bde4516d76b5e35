import { LoadBalancerMetrics } from '../../../../constructs/k8s/monitoring/load-balancer-metrics';
import { MANAGED_COLLECTOR, program } from '../../../../constructs/k8s/monitoring/peers';
import { madeProgram } from './a-program';

const make = (tenants = 60, collector = program('prometheus')) =>
  madeProgram('load-balancer-metrics', (chart) => {
    new LoadBalancerMetrics(chart, 'Hosts', {
      image: 'exporter:1',
      args: ['--google.project-ids=labs-c1'],
      port: 9255,
      tenants,
      collector,
      placement: {},
    });
  });

test('Google knows it by its account, and Kubernetes gives it neither a token nor a right', () => {
  const { all, pod } = make();
  expect(pod.spec).toMatchObject({
    serviceAccountName: 'load-balancer-metrics',
    automountServiceAccountToken: false,
  });
  const kinds = (all as readonly { readonly kind: string }[]).map(({ kind }) => kind);
  expect(kinds.filter((kind) => /Role/.test(kind))).toEqual([]);
});

test.each([
  ['a Prometheus of ours', program('prometheus')],
  ['Google', MANAGED_COLLECTOR],
])('Only what collects reads it, where that is %s', (_, collector) => {
  expect(make(60, collector).network.ingress).toEqual([
    { from: [collector], ports: [{ protocol: 'TCP', port: 9255 }] },
  ]);
});

test('It reaches Google’s APIs and the metadata server that gives the token for them, and nothing else', () => {
  expect(make().network.egress).toEqual([
    {
      to: [{ ipBlock: { cidr: '0.0.0.0/0' } }],
      ports: [443, 6443].map((port) => ({ protocol: 'TCP', port })),
    },
    { to: [{ ipBlock: { cidr: '169.254.169.254/32' } }], ports: [{ protocol: 'TCP', port: 80 }] },
    { to: [{ ipBlock: { cidr: '169.254.169.252/32' } }], ports: [{ protocol: 'TCP', port: 988 }] },
  ]);
});

test('Its memory grows with tenants, by a step for 320 of them', () => {
  const memory = (tenants: number) => make(tenants).pod.spec.containers[0]!.resources.limits['memory'];
  expect([1, 320, 321, 1000].map(memory)).toEqual(['96Mi', '96Mi', '128Mi', '192Mi']);
});
