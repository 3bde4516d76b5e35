import type { TerraformStack } from 'cdktf';
import type { HostCertificateProps } from '../../../constructs/gcp/host-certificate';
import { HostCertificate } from '../../../constructs/gcp/host-certificate';
import { LabZone } from '../../../constructs/gcp/lab-zone';
import { aProject, standing, synthConstruct } from './synth-construct';

const DOMAIN = 'labs.example.edu';

const props = (stack: TerraformStack): HostCertificateProps => ({
  project: aProject(stack),
  authorizationDomain: DOMAIN,
  domains: [DOMAIN, `*.${DOMAIN}`],
  zone: new LabZone(stack, 'zone', { project: aProject(stack), domain: DOMAIN, labels: {} }),
  labels: { cohort: 'w255-spring27' },
});

const synth = (change: Partial<HostCertificateProps> = {}) =>
  synthConstruct((stack) => {
    new HostCertificate(stack, 'tls', { ...props(stack), ...change });
  });

const shared = { project: '${local.given_project}', labels: { cohort: 'w255-spring27' } };
const authorization = 'google_certificate_manager_dns_authorization';

test('A certificate is an authorization with its record, a certificate, a map and an entry for each domain', () => {
  expect(synth().counts()).toEqual({
    [authorization]: 1,
    google_certificate_manager_certificate: 1,
    google_certificate_manager_certificate_map: 1,
    google_certificate_manager_certificate_map_entry: 2,
    google_dns_managed_zone: 1,
    google_dns_record_set: 1,
  });
});

test('The proof of ownership is written to the zone as Google gives it', () => {
  const out = synth();
  expect(out.one(authorization)).toEqual({ ...shared, name: 'labs', domain: DOMAIN });
  const record = `${authorization}.${out.addresses(authorization)[0]}.dns_resource_record[0]`;
  expect(out.one('google_dns_record_set')).toMatchObject({
    type: 'CNAME',
    name: `\${${record}.name}`,
    rrdatas: [`\${${record}.data}`],
  });
});

test('The certificate is managed by Google and proven by DNS', () => {
  expect(synth().one('google_certificate_manager_certificate')).toEqual({
    ...shared,
    name: 'labs',
    scope: 'DEFAULT',
    managed: {
      domains: [`*.${DOMAIN}`, DOMAIN],
      dns_authorizations: [
        expect.stringMatching(/^\$\{google_certificate_manager_dns_authorization\.\w+\.id\}$/),
      ],
    },
  });
});

test.each([
  [DOMAIN, 'labs'],
  [`*.${DOMAIN}`, 'labs-wildcard'],
])('The map answers for %s by host name, not by matcher', (hostname, name) => {
  const out = synth();
  expect(out.one('google_certificate_manager_certificate_map')).toEqual({ ...shared, name: 'labs' });
  expect(out.where('google_certificate_manager_certificate_map_entry', 'hostname', hostname)).toEqual({
    ...shared,
    name,
    hostname,
    map: expect.stringMatching(/^\$\{google_certificate_manager_certificate_map\.\w+\.name\}$/),
    certificates: [expect.stringMatching(/^\$\{google_certificate_manager_certificate\.\w+\.id\}$/)],
  });
});

test('The name of the map is known before apply', () => {
  let made: HostCertificate | undefined;
  synthConstruct((stack) => {
    made = new HostCertificate(stack, 'tls', props(stack));
  });
  expect(made?.mapName).toBe('labs');
});

test('What depends on nothing else waits for what it is told', () => {
  const out = synthConstruct((stack) => {
    const all: Required<HostCertificateProps> = { ...props(stack), dependsOn: [standing(stack)] };
    new HostCertificate(stack, 'tls', all);
  });
  for (const type of [authorization, 'google_certificate_manager_certificate_map']) {
    expect(out.one(type)['depends_on']).toEqual(['terraform_data.standing']);
  }
});

test('Order and repetition of domains make no difference', () => {
  expect(synth({ domains: [`*.${DOMAIN}`, DOMAIN, DOMAIN] }).text).toBe(synth().text);
});

test('A certificate without domains is refused', () => {
  expect(() => synth({ domains: [] })).toThrow(
    new Error('stack/tls: no domains: a certificate needs at least one'),
  );
});

test('A domain that the authorization does not vouch for is refused', () => {
  expect(() => synth({ domains: [DOMAIN, 'a.labs.example.edu'] })).toThrow(
    new Error(
      'stack/tls: domain "a.labs.example.edu" is not authorized: write labs.example.edu or *.labs.example.edu',
    ),
  );
});
