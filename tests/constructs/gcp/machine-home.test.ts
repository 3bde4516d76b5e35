import type { MachineHomeProps } from '../../../constructs/gcp/machine-home';
import { MachineHome } from '../../../constructs/gcp/machine-home';
import { projectId } from '../../../src/core/domain/ids';
import { aProject, standing, synthConstruct } from './synth-construct';

let home: MachineHome;

const synth = (change: Partial<MachineHomeProps> = {}) =>
  synthConstruct((stack) => {
    home = new MachineHome(stack, 'home', {
      project: aProject(stack),
      projectId: projectId('w255-c1-vm'),
      region: 'us-west1',
      cidr: '10.16.0.0/22',
      ports: ['22', '8000-8999'],
      dependsOn: [standing(stack)],
      ...change,
    });
  });

const rule = (name: string) =>
  synth()
    .all('google_compute_firewall')
    .find((each) => each['name'] === `machines-${name}`);

test('Tunnels come in on their ports, nothing else does, and no private address is reached', () => {
  expect(synth().all('google_compute_firewall')).toHaveLength(3);
  expect(rule('deny-all')).toMatchObject({
    direction: 'INGRESS',
    priority: 65534,
    source_ranges: ['0.0.0.0/0'],
    deny: [{ protocol: 'all' }],
  });
  expect(rule('allow-tunnels')).toMatchObject({
    direction: 'INGRESS',
    source_ranges: ['35.235.240.0/20'],
    allow: [{ protocol: 'tcp', ports: ['22', '8000-8999'] }],
  });
  expect(rule('deny-private')).toMatchObject({
    direction: 'EGRESS',
    destination_ranges: ['10.0.0.0/8', '100.64.0.0/10', '172.16.0.0/12', '192.168.0.0/16'],
    deny: [{ protocol: 'all' }],
  });
});

test('The network is apart, has one range, and leads out without addresses of machines', () => {
  const output = synth();
  expect(output.one('google_compute_network')).toMatchObject({
    name: 'machines',
    auto_create_subnetworks: false,
  });
  expect(output.one('google_compute_subnetwork')).toMatchObject({
    name: 'machines-us-west1',
    ip_cidr_range: '10.16.0.0/22',
    stack_type: 'IPV4_ONLY',
  });
  expect(output.one('google_compute_router_nat')).toMatchObject({ nat_ip_allocate_option: 'AUTO_ONLY' });
});

test('One role wakes a machine and one visits its project; neither changes anything or lists others', () => {
  const roles = synth().all('google_project_iam_custom_role');
  expect(Object.fromEntries(roles.map((each) => [each['role_id'], each['permissions']]))).toEqual({
    machineKeeper: [
      'compute.instances.get',
      'compute.instances.getGuestAttributes',
      'compute.instances.getSerialPortOutput',
      'compute.instances.reset',
      'compute.instances.start',
      'compute.instances.stop',
    ],
    machineVisitor: ['compute.projects.get', 'compute.zoneOperations.get'],
  });
});

test('A grant of the visitor’s role waits for it, and no other does', () => {
  synth();
  const grant = (role: string) => ({ role, members: ['user:ada@example.edu'] });
  expect(home.afterRole(grant('projects/w255-c1-vm/roles/machineVisitor')).dependsOn).toHaveLength(1);
  expect(home.afterRole(grant('roles/logging.viewer'))).toEqual(grant('roles/logging.viewer'));
  expect(home.ready).toHaveLength(2);
});
