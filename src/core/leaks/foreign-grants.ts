import type { CohortMarks } from './cohort-marks';
import type { InventoryItem } from './inventory-item';
import type { Command } from './removal-command';
import type { Owner } from './cohort-marks';
import type { Ownership } from './ownership';

/** A role that something of the cohort has in what is not the cohort's; it outlives the cohort's projects. */
export interface ForeignGrant {
  readonly item: InventoryItem;
  readonly role: string;
  readonly member: string;
  readonly owner: Owner;
}

/** Forms in which a member names the project that it comes from. */
const PROJECT_OF_MEMBER: readonly RegExp[] = [
  /^(?:deleted:)?serviceAccount:[^@\s]+@([a-z][a-z0-9-]+)\.iam\.gserviceaccount\.com(?:\?uid=\d+)?$/,
  /^(?:deleted:)?serviceAccount:([a-z][a-z0-9-]+)\.svc\.id\.goog\[[^\]]+\]$/,
  /^(?:deleted:)?principal(?:Set)?:\/\/iam\.googleapis\.com\/projects\/[^/]+\/locations\/global\/workloadIdentityPools\/([a-z][a-z0-9-]+)\.svc\.id\.goog\//,
];

/** Roles that the cohort's accounts have outside the cohort, in the policies that the inventories show. */
export function foreignGrants(
  items: readonly InventoryItem[],
  marks: CohortMarks,
  ownership: Ownership,
): readonly ForeignGrant[] {
  return items
    .filter(({ name, policy }) => policy !== undefined && name.name !== marks.stateBucket)
    .filter((item) => ownership.of(item).is === 'stranger')
    .flatMap((item) =>
      item.policy!.flatMap(({ role, members }) =>
        members.flatMap((member) => {
          const owner = ownerOf(member, marks, ownership);
          return owner === undefined ? [] : [{ item, role, member, owner }];
        }),
      ),
    );
}

function ownerOf(member: string, marks: CohortMarks, ownership: Ownership): Owner | undefined {
  const project = PROJECT_OF_MEMBER.map((pattern) => pattern.exec(member)?.[1]).find(Boolean);
  if (project === undefined) return undefined;
  const belonging = ownership.ofProjectNamed(project);
  if (belonging.is === 'stranger') return undefined;
  const namespace = /\/subject\/ns\/([^/]+)\/sa\/|\[([^/\]]+)\//.exec(member);
  const tenant = marks.tenants.get(namespace?.[1] ?? namespace?.[2] ?? '');
  return tenant ?? (belonging.is === 'ours' ? belonging.owner : {});
}

/** Words behind `gcloud` that take a grant away; undefined where the listing does not say what it is on. */
export function grantRemoval({ item: { name }, role, member }: ForeignGrant): Command | undefined {
  const who = [`--member=${member}`, `--role=${role}`, '--all'];
  switch (`${name.service}/${name.collection}`) {
    case 'cloudresourcemanager/projects':
      return ['projects', 'remove-iam-policy-binding', name.name, ...who];
    case 'cloudresourcemanager/folders':
      return ['resource-manager', 'folders', 'remove-iam-policy-binding', name.name, ...who];
    case 'cloudresourcemanager/organizations':
      return ['organizations', 'remove-iam-policy-binding', name.name, ...who];
    case 'storage/buckets':
      return ['storage', 'buckets', 'remove-iam-policy-binding', `gs://${name.name}`, ...who];
    case 'artifactregistry/repositories':
      return [
        'artifacts', 'repositories', 'remove-iam-policy-binding', name.name,
        `--location=${name.location ?? ''}`, `--project=${name.project ?? ''}`, ...who.slice(0, 2),
      ]; // prettier-ignore
    case 'run/services':
      return [
        'run', 'services', 'remove-iam-policy-binding', name.name,
        `--region=${name.location ?? ''}`, `--project=${name.project ?? ''}`, ...who.slice(0, 2),
      ]; // prettier-ignore
    case 'iam/policies':
      return ['projects', 'remove-iam-policy-binding', 'PROJECT', ...who];
    default:
      return undefined;
  }
}
