import type { IamAuditConfig, IamPolicy } from '../cloud/asset';
import { invalid } from '../cloud/cloud-error';
import { projectName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import type { ResourceKind } from '../provider/resource-kind';
import { blocksAt, requiredText, textsAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import { memberRefusal } from './iam-member';
import { policyBreach, policyOf, withAuditConfig } from './iam-policy';

const LOG_TYPES = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'];
const SERVICE = /^(allServices|[a-z][a-z0-9-]*(\.[a-z0-9-]+)+)$/;

const projectOf = (attributes: Attributes): string =>
  requiredText(attributes, 'project').replace(/^projects\//, '');

function configOf(attributes: Attributes): IamAuditConfig {
  return {
    service: requiredText(attributes, 'service'),
    logs: blocksAt(attributes, 'audit_log_config').map((log) => ({
      type: requiredText(log, 'log_type'),
      exempted: [...textsAt(log, 'exempted_members')].sort(),
    })),
  };
}

function write(planned: Attributes, operation: Operation): Attributes {
  const project = projectOf(planned);
  const where = `project "${project}"`;
  const asset = operation.need(
    projectName(project),
    `Error applying IAM policy for ${where}: it does not exist`,
  );
  const config = configOf(planned);
  checkConfig(config, where, operation);
  const policy = withAuditConfig(policyOf(asset), config);
  const breach = policyBreach(policy, where);
  if (breach !== undefined) throw invalid(breach);
  operation.cloud.change(asset.name, { policy });
  return { ...planned, id: `${project}/audit_config/${config.service}`, etag: policy.etag };
}

function checkConfig({ service, logs }: IamAuditConfig, where: string, { cloud }: Operation): void {
  const refuse = (message: string) => invalid(`Error applying IAM policy for ${where}: ${message}`);
  if (!SERVICE.test(service)) {
    throw refuse(
      `"${service}" is no service to audit: write allServices or a name such as storage.googleapis.com`,
    );
  }
  const wrong = logs.find(({ type }) => !LOG_TYPES.includes(type));
  if (wrong !== undefined) {
    throw refuse(`"${wrong.type}" is no log type: write one of ${LOG_TYPES.join(', ')}`);
  }
  const exempted = logs.flatMap((log) => log.exempted);
  const refusal = exempted.map((member) => memberRefusal(cloud, member)).find(Boolean);
  if (refusal !== undefined) throw refuse(refusal);
}

function attributesOf(policy: IamPolicy, service: string): Attributes | undefined {
  const config = policy.auditConfigs.find((each) => each.service === service);
  if (config === undefined) return undefined;
  return {
    audit_log_config: config.logs.map(({ type, exempted }) => ({
      log_type: type,
      exempted_members: exempted,
    })),
    etag: policy.etag,
  };
}

/** Which calls of one service a project records. */
export const projectIamAuditConfigKind: ResourceKind = {
  type: 'google_project_iam_audit_config',
  forceNew: ['project'],
  defaults: {},
  computedBlocks: [],
  // Written with the bindings of its project: FACTS, provider google 6.50, 2026-11.
  latency: { create: 7, update: 7, delete: 7, read: 0.42 },
  checks: [
    'The project stands; the service is allServices or a domain name, log types and exempted members are known ones.',
    "Exempted members count as principals of the project's policy.",
  ],
  ignores: [
    'Whether a service of that name exists, and what the logs cost.',
    'When the service is changed in place the provider leaves the old one configured, and so does the simulation.',
  ],
  validate: () => [],
  plan: () => ({}),
  create: write,
  read: (state, { cloud }) => {
    const asset = cloud.tryFind(projectName(projectOf(state)));
    return asset && attributesOf(policyOf(asset), requiredText(state, 'service'));
  },
  update: (planned, _prior, operation) => write(planned, operation),
  delete: (state, { cloud }) => {
    const asset = cloud.tryFind(projectName(projectOf(state)));
    if (asset === undefined) return;
    const policy = withAuditConfig(policyOf(asset), { service: requiredText(state, 'service'), logs: [] });
    cloud.change(asset.name, { policy });
  },
  importState: (id, { cloud }) => {
    const [, project, service] = /^(?:projects\/)?([^/ ]+) ([^ ]+)$/.exec(id) ?? [];
    if (project === undefined || service === undefined) {
      throw invalid(`Wrong number of parts to AuditConfig id ${id}; expected 'project service'`);
    }
    const asset = cloud.tryFind(projectName(project));
    const found = asset && attributesOf(policyOf(asset), service);
    return found && { ...found, project, service, id: `${project}/audit_config/${service}` };
  },
};
