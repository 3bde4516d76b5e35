import type { CohortRecord, PlaceRecord } from '../cohort-record';
import { NAMES } from '../expected-names';
import { logGrants, logProjectGrants } from '../logs/log-grants';
import { accountEmail, numberOf } from '../terraform/cloud-resources';
import type { IamGrant } from './iam-grants';
import { machineAccountOf, machineGrants, visitorGrants } from './machine-grants';
import { accountOfWorkflows, deployersOf } from './workflow-record';

/** A grant that should stand. */
export type ExpectedGrant = Pick<IamGrant, 'target' | 'role' | 'member' | 'condition'>;

const CONNECT = 'roles/container.clusterViewer';
/** What all who teach may see in a project with labs in it. */
const STAFF_ROLES = ['roles/artifactregistry.reader', 'roles/logging.viewer', 'roles/monitoring.viewer'];
/** What only instructors may see there. */
const INSTRUCTOR_ROLES = ['roles/storage.objectViewer'];
/** What a tenant may in a project of its own. */
const TENANT_ROLES = [
  'roles/artifactregistry.reader',
  'roles/browser',
  'roles/logging.viewer',
  'roles/monitoring.viewer',
  'roles/serviceusage.serviceUsageConsumer',
];
/** Lets through the proxy that stands before the staff's Grafana. */
const GRAFANA_ROLE = 'roles/iap.httpsResourceAccessor';
const METRICS_ROLE = 'roles/monitoring.viewer';
const NODE_ROLE = 'roles/container.defaultNodeServiceAccount';

/** Every grant that a cohort needs, from who is who alone: no more and no less may stand. */
export function expectedGrants(record: CohortRecord): readonly ExpectedGrant[] {
  return [
    ...record.cells.flatMap(({ project }) => ofCell(record, project)),
    ...[...record.serviceProjects, ...record.machineProjects].flatMap((project) =>
      ofStaff(record, `project ${project}`, false),
    ),
    ...record.machineProjects.flatMap((project) => ofVisitors(record, project)),
    ...record.logProjects.flatMap((project) => [
      ...ofStaff(record, `project ${project.project}`, false),
      ...logProjectGrants(project, staff(record, ['instructor', 'ta']), record.places),
    ]),
    ...record.places.flatMap((place) => [
      ...ofOwnProject(record, place),
      ...ofCloud(record, place),
      ...ofService(record, place),
      ...logGrants(place, users(record, place.members), untilEnd(record)),
      ...machineGrants(place, users(record, place.members), untilEnd(record)),
      ...ofWorkflows(record, place),
    ]),
    ...ofState(record),
  ];
}

/** How IAM names these people: by their accounts, or by the groups that stand for them. */
const users = ({ groups }: CohortRecord, emails: readonly string[]): readonly string[] =>
  emails.map((email) => `${groups === undefined ? 'user' : 'group'}:${email}`);

const staff = (record: CohortRecord, roles: readonly string[]): readonly string[] => {
  const teaching = [...record.people.values()].filter(({ role }) => roles.includes(role));
  return users(
    record,
    teaching.map(({ email }) => email),
  );
};

/** Nodes of the cluster of a project. */
export const nodesOf = (project: string): string => account(accountEmail(NAMES.nodeAccount, project));

/** The condition that holds until the term's access ends. */
export const untilEnd = ({ accessEnds }: CohortRecord): string => `request.time < timestamp("${accessEnds}")`;

/** Pods of a place by the account that Google knows them by. */
export const podsOf = ({ clusterProject, namespace }: PlaceRecord): string =>
  principal(clusterProject, namespace, NAMES.workloadAccount);

/** Workflows of a place by what GitHub calls them: of one repository, on one branch. */
export const workflowsOf = ({ project, workflows, held }: PlaceRecord): readonly string[] =>
  workflows === undefined || held
    ? []
    : [
        `principal://iam.googleapis.com/projects/${numberOf(project)}/locations/global/workloadIdentityPools/github/subject/${workflows.subject}`,
      ];

const account = (email: string): string => `serviceAccount:${email}`;

const principal = (project: string, namespace: string, account: string): string =>
  `principal://iam.googleapis.com/projects/${numberOf(project)}/locations/global/workloadIdentityPools/` +
  `${project}.svc.id.goog/subject/ns/${namespace}/sa/${account}`;

function each(
  target: string,
  roles: readonly string[],
  members: readonly string[],
  condition = '',
): readonly ExpectedGrant[] {
  return roles.flatMap((role) => members.map((member) => ({ target, role, member, condition })));
}

function ofCell(record: CohortRecord, project: string): readonly ExpectedGrant[] {
  const target = `project ${project}`;
  const inside = record.places.filter(({ clusterProject }) => clusterProject === project);
  const addresses = new Set(
    inside.flatMap(({ members }) => members).filter((email) => record.people.get(email)?.role === 'student'),
  );
  const { groups } = record;
  // Everyone's own group is in that of all students; the policy has no room for each.
  const students = users(
    record,
    groups !== undefined && addresses.size > 0 ? [groups.students] : [...addresses],
  );
  const hasCluster = record.clusters.some((cluster) => cluster.project === project);
  return [
    ...ofStaff(record, target, true),
    ...ofMetrics(record, project),
    ...(hasCluster ? each(target, [GRAFANA_ROLE], staff(record, ['instructor', 'ta'])) : []),
    ...each(target, [CONNECT], [...students, ...inside.flatMap(deployersOf).map(account)], untilEnd(record)),
    ...(hasCluster ? each(target, [NODE_ROLE], [nodesOf(project)]) : []),
  ];
}

function ofStaff(record: CohortRecord, target: string, connects: boolean): readonly ExpectedGrant[] {
  return [
    ...each(target, [...STAFF_ROLES, ...(connects ? [CONNECT] : [])], staff(record, ['instructor', 'ta'])),
    ...each(target, INSTRUCTOR_ROLES, staff(record, ['instructor'])),
  ];
}

/**
 * What reads in Cloud Monitoring how hosts are asked, and what answers for Managed Service for Prometheus: each in the project of its
 * cluster alone.
 */
function ofMetrics({ clusters }: CohortRecord, project: string): readonly ExpectedGrant[] {
  return clusters
    .filter((cluster) => cluster.project === project)
    .flatMap(({ monitoring }) => [
      'load-balancer-metrics',
      ...(monitoring.collector === 'google-managed' ? ['prometheus'] : []),
    ])
    .flatMap((account) =>
      each(`project ${project}`, [METRICS_ROLE], [principal(project, NAMES.monitoringNamespace, account)]),
    );
}

function ofOwnProject(record: CohortRecord, place: PlaceRecord): readonly ExpectedGrant[] {
  const { ownProject, clusterProject, members } = place;
  if (ownProject === undefined) return [];
  const target = `project ${ownProject}`;
  const hasCluster = clusterProject === ownProject;
  const roles = hasCluster ? [...TENANT_ROLES, CONNECT] : TENANT_ROLES;
  return [
    ...ofStaff(record, target, hasCluster),
    ...ofMetrics(record, ownProject),
    ...each(target, roles, users(record, members), untilEnd(record)),
    ...(place.machine === undefined
      ? []
      : visitorGrants(ownProject, users(record, members), untilEnd(record))),
    ...each(target, [CONNECT], hasCluster ? deployersOf(place).map(account) : [], untilEnd(record)),
    ...(hasCluster ? each(target, [NODE_ROLE], [nodesOf(ownProject)]) : []),
  ];
}

function ofCloud(record: CohortRecord, place: PlaceRecord): readonly ExpectedGrant[] {
  const { project, repository, bucket, clusterProject, members, held } = place;
  const images = `repository ${project}/${repository}`;
  const data = held ? [] : [...users(record, members), podsOf(place), ...accountsOf(place)];
  return [
    ...each(images, ['roles/artifactregistry.writer'], [...users(record, members), ...pushersOf(place)]),
    ...each(
      images,
      ['roles/artifactregistry.reader'],
      [nodesOf(clusterProject), ...agentOf(place), ...machineAccountOf(place)],
    ),
    ...each(`bucket ${bucket}`, ['roles/storage.objectUser'], data, untilEnd(record)),
  ];
}

/** What runs for a place outside of the cluster. */
const accountsOf = (place: PlaceRecord): readonly string[] => [
  ...accountOf(place),
  ...machineAccountOf(place),
];

/** Whoever has a machine in the project that machines share; all students where one group stands for them. */
function ofVisitors(record: CohortRecord, project: string): readonly ExpectedGrant[] {
  const having = record.places.filter(({ machine }) => machine?.project === project);
  const members = new Set(having.flatMap((place) => users(record, place.members)));
  const everyone = record.groups !== undefined && members.size > 0;
  return visitorGrants(
    project,
    everyone ? [`group:${record.groups.students}`] : [...members],
    untilEnd(record),
  );
}

/** Workflows that deploy push as the account that they deploy as. */
const pushersOf = (place: PlaceRecord): readonly string[] =>
  place.workflows?.deploys === true ? deployersOf(place).map(account) : workflowsOf(place);

/** Workflows of one repository and branch act as the one account of their place, to the end. */
function ofWorkflows(record: CohortRecord, place: PlaceRecord): readonly ExpectedGrant[] {
  const email = accountOfWorkflows(place);
  if (email === undefined) return [];
  return each(`account ${email}`, ['roles/iam.workloadIdentityUser'], workflowsOf(place), untilEnd(record));
}

/** The account that a place's service runs as. */
export const accountOf = ({ service }: PlaceRecord): readonly string[] =>
  service === undefined ? [] : [account(service.account)];

/** Cloud Run itself where it pulls images out of another project than its own. */
export const agentOf = ({ service, project }: PlaceRecord): readonly string[] =>
  service === undefined || service.project === project
    ? []
    : [`serviceAccount:service-${numberOf(service.project)}@serverless-robot-prod.iam.gserviceaccount.com`];

/** Deploying is to the one service, as its one account, to the end; calling is the tenant's and the staff's. */
function ofService(record: CohortRecord, { service, members }: PlaceRecord): readonly ExpectedGrant[] {
  if (service === undefined) return [];
  const target = `service ${service.project}/${service.name}`;
  const own = users(record, members);
  const callers = new Set([...own, ...staff(record, ['instructor', 'ta'])]);
  return [
    ...each(target, ['roles/run.developer'], own),
    ...each(target, ['roles/run.invoker'], [...callers]),
    ...each(`account ${service.account}`, ['roles/iam.serviceAccountUser'], own, untilEnd(record)),
  ];
}

function ofState(record: CohortRecord): readonly ExpectedGrant[] {
  const { stateBucket } = record;
  if (stateBucket === undefined) return [];
  return each(`bucket ${stateBucket.name}`, ['roles/storage.objectAdmin'], staff(record, ['instructor']));
}
