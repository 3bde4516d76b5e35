import {
  CERTIFICATE_HOST_POLICY,
  GATEWAY_POLICY,
  HostPolicy,
  type HostPolicyProps,
  INGRESS_HOST_POLICY,
  ROUTE_HOST_POLICY,
} from '../../../constructs/k8s/host-policy';
import { findManifest, inventory, synthConstruct } from './synth-construct';

interface PolicySpec {
  readonly failurePolicy: string;
  readonly matchConstraints: object;
  readonly matchConditions: object;
  readonly variables: object;
  readonly validations: readonly {
    readonly expression: string;
    readonly message?: string;
    readonly messageExpression?: string;
    readonly reason: string;
  }[];
}

const synth = (props?: HostPolicyProps) => synthConstruct((chart) => new HostPolicy(chart, 'hosts', props));
const specOf = (name: string, props?: HostPolicyProps): PolicySpec =>
  findManifest(synth(props), 'ValidatingAdmissionPolicy', name)['spec'] as PolicySpec;
const POLICIES = [ROUTE_HOST_POLICY, INGRESS_HOST_POLICY, CERTIFICATE_HOST_POLICY];

test('a cell has one policy for each kind of thing that names hosts, and nothing per tenant', () => {
  expect(inventory(synth())).toEqual([
    'ValidatingAdmissionPolicy/practicum-certificate-hosts',
    'ValidatingAdmissionPolicy/practicum-gateways',
    'ValidatingAdmissionPolicy/practicum-health-checks',
    'ValidatingAdmissionPolicy/practicum-ingress-hosts',
    'ValidatingAdmissionPolicy/practicum-route-hosts',
    'ValidatingAdmissionPolicyBinding/practicum-certificate-hosts',
    'ValidatingAdmissionPolicyBinding/practicum-gateways',
    'ValidatingAdmissionPolicyBinding/practicum-health-checks',
    'ValidatingAdmissionPolicyBinding/practicum-ingress-hosts',
    'ValidatingAdmissionPolicyBinding/practicum-route-hosts',
  ]);
});

test.each(POLICIES)('%s takes the host from the namespace, and refuses where it has none', (policy) => {
  expect(specOf(policy).variables).toEqual([
    { name: 'host', expression: "namespaceObject.metadata.?annotations[?'practicum.dev/host'].orValue('')" },
  ]);
  expect(specOf(policy).validations[0]).toEqual({
    expression: "variables.host != ''",
    message: 'this namespace has no host: its annotation practicum.dev/host is missing',
    reason: 'Forbidden',
  });
});

test('HTTP and gRPC routes are held in every version they are sent in', () => {
  expect(specOf(ROUTE_HOST_POLICY).matchConstraints).toMatchObject({
    matchPolicy: 'Equivalent',
    resourceRules: [
      {
        apiGroups: ['gateway.networking.k8s.io'],
        apiVersions: ['*'],
        resources: ['httproutes', 'grpcroutes'],
        operations: ['CREATE', 'UPDATE'],
        scope: 'Namespaced',
      },
    ],
  });
});

test('Ingresses are held in every version they are sent in', () => {
  expect(specOf(INGRESS_HOST_POLICY).matchConstraints).toMatchObject({
    matchPolicy: 'Equivalent',
    resourceRules: [
      {
        apiGroups: ['networking.k8s.io'],
        apiVersions: ['*'],
        resources: ['ingresses'],
        operations: ['CREATE', 'UPDATE'],
        scope: 'Namespaced',
      },
    ],
  });
});

test('a route names hosts, and each is its own or under it', () => {
  expect(specOf(ROUTE_HOST_POLICY).validations[1]).toEqual({
    expression:
      'object.spec.?hostnames.orValue([]).size() > 0 && ' +
      "object.spec.hostnames.all(h, (h == variables.host || h.endsWith('.' + variables.host)))",
    messageExpression:
      "'spec.hostnames: in this namespace only ' + variables.host + ' and names under it are allowed'",
    reason: 'Forbidden',
  });
});

test('a route attaches to the Gateway of the cell and to nothing else', () => {
  expect(specOf(ROUTE_HOST_POLICY).validations[2]).toEqual({
    expression:
      'object.spec.?parentRefs.orValue([]).size() > 0 && object.spec.parentRefs.all(p, ' +
      "p.?group.orValue('gateway.networking.k8s.io') == 'gateway.networking.k8s.io' && " +
      "p.?kind.orValue('Gateway') == 'Gateway' && p.name == 'labs' && p.?namespace.orValue('') == 'practicum-system')",
    message:
      'spec.parentRefs: routes attach to the Gateway labs in the namespace practicum-system, and to nothing else',
    reason: 'Forbidden',
  });
});

test('the Gateway may be another one', () => {
  const props: Required<HostPolicyProps> = { gateway: { name: 'other', namespace: 'elsewhere' } };
  const { expression, message } = specOf(ROUTE_HOST_POLICY, props).validations[2]!;
  expect(expression).toContain("p.name == 'other' && p.?namespace.orValue('') == 'elsewhere'");
  expect(message).toContain('the Gateway other in the namespace elsewhere');
});

test('an Ingress names a host in each rule and in its certificates, and answers for no other', () => {
  expect(
    specOf(INGRESS_HOST_POLICY)
      .validations.slice(1)
      .map(({ expression }) => expression),
  ).toEqual([
    "object.spec.?rules.orValue([]).all(r, has(r.host) && (r.host == variables.host || r.host.endsWith('.' + variables.host)))",
    '!has(object.spec.tls) || object.spec.tls.all(t, !has(t.hosts) || ' +
      "t.hosts.all(h, (h == variables.host || h.endsWith('.' + variables.host))))",
    '!has(object.spec.defaultBackend)',
  ]);
});

test('a route leads and mirrors to Services of its own namespace', () => {
  const { expression, message } = specOf(ROUTE_HOST_POLICY).validations[3]!;
  for (const ref of ['b', 'f.requestMirror.backendRef'])
    expect(expression).toContain(`${ref}.?namespace.orValue(request.namespace) == request.namespace`);
  expect(message).toBe('spec.rules: backends and mirrors are Services of this namespace, and nothing else');
});

test('a certificate is for host names alone, and for its own', () => {
  expect(
    specOf(CERTIFICATE_HOST_POLICY).validations.map(
      ({ message, messageExpression }) => messageExpression ?? message,
    ),
  ).toEqual([
    'this namespace has no host: its annotation practicum.dev/host is missing',
    "'spec.dnsNames: in this namespace only ' + variables.host + ' and names under it are allowed'",
    "'spec.commonName: in this namespace only ' + variables.host + ' and names under it are allowed'",
    'spec: a certificate here is for host names alone; leave out ipAddresses, uris, emailAddresses, otherNames, literalSubject and isCA',
  ]);
});

test('no Gateway stands in a place, whichever API it is of', () => {
  expect(specOf(GATEWAY_POLICY)).toMatchObject({
    matchConstraints: {
      resourceRules: [
        { apiGroups: ['gateway.networking.k8s.io', 'networking.istio.io'], resources: ['gateways'] },
      ],
    },
    validations: [
      {
        expression: 'false',
        message:
          'no Gateways in this namespace: attach an HTTPRoute to the Gateway labs in the namespace practicum-system instead',
      },
    ],
  });
});
