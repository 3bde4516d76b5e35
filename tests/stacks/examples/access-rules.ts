import type { Rule } from './rule';
import type { Block } from './terraform-output';
import { at, isReference, list, matches } from './rule';

const BINDING = /^google_.*_iam_(binding|member|policy)$/;
const REFERENCE_INSIDE = /\$\{[^{}]+\}/;
const PERSON = /^(user|group|serviceAccount):[a-z0-9][^\sA-Z@:]*@[^\sA-Z@:]+$/;
/** Cloud Run itself in a project, whose number the stack looks up. */
const AGENT =
  /^serviceAccount:service-\$\{data\.google_project\.[A-Za-z0-9_-]+\.number\}@serverless-robot-prod\.iam\.gserviceaccount\.com$/;
/** Google's own, or one of a project with machines. */
const ROLE = /^(projects\/[a-z0-9-]+\/roles\/machine(Keeper|Visitor)|roles\/[A-Za-z0-9_.]+)$/;
const PRINCIPAL = /^principal(Set)?:\/\/iam\.googleapis\.com\/projects\/(\d+|\$\{[^{}]+\})\/\S+$/;

/** Reach into every namespace of a cluster, or into everything. */
const TOO_WIDE =
  /^roles\/(owner|editor|viewer|compute\.|container\.(admin|developer|viewer|clusterAdmin)|iam\.|iap\.tunnel|run\.|resourcemanager\.)/;

/** Too wide but on one service or one account, by the attribute that names it. */
const ON_ONE: Readonly<Record<string, string>> = {
  'roles/compute.osAdminLogin': 'instance_name',
  'roles/iap.tunnelResourceAccessor': 'instance',
  'roles/iam.serviceAccountUser': 'service_account_id',
  'roles/iam.workloadIdentityUser': 'service_account_id',
  'roles/run.developer': 'name',
  'roles/run.invoker': 'name',
};

/** An account that another stack made, of workflows of one place. */
const OF_WORKFLOWS =
  /^projects\/([a-z0-9-]+)\/serviceAccounts\/deploy-[a-z0-9-]+@\1\.iam\.gserviceaccount\.com$/;

const reachesNoOther = (block: Block): boolean => {
  const role = String(block['role']);
  if (ON_ONE[role] === undefined) return !TOO_WIDE.test(role);
  const one = block[ON_ONE[role]];
  return isReference(one) || (role === 'roles/iam.workloadIdentityUser' && matches(OF_WORKFLOWS)(one));
};

const members = (block: unknown) => list(block, 'members').map(String);

export const ACCESS_RULES: readonly Rule[] = [
  {
    says: 'access is given by bindings that own all members, never by a policy or by single members',
    about: BINDING,
    holds: (block) => Array.isArray(block['members']),
    broken: { members: undefined, member: 'user:amara.okafor@example.edu' },
  },
  {
    says: 'every binding has members, sorted, each once',
    about: BINDING,
    holds: (block) => {
      const all = members(block);
      return all.length > 0 && JSON.stringify(all) === JSON.stringify([...new Set(all)].sort());
    },
    broken: { members: ['user:b@example.edu', 'user:a@example.edu'] },
  },
  {
    says: 'every member is written as Google writes it, in lower case, and none is deleted or everybody',
    about: BINDING,
    holds: (block) =>
      members(block).every(
        (member) => isReference(member) || [PERSON, AGENT, PRINCIPAL].some((form) => form.test(member)),
      ) && members(block).every((member) => !/^(deleted:|allUsers|allAuthenticatedUsers)/.test(member)),
    broken: { members: ['allUsers'] },
  },
  {
    says: 'every role is a role that reaches into no other place',
    about: BINDING,
    holds: (block) => matches(ROLE)(block['role']) && reachesNoOther(block),
    broken: { role: 'roles/container.developer' },
  },
  {
    says: 'a role on an account or on services is held on one of them',
    about: BINDING,
    holds: reachesNoOther,
    broken: { role: 'roles/run.developer', name: undefined },
  },
  {
    says: 'every condition has a title and an end in time',
    about: BINDING,
    holds: ({ condition }) =>
      condition === undefined ||
      (matches(/^[^@]{1,100}$/)(at(condition, 'title')) &&
        matches(
          /^(request\.time >= timestamp\("\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\) && )?request\.time < timestamp\("\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"\)$/,
        )(at(condition, 'expression'))),
    broken: { condition: { title: undefined } },
  },
  {
    says: 'no binding on a registry or a service has a condition, which Google or its provider would lose',
    about: /^google_(artifact_registry_repository|cloud_run_v2_service)_iam_binding$/,
    holds: (block) => block['condition'] === undefined,
    broken: { condition: { title: 'until-term-end' } },
  },
  {
    says: 'a project is named by reference, so that its policy comes after it',
    about: /^google_project_iam_binding$/,
    holds: ({ project }) => isReference(project),
    broken: { project: 'w255-spring27-c1' },
  },
  {
    says: 'a service account has an id of 6 to 30 characters',
    about: /^google_service_account$/,
    holds: ({ account_id: id }) => matches(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/)(id),
    broken: { account_id: 'nodes' },
  },
  {
    says: 'audit logs say which calls they record, by names that Google has',
    about: /^google_project_iam_audit_config$/,
    holds: (block) =>
      matches(/^(allServices|[a-z]+\.googleapis\.com)$/)(block['service']) &&
      list(block, 'audit_log_config').length > 0 &&
      list(block, 'audit_log_config').every((each) =>
        ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'].includes(String(at(each, 'log_type'))),
      ),
    broken: { audit_log_config: [] },
  },
  {
    says: 'the address of a notification channel is known now',
    about: /^google_monitoring_notification_channel$/,
    holds: (block) => {
      const address = String(at(block, 'labels.email_address'));
      return block['type'] === 'email' && /^\S+@\S+$/.test(address) && !REFERENCE_INSIDE.test(address);
    },
    broken: { labels: { email_address: '${local.address}' } },
  },
];
