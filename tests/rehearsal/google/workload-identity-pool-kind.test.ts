import { projectNumber } from '../../../src/rehearsal/google/project-number';
import {
  workloadIdentityPoolKind,
  workloadIdentityPoolProviderKind,
} from '../../../src/rehearsal/google/workload-identity-pool-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { DAY, destroy, importOf, make, problems, projectCloud, read, refusal } from './foundation-cloud'; // prettier-ignore

const IAM = 'iam.googleapis.com';
const POOL = { project: 'w255-c1', workload_identity_pool_id: 'github' };
const PATH = 'projects/w255-c1/locations/global/workloadIdentityPools/github';
const PROVIDER = {
  ...POOL,
  workload_identity_pool_provider_id: 'actions',
  attribute_mapping: { 'google.subject': 'assertion.sub' },
  attribute_condition: "assertion.repository_owner == 'example'",
  oidc: [{ issuer_uri: 'https://token.actions.githubusercontent.com' }],
};
const FORM = 'must be 4 to 32 lower-case letters, digits and hyphens, and not begin with "gcp-"';

const refused = (attributes: object) => {
  const cloud = projectCloud(IAM);
  make(cloud, workloadIdentityPoolKind, POOL);
  return refusal(() => make(cloud, workloadIdentityPoolProviderKind, { ...PROVIDER, ...attributes }));
};

test('A pool and its provider are named by number, and known by id', () => {
  const cloud = projectCloud(IAM);
  const number = projectNumber('w255-c1');
  const name = `projects/${number}/locations/global/workloadIdentityPools/github`;
  expect(make(cloud, workloadIdentityPoolKind, POOL)).toEqual({ ...POOL, id: PATH, name, state: 'ACTIVE' });
  expect(make(cloud, workloadIdentityPoolProviderKind, PROVIDER)).toEqual({
    ...PROVIDER,
    id: `${PATH}/providers/actions`,
    name: `${name}/providers/actions`,
    state: 'ACTIVE',
  });
  expect(importOf(cloud, workloadIdentityPoolKind, PATH)).toMatchObject({ id: PATH });
  expect(importOf(cloud, workloadIdentityPoolProviderKind, `${PATH}/providers/actions`)).toMatchObject(
    PROVIDER,
  );
});

test('An id has at least 4 characters and does not begin with gcp-', () => {
  for (const id of ['git', 'gcp-github', 'GitHub', 'a'.repeat(33)]) {
    expect(problems(workloadIdentityPoolKind, { workload_identity_pool_id: id })).toEqual([
      `workload_identity_pool_id: "workload_identity_pool_id" ("${id}") ${FORM}`,
    ]);
    expect(problems(workloadIdentityPoolProviderKind, { ...PROVIDER, workload_identity_pool_provider_id: id })).toEqual([
      `workload_identity_pool_provider_id: "workload_identity_pool_provider_id" ("${id}") ${FORM}`,
    ]);
  }
  expect(problems(workloadIdentityPoolKind, { workload_identity_pool_id: UNKNOWN })).toEqual([]);
  expect(problems(workloadIdentityPoolProviderKind, PROVIDER)).toEqual([]);
}); // prettier-ignore

test('A provider is of one kind', () => {
  expect(problems(workloadIdentityPoolProviderKind, { ...PROVIDER, aws: [{ account_id: '1' }] })).toEqual([
    'aws: one of [aws, oidc, saml, x509] must be written, aws and oidc are written',
  ]);
  expect(problems(workloadIdentityPoolProviderKind, { ...PROVIDER, oidc: [] })).toEqual([
    'aws: one of [aws, oidc, saml, x509] must be written, none is written',
  ]);
});

test('A deleted pool takes its providers along, and keeps its id for 30 days', () => {
  const cloud = projectCloud(IAM);
  const pool = make(cloud, workloadIdentityPoolKind, POOL);
  const provider = make(cloud, workloadIdentityPoolProviderKind, PROVIDER);
  destroy(cloud, workloadIdentityPoolKind, pool);
  expect(read(cloud, workloadIdentityPoolProviderKind, provider)).toBeUndefined();
  expect(refusal(() => make(cloud, workloadIdentityPoolKind, POOL))).toBe(
    `409 ${PATH} was deleted and keeps its name until 2026-12-31`,
  );
  cloud.advanceTo(cloud.now + 30 * DAY);
  expect(make(cloud, workloadIdentityPoolKind, POOL)['id']).toBe(PATH);
});

test('The pool of a provider stands', () => {
  expect(refusal(() => make(projectCloud(IAM), workloadIdentityPoolProviderKind, PROVIDER))).toBe(
    `404 Workload identity pool ${PATH} was not found`,
  );
});

test('An issuer that everybody has tokens of needs a condition', () => {
  expect(refused({ attribute_condition: null })).toBe(
    `400 ${PATH}/providers/actions: everybody can have tokens of https://token.actions.githubusercontent.com, ` +
      "so the attribute condition must reference one of the provider's claims: " +
      `write attribute_condition = "assertion.repository_owner == '…'"`,
  );
  const cloud = projectCloud(IAM);
  make(cloud, workloadIdentityPoolKind, POOL);
  const own = { ...PROVIDER, attribute_condition: null, oidc: [{ issuer_uri: 'https://login.example.edu' }] };
  expect(make(cloud, workloadIdentityPoolProviderKind, own)['state']).toBe('ACTIVE');
});

test('An issuer is https, and the subject is mapped', () => {
  expect(refused({ oidc: [{ issuer_uri: 'http://login.example.edu' }] })).toBe(
    `400 ${PATH}/providers/actions: issuer "http://login.example.edu" does not begin with https://`,
  );
  expect(refused({ attribute_mapping: { 'attribute.actor': 'assertion.actor' } })).toBe(
    `400 ${PATH}/providers/actions: the attribute mapping has no google.subject: write "google.subject" = "assertion.sub"`,
  );
});
