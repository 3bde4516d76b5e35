import type { LabId } from '../../core/domain/ids';
import type { TimeZone } from '../../core/domain/time';
import { readable } from '../../core/domain/time';
import type { CohortPlan, LabPlan, TenantPlan } from '../../core/plan/cohort-plan';
import { loadSection } from './load-section';
import { logsSection } from './logs-section';
import { metricsSection } from './metrics-section';
import { plain } from './plain';
import type { ScansByPlace } from './scans-section';
import { noScans, scansSection } from './scans-section';
import { toolkitsOfPlace } from './toolkit-sections';

/** What is the same on all pages of a cohort, worked out once. */
export interface CohortFacts {
  readonly plan: CohortPlan;
  /** A row of the table of deadlines for each lab. */
  readonly deadlines: ReadonlyMap<LabId, string>;
  readonly accessEnds: string;
  /** What scans found in images of places. */
  readonly scans: ScansByPlace;
}

export function cohortFacts(plan: CohortPlan, scans = noScans): CohortFacts {
  const zone = plan.term.timeZone;
  return {
    plan,
    deadlines: new Map(plan.labs.map((lab) => [lab.id, deadline(lab, zone)])),
    accessEnds: readable(plan.term.accessEnds, zone),
    scans,
  };
}

/** What a tenant gets to read. */
export interface Handout {
  /** How to use the place, as Markdown. */
  readonly page: string;
  /** Examples that are unpacked beside the page, by their path from it. */
  readonly files: ReadonlyMap<string, string>;
}

/** What a tenant gets to read of its place; `teams` are those that a student is in. */
export function handout(facts: CohortFacts, tenant: TenantPlan, teams: readonly TenantPlan[]): Handout {
  const { plan } = facts;
  const own = new Set([tenant, ...teams].flatMap((each) => each.labs));
  const labs = plan.labs.filter(({ id }) => own.has(id));
  const { section, files } = toolkitsOfPlace(labs, tenant);
  const page = [
    `# ${plain(tenant.title)}: your place in ${plain(plan.course.title)}`,
    '',
    ...(tenant.held ? ['**Your access is paused. Your data is kept; ask your instructor.**', ''] : []),
    ...place(plan, tenant),
    ...teamPlaces(teams),
    ...firstCommands(plan, tenant),
    ...deadlines(facts, labs, [tenant, ...teams]),
    ...loadSection(labs.filter(({ id }) => tenant.labs.includes(id))),
    ...section,
    ...metricsSection(plan, tenant),
    ...logsSection(plan, tenant),
    ...scansSection(plan, tenant, facts.scans),
    ...rules(facts, tenant),
  ].join('\n');
  return { page, files };
}

function place(plan: CohortPlan, tenant: TenantPlan): readonly string[] {
  const { quota } = tenant;
  return [
    '| what | yours |',
    '|---|---|',
    `| namespace | \`${tenant.namespace}\` |`,
    `| address | <https://${tenant.host}> |`,
    `| images | \`${tenant.registry.path}\` |`,
    `| bucket | \`gs://${tenant.bucket.name}\` |`,
    `| cluster | \`${clusterOf(plan, tenant).name}\` in project \`${clusterOf(plan, tenant).project}\` |`,
    ...(tenant.service === undefined
      ? []
      : [`| service | \`${tenant.service.name}\` in project \`${tenant.service.project}\` |`]),
    ...(tenant.machine === undefined
      ? []
      : [
          `| machine | \`${tenant.machine.name}\` in zone \`${tenant.machine.zone}\` of project \`${tenant.machine.project}\` |`,
        ]),
    ...(tenant.project === undefined ? [] : [`| project | \`${tenant.project.id}\` |`]),
    `| room | ${quota.cpu.toString()} cores (up to ${quota.cpuLimit.toString()}), ${quota.memory.toString()} memory (up to ${quota.memoryLimit.toString()}), ${quota.storage.toString()} of disks, ${quota.pods} pods |`,
    '',
  ];
}

/** The cluster a tenant works in, and the project it is in. */
export function clusterOf(plan: CohortPlan, tenant: TenantPlan): { name: string; project: string } {
  if (tenant.cluster !== undefined) return { name: tenant.cluster.name, project: tenant.project!.id };
  const cell = plan.cells.find(({ number }) => number === tenant.cell)!;
  return { name: cell.cluster!.name, project: cell.project.id };
}

function firstCommands(plan: CohortPlan, tenant: TenantPlan): readonly string[] {
  const { name, project } = clusterOf(plan, tenant);
  const { region } = plan.google;
  return [
    '## First commands',
    '',
    'Once: install [gcloud](https://cloud.google.com/sdk/docs/install), [kubectl](https://kubernetes.io/docs/tasks/tools/) and Docker, then sign in with the Google account your course knows.',
    '',
    '```sh',
    'gcloud auth login',
    'gcloud components install gke-gcloud-auth-plugin',
    `gcloud container clusters get-credentials ${name} --project ${project} --location ${region} --dns-endpoint`,
    `kubectl config set-context --current --namespace ${tenant.namespace}`,
    'kubectl get all',
    '```',
    '',
    'Or use the file `kubeconfig.yaml` beside this page: `KUBECONFIG=kubeconfig.yaml kubectl get all`.',
    '',
    'Build and push an image:',
    '',
    '```sh',
    `gcloud auth configure-docker ${region}-docker.pkg.dev`,
    `docker build --platform linux/amd64 -t ${tenant.registry.path}/api:v1 .`,
    `docker push ${tenant.registry.path}/api:v1`,
    '```',
    '',
    `Run it. Pods with the label \`app: web\` that listen on port 8000 answer at <https://${tenant.host}>:`,
    '',
    '```sh',
    `kubectl create deployment web --image ${tenant.registry.path}/api:v1 --port 8000`,
    'kubectl rollout status deployment/web',
    `curl https://${tenant.host}/`,
    '```',
    '',
    `Files: \`gcloud storage cp model.bin gs://${tenant.bucket.name}/\`. Pods reach the bucket without a key when they run as the service account \`lab\` (\`serviceAccountName: lab\`).`,
    '',
  ];
}

function teamPlaces(teams: readonly TenantPlan[]): readonly string[] {
  const rows = teams.map(
    ({ title, namespace, host, handle }) =>
      `- **${plain(title)}**: namespace \`${namespace}\`, address <https://${host}>; its page is [${handle}](../${handle}/README.md).`,
  );
  return rows.length === 0
    ? []
    : ['## Your team', '', 'Work of the team has a place of its own:', '', ...rows, ''];
}

function deadline({ title, workedBy, weight, opens, due, closes }: LabPlan, zone: TimeZone): string {
  const late = closes === due ? 'none' : `until ${readable(closes, zone)}`;
  const cells = [
    plain(title),
    workedBy,
    `${weight} %`,
    readable(opens, zone),
    `**${readable(due, zone)}**`,
    late,
  ];
  return `| ${cells.join(' | ')} |`;
}

function deadlines(
  { plan, deadlines }: CohortFacts,
  labs: readonly LabPlan[],
  tenants: readonly TenantPlan[],
): readonly string[] {
  const granted = new Map(tenants.flatMap(({ windows = [] }) => windows.map((own) => [own.lab, own])));
  const row = (lab: LabPlan): string => {
    const own = granted.get(lab.id);
    return own === undefined ? deadlines.get(lab.id)! : deadline({ ...lab, ...own }, plan.term.timeZone);
  };
  return [
    '## Deadlines',
    '',
    `All times are ${plan.term.timeZone}.`,
    '',
    '| lab | worked on by | weight | opens | due | late work |',
    '|---|---|---|---|---|---|',
    ...labs.map(row),
    '',
  ];
}

function rules({ plan, accessEnds }: CohortFacts, { kind, containers }: TenantPlan): readonly string[] {
  const { request, limit } = containers;
  const asked = `${request.cpu.toString()} CPU and ${request.memory.toString()} memory`;
  const most = `${limit.cpu.toString()} and ${limit.memory.toString()}`;
  return [
    '## Good to know',
    '',
    '- Nobody but you and the staff can enter your place, and you can enter no other.',
    `- Images come from your registry${othersOf(plan)}. Anything else is refused, with what to write instead.`,
    `- A container that asks for nothing gets ${asked}, at most ${most}. \`kubectl describe quota\` shows what is left.`,
    `- Your access ends on ${accessEnds}. Copy what you want to keep before then.`,
    ...(kind === 'team' ? ["- This is your team's place: all members use it with their own accounts."] : []),
    '',
  ];
}

/** What may run beside a tenant's own images, for the middle of a sentence. */
function othersOf({ images: { images, registries } }: CohortPlan): string {
  const others = [...images, ...registries.map((registry) => `${registry}/…`)].map((name) => `\`${name}\``);
  return others.length === 0 ? '' : `, or are ${others.join(', ')}`;
}
