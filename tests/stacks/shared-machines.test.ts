import { CellStack } from '../../stacks/cell.stack';
import { ShardStack } from '../../stacks/shard.stack';
import { exampleInputs, examplePlan, planOf, theCell, theShard, withEvents } from './example-plans';
import { partOf, synthStack } from './synth-stack';

const PLAN = examplePlan('mlsd-fall');
const CELL = synthStack((app) => new CellStack(app, { plan: PLAN, cell: theCell(PLAN) }));

const shardOf = (plan = PLAN) =>
  synthStack(
    (app) => new ShardStack(app, { plan, cell: theCell(plan), shard: theShard(plan), charts: new Map() }),
  );

type Block = Readonly<Record<string, unknown>>;

/** Resources of a type by their names, which begin with the path of their construct. */
const named = (output: typeof CELL, type: string): readonly (readonly [string, Block])[] =>
  Object.entries((partOf(output, 'resource') as Record<string, Record<string, Block>>)[type] ?? {});

const ofMachines = (type: string): readonly Block[] =>
  named(CELL, type).flatMap(([name, block]) => (name.startsWith('Machines_') ? [block] : []));

/** Handle of the place that a resource of a shard is of. */
const handleIn = (name: string): string => name.split('_')[0]!;

test('The project that machines share has its own services, network, roles, policy and budget', () => {
  const [project] = ofMachines('google_project');
  expect(project).toMatchObject({ project_id: 'mlsd-fall27-c1-vm', auto_create_network: false });
  expect(ofMachines('google_project_service').map(({ service }) => service)).toEqual(
    expect.arrayContaining(['compute', 'iap', 'oslogin'].map((api) => `${api}.googleapis.com`)),
  );
  for (const [type, count] of [
    ['google_billing_budget', 1],
    ['google_compute_firewall', 3],
    ['google_compute_network', 1],
    ['google_compute_router_nat', 1],
    ['google_project_iam_custom_role', 2],
  ] as const)
    expect([type, ofMachines(type).length]).toEqual([type, count]);
});

test('Whoever has a machine visits the project to the end of the term; no student holds more there', () => {
  const students = ofMachines('google_project_iam_binding').filter(({ members }) =>
    (members as readonly string[]).includes('user:aiko.mori@example.edu'),
  );
  expect(students).toHaveLength(1);
  expect(students[0]).toMatchObject({
    role: 'projects/mlsd-fall27-c1-vm/roles/machineVisitor',
    condition: { expression: `request.time < timestamp("${PLAN.term.accessEnds}")` },
  });
  // The role stands before it is given.
  expect(JSON.stringify(students[0]!['depends_on'])).toContain('google_project_iam_custom_role.');
});

test('A team’s machine is in that project, in its network, and reads the team’s images and bucket', () => {
  const output = shardOf();
  const machine = output.all('google_compute_instance').find(({ name }) => name === 'team-maple')!;
  expect(machine['network_interface']).toEqual([
    {
      subnetwork: `projects/${String(machine['project'])}/regions/northamerica-northeast1/subnetworks/machines-northamerica-northeast1`,
    },
  ]);
  const account = /google_service_account\.([^.]+)\./.exec(JSON.stringify(machine['service_account']))![1]!;
  const member = `\${google_service_account.${account}.member}`;
  const given = ['google_storage_bucket_iam_binding', 'google_artifact_registry_repository_iam_binding']
    .flatMap((type) => named(output, type))
    .filter(([, { members }]) => (members as readonly string[]).includes(member))
    .map(([name, { role }]) => [handleIn(name), role]);
  expect(given).toEqual([
    ['team-maple', 'roles/storage.objectUser'],
    ['team-maple', 'roles/artifactregistry.reader'],
  ]);
});

test('The machine of a team that is held stands as it was, and nobody holds anything on it', () => {
  const held = shardOf(planOf(withEvents(exampleInputs('mlsd-fall'), 'held', ['team-maple'])));
  const mapleIn = (output: typeof held) =>
    output.all('google_compute_instance').find(({ name }) => name === 'team-maple');
  expect(mapleIn(held)).toEqual(mapleIn(shardOf()));
  const bound = ['google_compute_instance_iam_binding', 'google_iap_tunnel_instance_iam_binding']
    .flatMap((type) => named(held, type))
    .map(([name]) => handleIn(name));
  expect(new Set(bound)).toEqual(new Set(['team-birch']));
});
