import type { Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import type { Json } from '../json-value';
import { at, blockAt, quoted } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import { cannotWork } from '../terraform/resource-finding';
import type { World } from '../world';

const PROVIDER = 'google_iam_workload_identity_pool_provider';
const ISSUER = 'https://token.actions.githubusercontent.com';
/** Repository and branch, as GitHub writes them into every token; its own subject has had a number in it since July 2026. */
const MAPPING = JSON.stringify({
  'google.subject': "'repo:' + assertion.repository + ':ref:' + assertion.ref",
});
/** What only those start who may push. Others' words reach the branch's workflows by pull requests, comments and other runs. */
const STARTED = "assertion.event_name in ['push', 'workflow_dispatch']";
const EVENTS = /^ && assertion\.event_name in \[['a-z_, ]*\]$/;

/**
 * Who vouches for identities from elsewhere: GitHub alone, for one organisation by its number, by repository and branch, and
 * for runs that nobody else started. Most other claims a workflow, or who administers a repository, can choose.
 */
export function federationFaults({ cloud, record }: World): readonly Finding[] {
  const meant = new Map(
    [...record.cells, ...record.places.map(({ project, workflows }) => ({ project, ...workflows }))].flatMap(
      ({ project, organisationId }) =>
        organisationId === undefined ? [] : [[project, organisationId] as const],
    ),
  );
  const providers = cloud.ofType(PROVIDER);
  const vouched = new Set(providers.map((each) => cloud.text(each, 'project')));
  return [
    ...providers.flatMap((each) => faultsOf(each, meant.get(cloud.text(each, 'project')))),
    ...record.places
      .filter(({ project, workflows, held }) => workflows !== undefined && !held && !vouched.has(project))
      .map(({ handle, project }) =>
        cannotWork(
          'workload identity',
          handle,
          'Workflows are given a role, and nobody vouches for them',
          `project ${project}`,
          `has no ${PROVIDER}`,
        ),
      ),
  ];
}

function faultsOf(provider: CloudResource, organisationId: string | undefined): readonly Finding[] {
  const { body } = provider;
  // Whatever else stands there, keys for one, would be believed in the place of GitHub's own.
  const vouching = JSON.stringify(blockAt(body, 'oidc') ?? {});
  const mapping = JSON.stringify(at(body, 'attribute_mapping') ?? {});
  const condition = at(body, 'attribute_condition');
  const finding = (sentence: string, says: string): Finding => ({
    aspect: 'workload identity',
    kind: 'reach',
    from: STAFF,
    to: EVERYONE_ELSE,
    sentence,
    path: [stepIn(provider, says)],
    pairs: 1,
  });
  if (organisationId === undefined)
    return [finding('Identities from elsewhere are known where no workflow is meant', 'stands')];
  return [
    ...(vouching === JSON.stringify({ issuer_uri: ISSUER })
      ? []
      : [finding('Somebody else than GitHub vouches for workflows', `says oidc = ${vouching}`)]),
    ...(mapping === MAPPING
      ? []
      : [finding('Workflows are known by another name than their repository and branch', `maps ${mapping}`)]),
    ...(condition === `${ownedBy(organisationId)} && ${STARTED}`
      ? []
      : [
          finding(
            isOwned(condition, organisationId)
              ? 'Workflows that others start are known to the project'
              : 'Workflows of strangers are known to the project',
            `says attribute_condition = ${quoted(condition)}`,
          ),
        ]),
  ];
}

const ownedBy = (organisationId: string): string => `assertion.repository_owner_id == '${organisationId}'`;

/** Whether a condition is about the organisation, and but for that about events only. */
function isOwned(condition: Json | undefined, organisationId: string): boolean {
  const owned = ownedBy(organisationId);
  if (typeof condition !== 'string' || !condition.startsWith(owned)) return false;
  const rest = condition.slice(owned.length);
  return rest === '' || EVENTS.test(rest);
}
