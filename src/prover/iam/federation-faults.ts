import type { Finding } from '../finding';
import { EVERYONE_ELSE, STAFF } from '../finding';
import { at, blockAt, quoted } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import { cannotWork } from '../terraform/resource-finding';
import type { World } from '../world';

const PROVIDER = 'google_iam_workload_identity_pool_provider';
const ISSUER = 'https://token.actions.githubusercontent.com';

/**
 * Who vouches for identities from elsewhere: GitHub alone, for one organisation by its number, and under the subject that
 * GitHub itself writes. A mapping of another claim would let a workflow choose what it is called.
 */
export function federationFaults({ cloud, record }: World): readonly Finding[] {
  const meant = new Map(
    record.places.flatMap(({ project, workflows }) =>
      workflows === undefined ? [] : [[project, workflows.organisationId] as const],
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
  const issuer = blockAt(body, 'oidc', 'issuer_uri');
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
    ...(issuer === ISSUER
      ? []
      : [finding('Somebody else than GitHub vouches for workflows', `says issuer_uri = ${quoted(issuer)}`)]),
    ...(mapping === '{"google.subject":"assertion.sub"}'
      ? []
      : [finding('Workflows are known by another name than the one GitHub gives them', `maps ${mapping}`)]),
    ...(condition === `assertion.repository_owner_id == '${organisationId}'`
      ? []
      : [
          finding(
            'Workflows of strangers are known to the project',
            `says attribute_condition = ${quoted(condition)}`,
          ),
        ]),
  ];
}
