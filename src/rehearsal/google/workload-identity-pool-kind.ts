import type { AssetName } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { assetKind } from '../provider/asset-kind';
import type { Latency } from '../provider/resource-kind';
import type { ConfigProblem } from '../provider/resource-kind';
import { blockAt, requiredText, textAt, textMapAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { expectExactlyOne, expectForm } from './config-checks';
import { projectOf } from './place-attributes';
import { projectNumber } from './project-number';

/** A deleted pool or provider keeps its id: docs.cloud.google.com/iam/docs/manage-workload-identity-pools-providers, 2026-11. */
const KEPT_DAYS = 30;

/** An operation that the provider waits for; how long is a guess. */
const LATENCY: Latency = { create: 6, update: 6, delete: 6, read: 0.3 };

/** Issuers whose tokens everybody can have: Google asks for a condition there (same page). */
const SHARED_ISSUERS = ['token.actions.githubusercontent.com', 'gitlab.com', 'app.terraform.io'];

const ID = /^(?!gcp-)[0-9a-z-]{4,32}$/;
const ID_FORM = 'must be 4 to 32 lower-case letters, digits and hyphens, and not begin with "gcp-"';

function pathOf(attributes: Attributes, project: string): string {
  const pool = requiredText(attributes, 'workload_identity_pool_id');
  return `projects/${project}/locations/global/workloadIdentityPools/${pool}`;
}

const poolName = (attributes: Attributes, provider: Attributes): AssetName =>
  `//iam.googleapis.com/${pathOf(attributes, projectOf(attributes, provider))}`;

/** Path of a provider in its pool: `/providers/github`. */
const inPool = (attributes: Attributes): string =>
  `/providers/${requiredText(attributes, 'workload_identity_pool_provider_id')}`;

/** Identities from elsewhere that may act in a project. */
export const workloadIdentityPoolKind = assetKind({
  type: 'google_iam_workload_identity_pool',
  assetType: 'iam.googleapis.com/WorkloadIdentityPool',
  api: 'iam.googleapis.com',
  forceNew: ['workload_identity_pool_id', 'project'],
  latency: LATENCY,
  checks: [
    'The id has 4 to 32 lower-case letters, digits and hyphens and does not begin with gcp-; the project stands and has the API on.',
    'A deleted pool keeps its id for 30 days; its providers go with it.',
  ],
  ignores: ['Restoring a deleted pool, and tokens; its latency is a guess.'],
  name: poolName,
  importIds: [
    /^projects\/(?<project>[^/]+)\/locations\/global\/workloadIdentityPools\/(?<workload_identity_pool_id>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<workload_identity_pool_id>[^/]+)$/,
  ],
  validate: (config) => expectForm(config, 'workload_identity_pool_id', ID, ID_FORM),
  computed: (attributes, { provider }) => {
    const project = projectOf(attributes, provider);
    const name = pathOf(attributes, projectNumber(project));
    return { id: pathOf(attributes, project), name, project, state: 'ACTIVE' };
  },
  beforeDelete: (state, { cloud, provider }) => {
    for (const child of cloud.childrenOf(poolName(state, provider))) cloud.remove(child.name, KEPT_DAYS);
  },
  keepNameForDays: KEPT_DAYS,
});

/** Who vouches for the identities of a pool: GitHub, for instance. */
export const workloadIdentityPoolProviderKind = assetKind({
  type: 'google_iam_workload_identity_pool_provider',
  assetType: 'iam.googleapis.com/WorkloadIdentityPoolProvider',
  api: 'iam.googleapis.com',
  forceNew: ['workload_identity_pool_id', 'workload_identity_pool_provider_id', 'project'],
  latency: LATENCY,
  checks: [
    'The pool stands; the id has the form of a pool id; one of oidc, aws, saml and x509 is given.',
    'An OIDC issuer is https and google.subject is mapped; issuers open to everybody need an attribute_condition.',
    'A deleted provider keeps its id for 30 days.',
  ],
  ignores: [
    'The language of mappings and conditions, metadata, keys and certificates; its latency is a guess.',
  ],
  name: (attributes, provider): AssetName => `${poolName(attributes, provider)}${inPool(attributes)}`,
  parent: poolName,
  importIds: [
    /^projects\/(?<project>[^/]+)\/locations\/global\/workloadIdentityPools\/(?<workload_identity_pool_id>[^/]+)\/providers\/(?<workload_identity_pool_provider_id>[^/]+)$/,
  ],
  validate: (config): readonly ConfigProblem[] => [
    ...expectForm(config, 'workload_identity_pool_provider_id', ID, ID_FORM),
    ...expectExactlyOne(config, ['aws', 'oidc', 'saml', 'x509']),
  ],
  check: (attributes, operation) => {
    const path = pathOf(attributes, projectOf(attributes, operation.provider));
    operation.need(poolName(attributes, operation.provider), `Workload identity pool ${path} was not found`);
    checkOidc(attributes, `${path}${inPool(attributes)}`);
  },
  computed: (attributes, { provider }) => {
    const project = projectOf(attributes, provider);
    const name = `${pathOf(attributes, projectNumber(project))}${inPool(attributes)}`;
    return { id: `${pathOf(attributes, project)}${inPool(attributes)}`, name, project, state: 'ACTIVE' };
  },
  keepNameForDays: KEPT_DAYS,
});

function checkOidc(attributes: Attributes, where: string): void {
  const oidc = blockAt(attributes, 'oidc');
  if (oidc === undefined) return;
  const issuer = textAt(oidc, 'issuer_uri') ?? '';
  if (!issuer.startsWith('https://'))
    throw invalid(`${where}: issuer "${issuer}" does not begin with https://`);
  if (!('google.subject' in textMapAt(attributes, 'attribute_mapping'))) {
    throw invalid(
      `${where}: the attribute mapping has no google.subject: write "google.subject" = "assertion.sub"`,
    );
  }
  const shared = SHARED_ISSUERS.some((host) => new RegExp(`^https://${host}(/|$)`).test(issuer));
  if (!shared || textAt(attributes, 'attribute_condition')) return;
  throw invalid(
    `${where}: everybody can have tokens of ${issuer}, so the attribute condition must reference one of the provider's ` +
      'claims: write attribute_condition = "assertion.repository_owner == \'…\'"',
  );
}
