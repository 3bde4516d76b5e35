import { StaffGrafana } from '../../../../constructs/k8s/monitoring/staff-grafana';
import { findManifest } from '../synth-construct';
import { fromProgram, madeProgram } from './a-program';

const made = madeProgram('grafana', (chart) => {
  new StaffGrafana(chart, 'Staff', {
    host: 'grafana.labs.example.edu',
    files: { 'nginx.conf': 'x' },
    images: { grafana: 'grafana:1', nginx: 'nginx:1' },
    boards: { url: 'http://boards.example.edu', names: ['a.json'] },
    audience: 'metrics',
    staffPort: 8444,
    placement: {},
  });
});
const SERVICE = { group: '', kind: 'Service', name: 'grafana' };

test('Google asks who comes: the Service that the host leads to is behind Identity-Aware Proxy', () => {
  expect(findManifest(made.all, 'GCPBackendPolicy', 'grafana')['spec']).toEqual({
    default: { iap: { enabled: true } },
    targetRef: SERVICE,
  });
  expect(findManifest(made.all, 'HTTPRoute', 'grafana')['spec']).toMatchObject({
    hostnames: ['grafana.labs.example.edu'],
    parentRefs: [{ name: 'labs', namespace: 'practicum-system', sectionName: 'https' }],
    rules: [{ backendRefs: [{ name: 'grafana', port: 3000 }] }],
  });
});

test('It takes whoever the proxy names, signed by Google, and has no form to log in with', () => {
  const env = Object.fromEntries(made.pod.spec.containers[0]!.env!.map(({ name, value }) => [name, value]));
  expect(env).toMatchObject({
    GF_AUTH_DISABLE_LOGIN_FORM: 'true',
    GF_AUTH_JWT_ENABLED: 'true',
    GF_AUTH_JWT_HEADER_NAME: 'X-Goog-Iap-Jwt-Assertion',
    GF_AUTH_JWT_JWK_SET_URL: 'https://www.gstatic.com/iap/verify/public_key-jwk',
  });
});

test('Load balancers alone reach it; no pod does, so that nobody goes round the proxy', () => {
  expect(made.network.ingress).toEqual([
    {
      from: ['35.191.0.0/16', '130.211.0.0/22'].map((cidr) => ({ ipBlock: { cidr } })),
      ports: [{ protocol: 'TCP', port: 3000 }],
    },
  ]);
  expect(made.network.egress).toContainEqual({
    to: [fromProgram('prometheus')],
    ports: [{ protocol: 'TCP', port: 8444 }],
  });
});

test('Its account may ask for all metrics, with a token that opens nothing else', () => {
  expect(findManifest(made.all, 'ClusterRoleBinding', 'practicum-staff-metrics')).toMatchObject({
    roleRef: { name: 'practicum-metrics-reader' },
    subjects: [{ kind: 'ServiceAccount', name: 'grafana', namespace: 'practicum-monitoring' }],
  });
  expect(made.pod.spec.automountServiceAccountToken).toBe(false);
});
