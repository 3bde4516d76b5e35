import type { Rule } from './rule';
import { at, has, isReference, list, matches } from './rule';

const LABELLED =
  /^google_(artifact_registry_repository|certificate_manager_.*|cloud_run_v2_service|compute_global_address|container_.*|dns_managed_zone|project|storage_bucket)$/;
const BUCKET = /^google_storage_bucket$/;
const BUDGET = /^google_billing_budget$/;

const labelsOf = (block: unknown) =>
  ['labels', 'resource_labels', 'node_config.resource_labels'].flatMap((path) =>
    has(block, path) ? [at(block, path) as Readonly<Record<string, string>>] : [],
  );

const isPowerOfTwo = (value: unknown): boolean => Number.isInteger(Math.log2(Number(value)));

export const PROJECT_RULES: readonly Rule[] = [
  {
    says: 'labels are lower-case, name the cohort, and hold no person’s data',
    about: LABELLED,
    holds: (block) =>
      labelsOf(block).length > 0 &&
      labelsOf(block).every(
        (labels) =>
          labels['managed-by'] === 'practicum' &&
          labels['practicum-cohort'] !== undefined &&
          Object.entries(labels).every(
            ([key, value]) => /^[a-z][a-z0-9_-]{0,62}$/.test(key) && /^[a-z0-9_-]{0,63}$/.test(value),
          ),
      ),
    broken: { labels: { owner: 'Amara' } },
  },
  {
    says: 'a project id has 6 to 30 lower-case characters',
    about: /^google_project$/,
    holds: ({ project_id: id }) => matches(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/)(id),
    broken: { project_id: 'a'.repeat(31) },
  },
  {
    says: 'a project has a name that Google takes, a folder and no organisation, and an account that pays',
    about: /^google_project$/,
    holds: (block) =>
      matches(/^[A-Za-z0-9 '"!-]{4,30}$/)(block['name']) &&
      matches(/^\d+$/)(block['folder_id']) &&
      !has(block, 'org_id') &&
      has(block, 'billing_account'),
    broken: { folder_id: undefined },
  },
  {
    says: 'a project can be deleted and starts without a default network',
    about: /^google_project$/,
    holds: (block) => block['deletion_policy'] === 'DELETE' && block['auto_create_network'] === false,
    broken: { deletion_policy: undefined },
  },
  {
    says: 'a service stays on when its resource goes',
    about: /^google_project_service$/,
    holds: (block) =>
      block['disable_on_destroy'] === false && matches(/^[a-z]+\.googleapis\.com$/)(block['service']),
    broken: { disable_on_destroy: undefined },
  },
  {
    says: 'a registry has a lower-case id, an upper-case format and no scanning that costs',
    about: /^google_artifact_registry_repository$/,
    holds: (block) =>
      matches(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/)(block['repository_id']) &&
      block['format'] === 'DOCKER' &&
      ['INHERITED', 'DISABLED'].includes(
        String(at(block, 'vulnerability_scanning_config.enablement_config')),
      ),
    broken: { format: 'docker' },
  },
  {
    says: 'a cleanup policy has an action, and an age in seconds',
    about: /^google_artifact_registry_repository$/,
    holds: (block) =>
      list(block, 'cleanup_policies').length > 0 &&
      list(block, 'cleanup_policies').every(
        (policy) =>
          ['DELETE', 'KEEP'].includes(String(at(policy, 'action'))) &&
          (!has(policy, 'condition.older_than') || matches(/^\d+s$/)(at(policy, 'condition.older_than'))),
      ),
    broken: { cleanup_policies: [{ action: 'DELETE', condition: { older_than: '7d' } }] },
  },
  {
    says: 'a bucket is private: uniform access, public access prevented',
    about: BUCKET,
    holds: (block) =>
      block['uniform_bucket_level_access'] === true && block['public_access_prevention'] === 'enforced',
    broken: { public_access_prevention: 'inherited' },
  },
  {
    says: 'a bucket has a lower-case name without "goog", and lifecycle rules that do something',
    about: BUCKET,
    holds: (block) =>
      matches(/^(?!.*goog)[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]$/)(block['name']) &&
      list(block, 'lifecycle_rule').every((rule) => has(rule, 'action.type') && has(rule, 'condition')),
    broken: { lifecycle_rule: [{ condition: { age: 7 } }] },
  },
  {
    says: 'a bucket keeps deleted objects for 0 or 7 to 90 days',
    about: BUCKET,
    holds: (block) => {
      const days = Number(at(block, 'soft_delete_policy.retention_duration_seconds')) / 86_400;
      return days === 0 || (Number.isInteger(days) && days >= 7 && days <= 90);
    },
    broken: { soft_delete_policy: { retention_duration_seconds: 86_400 } },
  },
  {
    says: 'a budget counts projects by number, before credits',
    about: BUDGET,
    holds: (block) =>
      list(block, 'budget_filter.projects').length > 0 &&
      list(block, 'budget_filter.projects').every(
        matches(/^projects\/(\d+|\$\{google_project\.[^{}.]+\.number\})$/),
      ) &&
      at(block, 'budget_filter.credit_types_treatment') === 'EXCLUDE_ALL_CREDITS',
    broken: { budget_filter: { projects: ['projects/w255-spring27-c1'] } },
  },
  {
    says: 'a budget has thresholds, one kind of period, at most five channels and a whole amount',
    about: BUDGET,
    holds: (block) =>
      list(block, 'threshold_rules').length > 0 &&
      has(block, 'budget_filter.custom_period') !== has(block, 'budget_filter.calendar_period') &&
      list(block, 'all_updates_rule.monitoring_notification_channels').length <= 5 &&
      matches(/^[1-9]\d*$/)(at(block, 'amount.specified_amount.units')),
    broken: { budget_filter: { calendar_period: 'MONTH' } },
  },
  {
    says: 'a zone’s name ends with a dot',
    about: /^google_dns_managed_zone$/,
    holds: ({ dns_name: name }) => matches(/^([a-z0-9-]+\.){2,}$/)(name),
    broken: { dns_name: 'w255.example.edu' },
  },
  {
    says: 'a record’s name ends with a dot, and it has something to say',
    about: /^google_dns_record_set$/,
    holds: (block) =>
      (isReference(block['name']) || matches(/^(\*\.)?([a-z0-9-]+\.){2,}$/)(block['name'])) &&
      ['A', 'CNAME', 'NS'].includes(String(block['type'])) &&
      (isReference(block['rrdatas']) || list(block, 'rrdatas').length > 0),
    broken: { name: '*.w255.example.edu' },
  },
  {
    says: 'an entry of a certificate map has a host name or a matcher',
    about: /^google_certificate_manager_certificate_map_entry$/,
    holds: (block) => has(block, 'hostname') !== has(block, 'matcher'),
    broken: { matcher: 'PRIMARY' },
  },
  {
    says: 'NAT serves all subnetworks, with numbers of ports that are powers of two',
    about: /^google_compute_router_nat$/,
    holds: (block) =>
      (block['source_subnetwork_ip_ranges_to_nat'] === 'ALL_SUBNETWORKS_ALL_IP_RANGES' ||
        list(block, 'subnetwork').length > 0) &&
      isPowerOfTwo(block['min_ports_per_vm']) &&
      isPowerOfTwo(block['max_ports_per_vm']),
    broken: { min_ports_per_vm: 100 },
  },
  {
    says: 'flow logs take a part of the flows, between none and all',
    about: /^google_compute_subnetwork$/,
    holds: (block) => {
      const part = Number(at(block, 'log_config.flow_sampling'));
      return part >= 0 && part <= 1;
    },
    broken: { log_config: { flow_sampling: 10 } },
  },
  {
    says: 'what a description would replace has none, and a global address no tier',
    about: /^google_compute_(network|global_address)$/,
    holds: (block) => !has(block, 'description') && !has(block, 'network_tier'),
    broken: { description: 'Labs' },
  },
  {
    says: 'a release installs a chart beside its stack, waits, and knows the hash of the chart',
    about: /^helm_release$/,
    holds: (block) =>
      matches(/^(?=.{1,53}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/)(block['name']) &&
      matches(/^\.\/charts\/[a-z0-9.-]+$/)(block['chart']) &&
      matches(/^\{"contentHash":"[0-9a-f]{64}"\}$/)(at(block, 'values.0')) &&
      block['wait'] === true,
    broken: { chart: '/charts/amara' },
  },
];
