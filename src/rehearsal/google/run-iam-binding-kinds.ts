import { failedPrecondition } from '../cloud/cloud-error';
import { runServiceAssetName, serviceAccountName } from '../provider/cloud-names';
import type { Latency } from '../provider/resource-kind';
import { textAt } from '../values/read-value';
import { iamBindingKind } from './iam-binding-kind';

/** As for other policies: FACTS, provider google 6.50, 2026-11. */
const LATENCY: Latency = { create: 4, update: 4, delete: 4, read: 0.42 };

/** One role on a service of Cloud Run. */
export const runServiceIamBindingKind = iamBindingKind({
  type: 'google_cloud_run_v2_service_iam_binding',
  api: 'run.googleapis.com',
  identity: ['project', 'location', 'name'],
  tryTarget: (attributes, provider) => {
    const given = textAt(attributes, 'name');
    const path = /^projects\/([^/]+)\/locations\/([^/]+)\/services\/([^/]+)$/.exec(given ?? '');
    const project = path?.[1] ?? textAt(attributes, 'project') ?? textAt(provider, 'project');
    const location = path?.[2] ?? textAt(attributes, 'location') ?? textAt(provider, 'region');
    const service = path?.[3] ?? given;
    if (project === undefined || location === undefined || service === undefined) return undefined;
    const id = `projects/${project}/locations/${location}/services/${service}`;
    const where = `cloudrunv2 service "${id}"`;
    return {
      name: runServiceAssetName(project, location, service),
      id,
      where,
      filled: { project, location },
    };
  },
  check: (_asset, { condition }, where) => {
    if (condition === undefined) return;
    throw failedPrecondition(
      `Error applying IAM policy for ${where}: the provider does not read conditions of a service back, ` +
        'so each plan would write the binding again: leave the condition out',
    );
  },
  importIds: [
    /^projects\/(?<project>[^/]+)\/locations\/(?<location>[^/]+)\/services\/(?<name>[^/]+)$/,
    /^(?<project>[^/]+)\/(?<location>[^/]+)\/(?<name>[^/]+)$/,
  ],
  latency: LATENCY,
  checks: ['A condition is refused: the provider would never see it stand.'],
});

/** One role on a service account: who may act as it. */
export const serviceAccountIamBindingKind = iamBindingKind({
  type: 'google_service_account_iam_binding',
  api: 'iam.googleapis.com',
  identity: ['service_account_id'],
  tryTarget: (attributes) => {
    const id = textAt(attributes, 'service_account_id');
    const [, project, email] = /^projects\/([^/]+)\/serviceAccounts\/([^/]+)$/.exec(id ?? '') ?? [];
    if (id === undefined || project === undefined || email === undefined) return undefined;
    return { name: serviceAccountName(project, email), id, where: `service account '${id}'`, filled: {} };
  },
  importIds: [/^(?<service_account_id>projects\/[^/]+\/serviceAccounts\/[^/]+)$/],
  latency: LATENCY,
});
