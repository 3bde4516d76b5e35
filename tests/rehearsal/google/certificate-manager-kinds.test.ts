import {
  certificateKind,
  dnsAuthorizationKind,
} from '../../../src/rehearsal/google/certificate-manager-kinds';
import {
  certificateMapEntryKind,
  certificateMapKind,
} from '../../../src/rehearsal/google/certificate-map-kinds';
import { destroy, make, problems, read, refusal } from './foundation-cloud';
import { PROJECT_ID, emptyLab } from './lab-cloud';

const LOCATION = 'projects/w255-c1/locations/global';
const AUTHORIZATION = { project: PROJECT_ID, name: 'labs', location: 'global', domain: 'w255.example.edu' };
const CERTIFICATE = {
  project: PROJECT_ID,
  name: 'labs',
  location: 'global',
  scope: 'DEFAULT',
  managed: [
    {
      domains: ['*.w255.example.edu', 'w255.example.edu'],
      dns_authorizations: [`${LOCATION}/dnsAuthorizations/labs`],
    },
  ],
};
const ENTRY = {
  project: PROJECT_ID,
  name: 'labs-wildcard',
  map: 'labs',
  hostname: '*.w255.example.edu',
  certificates: [`${LOCATION}/certificates/labs`],
};

function authorizedLab() {
  const cloud = emptyLab();
  make(cloud, dnsAuthorizationKind, AUTHORIZATION);
  return cloud;
}

test('An authorization says which record proves the domain', () => {
  const state = make(emptyLab(), dnsAuthorizationKind, AUTHORIZATION);
  expect(state).toMatchObject({ id: `${LOCATION}/dnsAuthorizations/labs`, type: 'FIXED_RECORD' });
  expect(state['dns_resource_record']).toEqual([
    {
      name: '_acme-challenge.w255.example.edu.',
      type: 'CNAME',
      data: expect.stringMatching(/^[0-9a-f-]{36}\.\d+\.authorize\.certificatemanager\.goog\.$/) as string,
    },
  ]);
});

test.each(['*.w255.example.edu', 'w255.example.edu.', 'W255.example.edu'])(
  'An authorization is not for %s',
  (domain) => {
    expect(refusal(() => make(emptyLab(), dnsAuthorizationKind, { ...AUTHORIZATION, domain }))).toBe(
      `400 Invalid domain "${domain}": a lower-case domain name without a wildcard and without a dot at its end`,
    );
  },
);

test('A certificate is for its domains, at once', () => {
  expect(make(authorizedLab(), certificateKind, CERTIFICATE)).toMatchObject({
    id: `${LOCATION}/certificates/labs`,
    san_dnsnames: ['*.w255.example.edu', 'w255.example.edu'],
    managed: [{ state: 'ACTIVE' }],
  });
});

test('A certificate needs its authorizations, and one for each domain', () => {
  expect(refusal(() => make(emptyLab(), certificateKind, CERTIFICATE))).toBe(
    `404 The resource '${LOCATION}/dnsAuthorizations/labs' was not found`,
  );
  const managed = [{ ...CERTIFICATE.managed[0]!, domains: ['*.w255.example.edu', 'ada.w255.example.edu'] }];
  expect(refusal(() => make(authorizedLab(), certificateKind, { ...CERTIFICATE, managed }))).toBe(
    '400 Domain "ada.w255.example.edu" has no DNS authorization: the certificate names those of w255.example.edu',
  );
});

test('The provider wants one way to a certificate, and one way to match', () => {
  expect(problems(certificateKind, { ...CERTIFICATE, managed: [] })).toEqual([
    'managed: one of [managed, self_managed] must be written, none is written',
  ]);
  expect(problems(certificateMapEntryKind, { ...ENTRY, matcher: 'PRIMARY' })).toEqual([
    'hostname: one of [hostname, matcher] must be written, hostname and matcher are written',
  ]);
});

test('What another one uses stays, and what uses it is named', () => {
  const cloud = authorizedLab();
  make(cloud, certificateKind, CERTIFICATE);
  make(cloud, certificateMapKind, { project: PROJECT_ID, name: 'labs' });
  make(cloud, certificateMapEntryKind, ENTRY);
  const entry = `${LOCATION}/certificateMaps/labs/certificateMapEntries/labs-wildcard`;
  expect(refusal(() => destroy(cloud, dnsAuthorizationKind, AUTHORIZATION))).toBe(
    `400 can't delete "${LOCATION}/dnsAuthorizations/labs": it is still used by "${LOCATION}/certificates/labs"`,
  );
  expect(refusal(() => destroy(cloud, certificateKind, CERTIFICATE))).toBe(
    `400 can't delete "${LOCATION}/certificates/labs": it is still used by "${entry}"`,
  );
  expect(refusal(() => destroy(cloud, certificateMapKind, { project: PROJECT_ID, name: 'labs' }))).toBe(
    `400 can't delete "${LOCATION}/certificateMaps/labs": it still has the entry "${entry}"`,
  );
  destroy(cloud, certificateMapEntryKind, ENTRY);
  destroy(cloud, certificateMapKind, { project: PROJECT_ID, name: 'labs' });
  destroy(cloud, certificateKind, CERTIFICATE);
  destroy(cloud, dnsAuthorizationKind, AUTHORIZATION);
  expect(read(cloud, dnsAuthorizationKind, AUTHORIZATION)).toBeUndefined();
});
