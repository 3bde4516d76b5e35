import {
  LOAD_BALANCER_RANGES,
  PRIVATE_RANGES,
  TenantIsolation,
  type TenantIsolationProps,
} from '../../../constructs/k8s/tenant-isolation';
import { findManifest, inventory, synthConstruct } from './synth-construct';

interface Spec {
  readonly podSelector: object;
  readonly policyTypes: readonly string[];
  readonly ingress?: readonly { readonly from?: readonly object[] }[];
  readonly egress?: readonly { readonly to?: readonly object[]; readonly ports?: readonly object[] }[];
}

const synth = (props: Partial<TenantIsolationProps> = {}) =>
  synthConstruct((chart) => new TenantIsolation(chart, 'isolation', { namespace: 'amara', ...props }));

const specOf = (name: string, props: Partial<TenantIsolationProps> = {}): Spec =>
  findManifest(synth(props), 'NetworkPolicy', name)['spec'] as Spec;

const ALL = [
  'NetworkPolicy/allow-dns',
  'NetworkPolicy/allow-gateway',
  'NetworkPolicy/allow-internet',
  'NetworkPolicy/allow-metadata-server',
  'NetworkPolicy/allow-metrics',
  'NetworkPolicy/allow-metrics-queries',
  'NetworkPolicy/allow-own-namespace',
  'NetworkPolicy/deny-all',
];

test('a tenant has one policy that denies and one for each need', () => {
  expect(inventory(synth())).toEqual(ALL);
});

test('every policy holds for every pod of the namespace', () => {
  for (const { metadata, ...rest } of synth()) {
    expect(metadata.namespace).toBe('amara');
    expect((rest['spec'] as Spec).podSelector).toEqual({});
  }
});

test('both directions are denied where nothing allows them', () => {
  expect(specOf('deny-all')).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
});

test('no rule leaves its peers open, which to Kubernetes would mean everyone', () => {
  const rules = synth().flatMap((manifest) => {
    const { ingress = [], egress = [] } = manifest['spec'] as Spec;
    return [...ingress.map(({ from }) => from ?? []), ...egress.map(({ to }) => to ?? [])];
  });
  expect(rules).toHaveLength(10);
  for (const peers of rules) {
    expect(peers).not.toHaveLength(0);
    for (const peer of peers) expect(Object.keys(peer)).not.toHaveLength(0);
  }
});

test('no peer is every namespace, and none is an IPv6 range', () => {
  const text = JSON.stringify(synth());
  expect(text).not.toContain('"namespaceSelector":{}');
  expect(text).not.toContain('::');
});

test('pods of the namespace reach each other', () => {
  expect(specOf('allow-own-namespace')).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [{ to: [{ podSelector: {} }] }],
  });
});

test('names are resolved by kube-dns, the cache of the node or the metadata server, on port 53', () => {
  expect(specOf('allow-dns').egress).toEqual([
    {
      to: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
          podSelector: {
            matchExpressions: [{ key: 'k8s-app', operator: 'In', values: ['kube-dns', 'node-local-dns'] }],
          },
        },
        { ipBlock: { cidr: '169.254.20.10/32' } },
        { ipBlock: { cidr: '169.254.169.254/32' } },
      ],
      ports: [
        { protocol: 'UDP', port: 53 },
        { protocol: 'TCP', port: 53 },
      ],
    },
  ]);
});

test('workload identity is reached at the metadata server, on its ports only', () => {
  expect(specOf('allow-metadata-server').egress).toEqual([
    {
      to: [{ ipBlock: { cidr: '169.254.169.254/32' } }],
      ports: [
        { protocol: 'TCP', port: 80 },
        { protocol: 'TCP', port: 8080 },
      ],
    },
    {
      to: [{ ipBlock: { cidr: '169.254.169.252/32' } }],
      ports: [
        { protocol: 'TCP', port: 987 },
        { protocol: 'TCP', port: 988 },
      ],
    },
  ]);
});

test('the internet is everything but the private ranges', () => {
  expect(specOf('allow-internet').egress).toEqual([
    { to: [{ ipBlock: { cidr: '0.0.0.0/0', except: PRIVATE_RANGES } }] },
  ]);
});

describe('the private ranges hold every address that is not the internet', () => {
  const number = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const holds = (cidr: string, ip: string): boolean => {
    const [base, bits] = cidr.split('/') as [string, string];
    const size = 2 ** (32 - Number(bits));
    return Math.floor(number(base) / size) === Math.floor(number(ip) / size);
  };
  const isPrivate = (ip: string): boolean => PRIVATE_RANGES.some((cidr) => holds(cidr, ip));

  test.each([
    ['the start of 10/8', '10.0.0.1'],
    ['the end of 172.16/12', '172.31.255.255'],
    ['192.168/16', '192.168.1.1'],
    ['addresses of GKE pods outside RFC 1918', '100.64.0.1'],
    ['the end of 100.64/10', '100.127.255.255'],
    ['the metadata server', '169.254.169.254'],
    ['loopback', '127.0.0.1'],
    ['the end of 198.18/15', '198.19.255.255'],
    ['class E, which a VPC may use', '250.1.2.3'],
    ['192.0.0/24', '192.0.0.8'],
    ['multicast', '239.1.1.1'],
    ['this machine', '0.0.0.0'],
  ])('%s', (_, ip) => {
    expect(isPrivate(ip)).toBe(true);
  });

  test.each([
    '8.8.8.8',
    '142.250.72.14',
    '172.15.0.1',
    '172.32.0.1',
    '100.128.0.1',
    '199.36.153.8',
    '198.20.0.1',
  ])('%s is the internet', (ip) => {
    expect(isPrivate(ip)).toBe(false);
  });

  test('each range begins where it says', () => {
    const size = (cidr: string): number => 2 ** (32 - Number(cidr.split('/')[1]));
    expect(PRIVATE_RANGES.filter((cidr) => number(cidr.split('/')[0]!) % size(cidr) !== 0)).toEqual([]);
  });
});

test("requests come in from Google's load balancers", () => {
  expect(LOAD_BALANCER_RANGES).toEqual(['35.191.0.0/16', '130.211.0.0/22']);
  expect(specOf('allow-gateway').ingress).toEqual([
    { from: [{ ipBlock: { cidr: '35.191.0.0/16' } }, { ipBlock: { cidr: '130.211.0.0/22' } }] },
  ]);
});

describe('with every prop', () => {
  const props: Required<TenantIsolationProps> = {
    namespace: 'amara',
    gatewayRanges: ['10.8.0.0/23'],
    metricsNamespace: 'watching',
    scraper: { namespace: 'gmp-system', program: 'collector' },
    mesh: false,
  };

  test('requests come in from the ranges that were given', () => {
    expect(specOf('allow-gateway', props).ingress).toEqual([
      { from: [{ ipBlock: { cidr: '10.8.0.0/23' } }] },
    ]);
  });

  test('what scrapes comes from the namespace that was given, and is the program that was given', () => {
    expect(specOf('allow-metrics', props).ingress).toEqual([
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'gmp-system' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'collector' } },
          },
        ],
      },
    ]);
  });

  test('pods ask for metrics in the namespace that was given', () => {
    expect(JSON.stringify(specOf('allow-metrics-queries', props).egress)).toContain('"watching"');
  });
});

test('an empty list of ranges lets nobody in, though to Kubernetes it would mean everyone', () => {
  expect(inventory(synth({ gatewayRanges: [] }))).toEqual(
    ALL.filter((name) => !name.endsWith('/allow-gateway')),
  );
});

test('metrics are scraped by Prometheus of the monitoring namespace, by both labels at once', () => {
  expect(specOf('allow-metrics').ingress).toEqual([
    {
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'practicum-monitoring' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
        },
      ],
    },
  ]);
});

test('metrics are asked at one port of Prometheus, and dashboards at theirs; never at the port of the staff', () => {
  const peer = (name: string) => ({
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'practicum-monitoring' } },
    podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
  });
  expect(specOf('allow-metrics-queries')).toMatchObject({
    policyTypes: ['Egress'],
    egress: [
      { to: [peer('prometheus')], ports: [{ protocol: 'TCP', port: 8443 }] },
      { to: [peer('dashboards')], ports: [{ protocol: 'TCP', port: 8080 }] },
    ],
  });
});
