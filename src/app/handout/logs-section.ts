import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';

const FORMAT = "--format='value(timestamp,resource.labels.pod_name,textPayload,jsonPayload)'";

/** Where a tenant reads what its pods printed, after they are gone; nothing where no log is kept for it. */
export function logsSection({ google, cells }: CohortPlan, tenant: TenantPlan): readonly string[] {
  const { logs, ownLogs, namespace, project, cell } = tenant;
  if (ownLogs === true && project !== undefined)
    return [
      ...TITLE,
      `Your project keeps what your pods print for 30 days, and you may read all of it: \`gcloud logging read 'resource.labels.namespace_name="${namespace}"' --project ${project.id} --freshness 1d --limit 50 ${FORMAT}\`.`,
      '',
    ];
  if (logs === undefined) return [];
  const { project: home, bucket } = logs;
  const view = `projects/${home}/locations/${google.region}/buckets/${bucket}/views/${bucket}`;
  // The console opens in a project that its reader may see; the view says whose logs are shown there.
  const entered = project?.id ?? cells.find(({ number }) => number === cell)!.project.id;
  const link = `https://console.cloud.google.com/logs/query;storageScope=storage,${encodeURIComponent(view)}?project=${entered}`;
  const read = (filter: string): readonly string[] => [
    `gcloud logging read '${filter}' --project ${home} --location ${google.region} \\`,
    `  --bucket ${bucket} --view ${bucket} --freshness 1d --limit 50 \\`,
    `  ${FORMAT}`,
  ];
  return [
    ...TITLE,
    `What your pods print, and what Kubernetes tells of them, is kept for ${logs.retentionDays} days, also when the pods are gone; a minute may pass until it is there. Nobody but you and the staff can read it. First all of the last day, the newest line first, then only what tells of a fault:`,
    '',
    '```sh',
    ...read('resource.type="k8s_container"'),
    ...read('severity>=ERROR'),
    '```',
    '',
    `In a browser: [your logs](${link}). Print one line for each event, and no password into any.`,
    '',
  ];
}

const TITLE = ['## What your pods printed', ''] as const;
