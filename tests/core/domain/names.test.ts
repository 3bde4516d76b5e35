import { REGIONS } from '../../../src/core/config/regions';
import { cellNumber, cohortId, email, handle, projectId, shardNumber } from '../../../src/core/domain/ids';
import type { NameKind, NameLimit } from '../../../src/core/domain/name-limits';
import { NAME_LIMITS } from '../../../src/core/domain/name-limits';
import * as names from '../../../src/core/domain/names';

const LONGEST = {
  prefix: cohortId('w255-spring27'),
  tenant: handle('featherstonehaug'),
  cell: cellNumber(99),
  shard: shardNumber(99),
  project: projectId(`a${'b'.repeat(28)}9`),
  region: [...REGIONS].sort((a, b) => b.length - a.length)[0]!,
  domain: `${`${'d'.repeat(49)}.`.repeat(3)}${'d'.repeat(46)}.edu`,
  email: email(`${'l'.repeat(64)}@example.edu`),
};
const SHORTEST: typeof LONGEST = {
  prefix: cohortId('w255'),
  tenant: handle('a'),
  cell: cellNumber(1),
  shard: shardNumber(1),
  project: projectId('abcdef'),
  region: 'us-west1',
  domain: 'a.edu',
  email: email('a@example.edu'),
};
const FIREWALL_RULES = ['allow-internal', 'deny-ingress', 'health-checks'];

type Parts = typeof LONGEST;
type Generated = readonly (readonly [kind: NameKind | RegExp, name: string])[];

/** Every generator, with the row that its names are held to; the cell's domain is the tenant's with one label more. */
const GENERATORS: Readonly<Record<string, (parts: Parts) => Generated>> = {
  cellProjectId: ({ prefix, cell }) => [['project', names.cellProjectId(prefix, cell)]],
  tenantProjectId: ({ prefix, tenant }) => [['project', names.tenantProjectId(prefix, tenant)]],
  serverlessProjectId: ({ prefix, cell }) => [['project', names.serverlessProjectId(prefix, cell)]],
  machinesProjectId: ({ prefix, cell }) => [['project', names.machinesProjectId(prefix, cell)]],
  logsProjectId: ({ prefix, cell }) => [['project', names.logsProjectId(prefix, cell)]],
  projectDisplayName: ({ project }) => [['projectDisplay', names.projectDisplayName(project)]],
  networkName: () => [['network', names.networkName()]],
  subnetworkName: ({ region }) => [['network', names.subnetworkName(region)]],
  routerName: () => [['network', names.routerName()]],
  natName: () => [['network', names.natName()]],
  podsRangeName: () => [['secondaryRange', names.podsRangeName()]],
  servicesRangeName: () => [['secondaryRange', names.servicesRangeName()]],
  firewallName: () => FIREWALL_RULES.map((rule) => ['firewall', names.firewallName(rule)] as const),
  gatewayAddressName: () => [['address', names.gatewayAddressName()]],
  cellClusterName: ({ prefix, cell }) => [['cluster', names.cellClusterName(prefix, cell)]],
  tenantClusterName: ({ prefix, tenant }) => [['cluster', names.tenantClusterName(prefix, tenant)]],
  nodePoolName: () =>
    (['system', 'lab'] as const).flatMap((role) =>
      [true, false].map((spot) => ['nodePool', names.nodePoolName(role, spot)] as const),
    ),
  nodeServiceAccountId: () => [['serviceAccount', names.nodeServiceAccountId()]],
  repositoryId: ({ tenant }) => [['repository', names.repositoryId(tenant)]],
  registryPath: ({ region, project, tenant }) => [
    [
      /^[a-z0-9-]{1,40}-docker\.pkg\.dev\/[a-z][a-z0-9-]{5,29}\/[a-z0-9-]{1,63}$/,
      names.registryPath(region, project, tenant),
    ],
  ],
  bucketName: ({ prefix, tenant }) => [['bucket', names.bucketName(prefix, tenant)]],
  runServiceName: ({ tenant }) => [['runService', names.runServiceName(tenant)]],
  runAccountId: ({ tenant }) => [['serviceAccount', names.runAccountId(tenant)]],
  deployerAccountId: ({ tenant }) => [['serviceAccount', names.deployerAccountId(tenant)]],
  machineName: ({ tenant }) => [['machine', names.machineName(tenant)]],
  machineAccountId: ({ tenant }) => [['serviceAccount', names.machineAccountId(tenant)]],
  machineNetworkName: () => [['network', names.machineNetworkName()]],
  machineSubnetworkName: ({ region }) => [['network', names.machineSubnetworkName(region)]],
  machineFirewallName: () => [['firewall', names.machineFirewallName('allow-tunnels')]],
  machineRoleId: () =>
    (['keeper', 'visitor'] as const).map((role) => ['customRole', names.machineRoleId(role)] as const),
  machineRole: ({ project }) => [
    [/^projects\/[a-z][a-z0-9-]{5,29}\/roles\/machineKeeper$/, names.machineRole('keeper', project)],
  ],
  dnsZoneName: () => [['dnsZone', names.dnsZoneName()]],
  dnsName: ({ domain }) => [
    ['host', names.dnsName(domain).slice(0, -1)],
    [/[a-z]\.$/, names.dnsName(domain)],
  ],
  certificateEntryName: ({ domain }) => [
    ['certificate', names.certificateEntryName(domain)],
    ['certificate', names.certificateEntryName(`*.${domain}`)],
  ],
  certificateName: () => [['certificate', names.certificateName()]],
  budgetDisplayName: ({ project }) => [['budgetDisplay', names.budgetDisplayName(project)]],
  logBucketId: ({ tenant }) => [['logBucket', names.logBucketId(tenant)]],
  logRouteName: () => [['logBucket', names.logRouteName()]],
  hostMetricName: ({ cell, shard }) => [
    ['logMetric', names.hostMetricName('requests', names.shardStackName(cell, shard))],
    ['logMetric', names.hostMetricName('latencies', 'own')],
  ],
  expiryConditionTitle: () => [['conditionTitle', names.expiryConditionTitle()]],
  windowConditionTitle: () => [['conditionTitle', names.windowConditionTitle()]],
  namespaceName: ({ tenant }) => [['namespace', names.namespaceName(tenant)]],
  helmReleaseName: ({ tenant }) => [['helmRelease', names.helmReleaseName(tenant)]],
  servicesReleaseName: () => [['helmRelease', names.servicesReleaseName()]],
  host: ({ tenant, domain, cell }) => [['host', names.host(tenant, `c${cell}.${domain}`)]],
  staffGrafanaHost: ({ domain, cell }) => [['host', names.staffGrafanaHost(`c${cell}.${domain}`)]],
  stateStackName: () => [['stack', names.stateStackName()]],
  cellStackName: ({ cell }) => [['stack', names.cellStackName(cell)]],
  cellServicesStackName: ({ cell }) => [['stack', names.cellServicesStackName(cell)]],
  shardStackName: ({ cell, shard }) => [['stack', names.shardStackName(cell, shard)]],
  shardRepositoriesStackName: ({ cell, shard }) => [['stack', names.shardRepositoriesStackName(cell, shard)]],
  shardPlacesStackName: ({ cell, shard }) => [['stack', names.shardPlacesStackName(cell, shard)]],
  userMember: (parts) => [[/^user:[^@\s]{1,64}@[a-z.]+$/, names.userMember(parts.email)]],
  serviceAccountEmail: ({ project }) => [
    [/^[a-z][a-z0-9-]{5,29}@[a-z][a-z0-9-]{5,29}\.iam\.gserviceaccount\.com$/, serviceAccount(project)],
  ],
  serviceAccountMember: ({ project }) => [
    [
      new RegExp(`^serviceAccount:${serviceAccount(project)}$`),
      names.serviceAccountMember('lab-nodes', project),
    ],
  ],
};

const serviceAccount = (project: Parts['project']): string =>
  names.serviceAccountEmail(names.nodeServiceAccountId(), project);

const CONSTANTS: readonly (readonly [NameKind, string])[] = [
  ['namespace', names.SYSTEM_NAMESPACE],
  ['kubernetesServiceAccount', names.WORKLOAD_ACCOUNT],
  ['namespace', names.WEB_SERVICE],
  ['namespace', names.GATEWAY],
  ['host', names.LABEL_DOMAIN],
];

function expectWithin(kind: NameKind | RegExp, name: string): void {
  if (kind instanceof RegExp) return expect(name).toMatch(kind);
  const limit: NameLimit = NAME_LIMITS[kind];
  expect(name).toMatch(limit.pattern);
  expect(name.length).toBeLessThanOrEqual(limit.max);
  expect(name.length).toBeGreaterThanOrEqual(limit.min ?? 1);
}

test('Every generator of names is covered here', () => {
  const exported = Object.entries(names).filter(([, value]) => typeof value === 'function');
  const generators = exported.map(([name]) => name).filter((name) => name !== 'isReservedHandle');
  expect(Object.keys(GENERATORS).sort()).toEqual(generators.sort());
});

test('The longest parts are as long as they can be', () => {
  expect(() => cohortId(`${LONGEST.prefix}x`)).toThrow('is not allowed');
  expect(() => handle(`${LONGEST.tenant}x`)).toThrow('is not allowed');
  expect(() => projectId(`${LONGEST.project}x`)).toThrow('is not allowed');
  expect(() => cellNumber(LONGEST.cell + 1)).toThrow('Cell 100 is not in 1..99');
  expect(() => shardNumber(LONGEST.shard + 1)).toThrow('Shard 100 is not in 1..99');
  expect(LONGEST.domain).toHaveLength(200);
});

test('The shortest parts are as short as they can be', () => {
  expect(() => cohortId(SHORTEST.prefix.slice(0, -1))).toThrow('is not allowed');
  expect(() => projectId(SHORTEST.project.slice(0, -1))).toThrow('is not allowed');
  expect(SHORTEST.tenant).toHaveLength(1);
});

describe.each(Object.entries(GENERATORS))('%s', (_, generate) => {
  test.each([
    ['longest', LONGEST],
    ['shortest', SHORTEST],
  ])('keeps to its limit with the %s parts', (__, parts) => {
    for (const [kind, name] of generate(parts)) expectWithin(kind, name);
  });
});

test.each(CONSTANTS)('The %s name %s keeps to its limit', (kind, name) => expectWithin(kind, name));

test('Every limit is used by a name', () => {
  const generated = Object.values(GENERATORS).flatMap((generate) => generate(LONGEST).map(([kind]) => kind));
  const used = new Set([...generated, ...CONSTANTS.map(([kind]) => kind), 'labelValue']);
  expect(Object.keys(NAME_LIMITS).filter((kind) => !used.has(kind as NameKind))).toEqual([]);
});

test('Every limit says where it is published and when that was read', () => {
  const undated = Object.entries(NAME_LIMITS).filter(([, { source }]) => !/\S.*, 20\d\d-\d\d$/.test(source));
  expect(undated).toEqual([]);
});

test('A name beyond its limit is a fault that names kind, value and limit', () => {
  expect(() => names.firewallName('x'.repeat(64))).toThrow(
    `The firewall name "labs-${'x'.repeat(64)}" breaks its limit: 1–63, /^[a-z]([a-z0-9-]*[a-z0-9])?$/`,
  );
});

test('Shards are numbered with two digits, so that stacks sort', () => {
  expect(names.shardStackName(cellNumber(1), shardNumber(7))).toBe('shard-1-07');
  expect(names.shardPlacesStackName(cellNumber(12), shardNumber(99))).toBe('shard-12-99-places');
});

test('Projects of tenants and of cells never share an id, since no handle is a cell', () => {
  const cells = Array.from({ length: 99 }, (_, index) => `c${index + 1}`);
  expect(cells.filter((cell) => !names.isReservedHandle(cell))).toEqual([]);
});

test.each([
  'admin',
  'default',
  'grafana',
  'labs',
  'www',
  'kube-system',
  'gke-managed',
  'practicum',
  'istio',
  'c1',
  'c1-logs',
])('The handle %s is reserved', (candidate) => expect(names.isReservedHandle(candidate)).toBe(true));

test.each(['amara', 'kubel', 'gkeller', 'c', 'c1-x', 'administrator', 'labs-2'])(
  'The handle %s is free',
  (candidate) => expect(names.isReservedHandle(candidate)).toBe(false),
);

test('The namespace of the system, the gateway and the services’ names are no handles', () => {
  const own = [names.SYSTEM_NAMESPACE, names.GATEWAY, names.servicesReleaseName(), names.stateStackName()];
  expect(own.filter((name) => !names.isReservedHandle(name))).toEqual([]);
});
