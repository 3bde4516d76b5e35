import type { Asset, AssetName, IamBinding, IamPolicy } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import type { Operation } from '../provider/operation';
import type { Latency, ResourceKind } from '../provider/resource-kind';
import { textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { Unknown } from '../values/value';
import { bindingOf, bindingProblems, checkBinding } from './iam-binding-rules';
import { memberNeeds, normalMember } from './iam-member';
import { policyBreach, policyOf, tryFindBinding, withBinding, withoutBinding } from './iam-policy';

/** What a binding is on. */
export interface IamTarget {
  readonly name: AssetName;
  /** How the provider writes it in ids and messages. */
  readonly id: string;
  /** In an error message: `project "p"`. */
  readonly where: string;
  /** Attributes that the provider fills from its own configuration: project, location. */
  readonly filled: Attributes;
}

/** A type of resource that is one role of an asset's IAM policy, with all its members. */
export interface IamBindingKindProps {
  readonly type: string;
  /** API that must be on in the target's project. */
  readonly api?: string;
  /** Attributes that say what the binding is on; the binding cannot move. */
  readonly identity: readonly string[];
  /** Undefined while it is not known yet. */
  tryTarget(attributes: Attributes, provider: Attributes): IamTarget | undefined;
  /** What the service asks of a binding beyond what IAM does. Throws CloudError. */
  check?(asset: Asset, binding: IamBinding, where: string): void;
  /** Import ids up to the role, as patterns with named groups that are attributes. */
  readonly importIds: readonly RegExp[];
  readonly latency: Latency;
  readonly checks?: readonly string[];
  readonly ignores?: readonly string[];
}

const CHECKS = [
  'What the binding is on stands; the binding has all members of its role and condition, and takes away the others.',
  'The role is written as a role, members have a known form and are named; service accounts of simulated projects exist.',
  "A project's own workload identity pool exists once the project has had a cluster.",
  'A condition has a title, real timestamps, and no basic role.',
  'The policy keeps to 1,500 principals, 250 groups, 20 conditions for one role and principal.',
  'allUsers and allAuthenticatedUsers are refused, as by the organization policy of new organizations.',
];
const IGNORES = [
  'Whether users, groups, roles and service accounts of other projects exist; the rest of the condition language.',
  'The minutes until a change holds everywhere; members of accounts deleted later stay as they are.',
  'A binding without members is refused, where Google forgets it.',
  'A change in the letter case of a member alone is planned as an update, which changes nothing.',
];

/** Makes a kind of what is particular to the asset that the policy belongs to. */
export function iamBindingKind(props: IamBindingKindProps): ResourceKind {
  const target = (attributes: Attributes, provider: Attributes): IamTarget => {
    const found = props.tryTarget(attributes, provider);
    if (found === undefined)
      throw new Error(`${props.type}: what it is on is not known; Terraform should not have asked`);
    return found;
  };
  const write = (planned: Attributes, operation: Operation): Attributes => {
    const { name, id, where, filled } = target(planned, operation.provider);
    const project = filled['project'];
    if (props.api !== undefined && typeof project === 'string') operation.needApi(project, props.api);
    const asset = operation.need(name, `Error applying IAM policy for ${where}: it does not exist`);
    checkBinding(operation.cloud, where, planned);
    const binding = bindingOf(planned);
    for (const member of binding.members) {
      for (const needed of memberNeeds(operation.cloud, member))
        operation.need(needed, `${member} does not exist`);
    }
    props.check?.(asset, binding, where);
    const policy = withBinding(policyOf(asset), binding);
    const breach = policyBreach(policy, where);
    if (breach !== undefined) throw invalid(breach);
    operation.cloud.change(name, { policy });
    return { ...planned, ...filled, id: idOf(id, binding), etag: policy.etag };
  };
  return {
    type: props.type,
    forceNew: ['role', 'condition', ...props.identity],
    defaults: {},
    computedBlocks: [],
    latency: props.latency,
    checks: [...CHECKS, ...(props.checks ?? [])],
    ignores: [...IGNORES, ...(props.ignores ?? [])],
    validate: bindingProblems,
    plan: (planned, provider) => {
      const filled = Object.entries(props.tryTarget(planned, provider)?.filled ?? {});
      return Object.fromEntries(filled.filter(([attribute]) => planned[attribute] instanceof Unknown));
    },
    create: write,
    read: (state, { cloud, provider }) => {
      const asset = cloud.tryFind(target(state, provider).name);
      return asset === undefined ? undefined : now(state, policyOf(asset));
    },
    update: (planned, _prior, operation) => write(planned, operation),
    delete: (state, { cloud, provider }) => {
      const { name } = target(state, provider);
      const asset = cloud.tryFind(name);
      if (asset === undefined) return;
      cloud.change(name, { policy: withoutBinding(policyOf(asset), bindingOf(state)) });
    },
    importState: (id, { cloud, provider }) => {
      const [resource = '', role, ...title] = id.split(' ');
      const identity = props.importIds.map((pattern) => pattern.exec(resource)?.groups).find(Boolean);
      if (identity === undefined || role === undefined) {
        throw invalid(
          `Import id "${id}" is not of the form "<resource> <role> [<condition title>]" of ${props.type}`,
        );
      }
      const { name, id: resourceId, filled } = target({ ...identity }, provider);
      const asset = cloud.tryFind(name);
      const binding = asset && titled(policyOf(asset), role, title.join(' '));
      if (asset === undefined || binding === undefined) return undefined;
      return {
        ...identity,
        ...filled,
        ...attributesOf(binding),
        id: idOf(resourceId, binding),
        etag: policyOf(asset).etag,
      };
    },
  };
}

/** Members as Google has them now, each spelled as Terraform remembers it; nobody if the binding is gone. */
function now(state: Attributes, policy: IamPolicy): Attributes {
  const spelled = new Map(textsAt(state, 'members').map((member) => [normalMember(member), member]));
  const members = tryFindBinding(policy, bindingOf(state))?.members ?? [];
  return { members: members.map((member) => spelled.get(member) ?? member), etag: policy.etag };
}

function idOf(resource: string, { role, condition }: IamBinding): string {
  const { title, description, expression } = condition ?? {};
  return condition === undefined
    ? `${resource}/${role}`
    : `${resource}/${role}/${title}/${description}/${expression}`;
}

/** The one binding of a role whose condition has this title; an empty one is no condition. */
function titled(policy: IamPolicy, role: string, title: string): IamBinding | undefined {
  const found = policy.bindings.filter(
    (binding) => binding.role === role && (binding.condition?.title ?? '') === title,
  );
  if (found.length > 1) {
    throw invalid(
      `Cannot import the binding of ${role}: "${title}" is the title of ${found.length} conditions`,
    );
  }
  return found[0];
}

function attributesOf({ role, members, condition }: IamBinding): Attributes {
  const block = condition && { ...condition, description: condition.description || null };
  return { role, members, condition: block === undefined ? [] : [block] };
}
