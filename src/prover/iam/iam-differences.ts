import type { CohortRecord, PlaceRecord } from '../cohort-record';
import type { Aspect, Finding } from '../finding';
import { STAFF } from '../finding';
import { stepIn } from '../terraform/cloud-resources';
import type { World } from '../world';
import type { ExpectedGrant } from './expected-grants';
import { expectedGrants } from './expected-grants';
import type { IamGrant } from './iam-grants';
import type { IamMember } from './iam-member';
import { iamMember } from './iam-member';
import { accountOfWorkflows } from './workflow-record';

/** Which aspect a grant is told under. */
function aspectOf({ role, member }: ExpectedGrant): Aspect {
  if (/^principal(Set)?:/.test(member)) return 'workload identity';
  return /^roles\/(monitoring|logging)\./.test(role) ? 'metrics' : 'iam';
}

const keyOf = ({ target, role, member, condition }: ExpectedGrant): string =>
  JSON.stringify([target, role, member, condition]);

/** Who holds a role on what, whatever the condition. */
const holding = ({ target, role, member }: ExpectedGrant): string => JSON.stringify([target, role, member]);

/** What stands and should not, and what should and does not, of the grants of one aspect. */
export function iamDifferences({ record, iam }: World, aspect: Aspect): readonly Finding[] {
  const expected = expectedGrants(record).filter((grant) => aspectOf(grant) === aspect);
  const actual = iam.filter((grant) => aspectOf(grant) === aspect);
  const meant = new Set(expected.map(keyOf));
  const meantAnyhow = new Set(expected.map(holding));
  const held = new Set(actual.map(holding));
  return [
    ...actual
      .filter((grant) => !meant.has(keyOf(grant)))
      .map((grant) => tooMuch(record, aspect, grant, meantAnyhow.has(holding(grant)))),
    ...expected
      .filter((grant) => !held.has(holding(grant)))
      .map((grant) => missing(record, aspect, grant, iam)),
  ];
}

/** Whose a thing is, and how a sentence calls it. */
interface Owned {
  readonly owner: PlaceRecord | undefined;
  readonly what: string;
}

function ownedBy(
  { places, cells, stateBucket, serviceProjects, machineProjects, logProjects }: CohortRecord,
  target: string,
): Owned {
  const [kind = '', id = ''] = target.split(/ (.*)/s);
  const owner = places.find((place) => {
    const { ownProject, bucket, project, repository, service, machine, log } = place;
    return (
      (kind === 'project' && ownProject === id) ||
      (kind === 'bucket' && bucket === id) ||
      (kind === 'service' && id === `${service?.project}/${service?.name}`) ||
      (kind === 'machine' && id === `${machine?.project}/${machine?.name}`) ||
      (kind === 'account' && [service?.account, machine?.account, accountOfWorkflows(place)].includes(id)) ||
      (kind === 'view' && id === `${log?.project}/${log?.name}/${log?.name}`) ||
      (kind === 'repository' && id === `${project}/${repository}`)
    );
  });
  if (owner !== undefined) return { owner, what: kind === 'view' ? 'view of logs' : kind };
  if (kind === 'project' && cells.some(({ project }) => project === id))
    return { owner, what: 'project of a cell' };
  if (kind === 'project' && serviceProjects.includes(id))
    return { owner, what: 'project of services that tenants share' };
  if (kind === 'project' && machineProjects.includes(id))
    return { owner, what: 'project of machines that tenants share' };
  if (kind === 'project' && logProjects.some(({ project }) => project === id))
    return { owner, what: 'project of logs that tenants share' };
  if (kind === 'bucket' && id === stateBucket?.name) return { owner, what: "bucket with Terraform's state" };
  return { owner, what: `${kind} that is no tenant's` };
}

const relation = ({ owner, what }: Owned, { places }: IamMember): string => {
  if (owner === undefined) return `the ${what}`;
  return places.includes(owner) ? `their own ${what}` : `the ${what} of a tenant`;
};

function tooMuch(record: CohortRecord, aspect: Aspect, grant: IamGrant, isMeant: boolean): Finding {
  const member = iamMember(record, grant.member);
  const owned = ownedBy(record, grant.target);
  const how = !isMeant
    ? ''
    : grant.condition === ''
      ? ', without an end'
      : ', under a condition that is not the one that is meant';
  const condition = grant.condition === '' ? 'without a condition' : `if ${grant.condition}`;
  return {
    aspect,
    kind: 'reach',
    from: member.label,
    to: owned.owner?.handle ?? STAFF,
    sentence: `${member.kind} ${member.several ? 'hold' : 'holds'} ${grant.role} on ${relation(owned, member)}${how}`,
    path: [
      stepIn(grant.resource, `gives ${member.label} ${grant.role} ${condition}`),
      { file: grant.resource.file, object: grant.target, says: reachOf(grant.role) },
    ],
    pairs: owned.owner === undefined ? Math.max(1, record.places.length) : 1,
  };
}

/** What a role reaches, for those that are likely to be given by mistake. */
const REACH: Readonly<Record<string, string>> = {
  'roles/owner': 'everything in it can be read, changed and given away',
  'roles/editor': 'everything in it can be read and changed, in every namespace of its clusters too',
  'roles/viewer': 'everything in it can be read, in every namespace of its clusters too',
  'roles/container.admin': 'every namespace of its clusters can be read and changed, past RBAC',
  'roles/container.developer': 'every namespace of its clusters can be read and changed, past RBAC',
  'roles/container.viewer': 'every namespace of its clusters can be read, past RBAC',
  'roles/container.clusterViewer': 'its clusters can be found and connected to, and nothing inside',
  'roles/artifactregistry.reader': 'its images can be read',
  'roles/artifactregistry.writer': 'its images can be read and replaced',
  'roles/storage.objectViewer': 'its objects can be read',
  'roles/storage.objectUser': 'its objects can be read, replaced and deleted',
  'roles/storage.objectAdmin': 'its objects can be read, replaced, deleted and given away',
  'roles/containeranalysis.occurrences.viewer':
    'what was found in its images can be read, in those of all tenants in it',
  'roles/iap.tunnelResourceAccessor': 'tunnels lead to what listens on it',
  'roles/compute.osAdminLogin': 'it can be entered, as its administrator',
  'roles/run.developer': 'its revisions can be replaced, and run as its account',
  'roles/run.invoker': 'it answers whoever holds the role',
  'roles/iam.workloadIdentityUser': 'whoever holds the role acts as the account, without a key',
  'roles/iam.serviceAccountUser': 'what runs as the account can be replaced',
  'roles/logging.viewAccessor': "what its log buckets hold can be read, which tenants' pods print",
  'roles/logging.logWriter': 'entries can be written into its logs, under any name',
  'roles/logging.viewer': "its logs can be read, which hold what tenants' pods print",
  'roles/iap.httpsResourceAccessor': "the staff's Grafana opens, with the metrics of all tenants",
  'roles/monitoring.viewer': 'its metrics can be read, those of all tenants in it',
};

const reachOf = (role: string): string =>
  REACH[role] ?? 'what this role reaches is not known here, so it is taken for everything';

function missing(
  record: CohortRecord,
  aspect: Aspect,
  grant: ExpectedGrant,
  iam: readonly IamGrant[],
): Finding {
  const member = iamMember(record, grant.member);
  const owned = ownedBy(record, grant.target);
  const near = iam.find(({ target }) => target === grant.target);
  const says = `${member.label} does not hold ${grant.role} there`;
  return {
    aspect,
    kind: 'cannot work',
    from: member.label,
    to: owned.owner?.handle ?? STAFF,
    sentence: `${member.kind} should hold ${grant.role} on ${relation(owned, member)}`,
    path: [
      near === undefined ? { file: 'terraform', object: grant.target, says } : stepIn(near.resource, says),
    ],
    pairs: 1,
  };
}
