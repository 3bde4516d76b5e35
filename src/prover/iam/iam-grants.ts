import type { Json } from '../json-value';
import { blockAt, isList, mapAt, textAt, textsAt } from '../json-value';
import type { CloudResource, CloudResources } from '../terraform/cloud-resources';

/** One member that holds one role on one thing, as a resource of Terraform gives it. */
export interface IamGrant {
  readonly resource: CloudResource;
  /** What the role is held on: `project <id>`, `bucket <name>`, `repository <project>/<name>` … */
  readonly target: string;
  readonly role: string;
  readonly member: string;
  /** CEL that must be true; empty for none. */
  readonly condition: string;
}

const IAM = /^(google_[a-z0-9_]+)_iam_(binding|member|policy)$/;

type Text = (attribute: string) => string;
const TARGETS: Readonly<Record<string, (text: Text) => string>> = {
  google_project: (text) => `project ${text('project')}`,
  google_storage_bucket: (text) => `bucket ${text('bucket')}`,
  google_cloud_run_v2_service: (text) => `service ${text('project')}/${text('name').split('/').at(-1)!}`,
  google_compute_instance: (text) => `machine ${text('project')}/${text('instance_name').split('/').at(-1)!}`,
  google_iap_tunnel_instance: (text) => `machine ${text('project')}/${text('instance').split('/').at(-1)!}`,
  google_logging_log_view: (text) =>
    `view ${text('parent').replace(/^projects\//, '')}/${text('bucket')}/${text('name').split('/').at(-1)!}`,
  google_service_account: (text) => `account ${text('service_account_id').split('/').at(-1)!}`,
  google_artifact_registry_repository: (text) =>
    `repository ${text('project')}/${text('repository').split('/').at(-1)!}`,
};

/** Attributes that say who holds what, and not on what. */
const NOT_TARGET = new Set([
  '//',
  'role',
  'member',
  'members',
  'condition',
  'policy_data',
  'depends_on',
  'provider',
]);

export const isIam = ({ type }: CloudResource): boolean => IAM.test(type);

/** Every grant of every stack. */
export function iamGrants(cloud: CloudResources): readonly IamGrant[] {
  return cloud.all
    .filter((resource) => resource.mode === 'resource' && isIam(resource))
    .flatMap((resource) => {
      const target = targetOf(cloud, resource);
      return bindingsOf(cloud, resource).map((binding) => ({ resource, target, ...binding }));
    });
}

function targetOf(cloud: CloudResources, resource: CloudResource): string {
  const [, owner = ''] = IAM.exec(resource.type) ?? [];
  const known = TARGETS[owner];
  if (known !== undefined) return known((attribute) => cloud.text(resource, attribute));
  const attributes = Object.keys(resource.body).filter((key) => !NOT_TARGET.has(key));
  return `${owner} ${attributes.map((key) => cloud.text(resource, key)).join('/')}`;
}

type Held = Pick<IamGrant, 'role' | 'member' | 'condition'>;

function bindingsOf(cloud: CloudResources, resource: CloudResource): readonly Held[] {
  const { body, stack } = resource;
  const resolved = (value: Json | undefined): string => cloud.resolve(stack, value);
  if (!resource.type.endsWith('_policy')) {
    const members = [
      ...textsAt(body, 'members'),
      ...(textAt(body, 'member') === undefined ? [] : [textAt(body, 'member')!]),
    ];
    const condition = resolved(blockAt(body, 'condition', 'expression'));
    return members.map((member) => ({ role: resolved(body['role']), member: resolved(member), condition }));
  }
  const policy = cloud.tryFollow(stack, textAt(body, 'policy_data') ?? '');
  const bindings = policy?.body['binding'];
  if (bindings === undefined)
    return [{ role: 'a whole policy that cannot be read', member: 'unknown', condition: '' }];
  return (isList(bindings) ? bindings : [bindings]).flatMap((binding) =>
    textsAt(binding, 'members').map((member) => ({
      role: String(mapAt(binding)['role']),
      member: resolved(member),
      condition: resolved(blockAt(binding, 'condition', 'expression')),
    })),
  );
}
