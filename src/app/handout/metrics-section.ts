import { windowOf } from '../../core/calendar/window-of';
import type { Span } from '../../core/domain/span';
import { joined } from '../../core/domain/span';
import type { TimeZone } from '../../core/domain/time';
import { readable } from '../../core/domain/time';
import type { CohortPlan, TenantPlan } from '../../core/plan/cohort-plan';
import type { MonitoringPlan } from '../../core/plan/monitoring-plan';
import { madeOnce } from './made-once';

/** What the page says of the tenant's Grafana; nothing where no lab needs one. */
export function metricsSection(plan: CohortPlan, tenant: TenantPlan): readonly string[] {
  if (tenant.grafana === undefined) return [];
  const { namespace, host } = tenant;
  const { scrape } = monitoringOf(plan, tenant);
  const zone = plan.term.timeZone;
  // Those of a cell wake together; what keeps them awake for somebody else is not this reader's to know.
  const labs = plan.labs.filter(({ toolkits }) => toolkits.some(({ id }) => id === 'grafana'));
  const awake = awakeText({ spans: joined(labs.map((lab) => windowOf(tenant, lab))), zone });
  return [
    '## Your metrics',
    '',
    `Your Grafana is at <https://${host}/grafana/> and shows your place only. Log in as \`admin\`; the password was made for you alone:`,
    '',
    '```sh',
    `kubectl --namespace ${namespace} exec grafana-0 --container grafana -- cat /var/lib/grafana/password`,
    '```',
    '',
    `It is awake ${awake}. At other times it may sleep; \`kubectl scale statefulset grafana --replicas 1\` wakes it for up to five minutes. Dashboards that you save in it are kept.`,
    '',
    'To have your own service on the boards, let it answer `/metrics` and say so in the template of its pods:',
    '',
    '```yaml',
    'metadata:',
    '  labels: { app: web, prometheus.io/scrape: "true" }',
    '  annotations: { prometheus.io/port: "8000", prometheus.io/path: /metrics }',
    'spec:',
    '  containers:',
    '    - name: api',
    '      ports: [{ name: metrics, containerPort: 8000 }]',
    '```',
    '',
    `Each pod may show ${scrape.samplesPerPod} samples. A pod that shows more is not read at all until it shows fewer.`,
    '',
  ];
}

/** When it is awake, in words; most of a class have the same windows, and the calendar is slow to ask. */
const awakeText = madeOnce(({ spans, zone }: { readonly spans: readonly Span[]; readonly zone: TimeZone }) =>
  spans
    .map(({ opens, closes }) => `from ${readable(opens, zone)} to ${readable(closes, zone)}`)
    .join(', and '),
);

/** How the cluster that the tenant works in is watched. */
function monitoringOf(plan: CohortPlan, tenant: TenantPlan): MonitoringPlan {
  const cell = plan.cells.find(({ number }) => number === tenant.cell);
  return (tenant.cluster ?? cell!.cluster!).monitoring;
}
