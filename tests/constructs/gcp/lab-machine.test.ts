import type { LabMachineProps } from '../../../constructs/gcp/lab-machine';
import { LabMachine } from '../../../constructs/gcp/lab-machine';
import { projectId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { aProject, standing, synthConstruct } from './synth-construct';

const synth = (change: Partial<LabMachineProps> = {}) =>
  synthConstruct((stack) => {
    new LabMachine(stack, 'machine', {
      project: aProject(stack),
      projectId: projectId('w255-c1-vm'),
      region: 'us-west1',
      zone: 'us-west1-b',
      name: 'ada',
      labels: { 'managed-by': 'practicum' },
      accountId: 'machine-ada',
      machineType: 'e2-small',
      diskGb: 10,
      image: 'debian-cloud/debian-12',
      startupScript: '#!/bin/sh\n',
      awakeHours: 12,
      users: ['user:ada@example.edu'],
      startable: { from: '2027-03-01T12:00:00Z' as Instant, until: '2027-04-01T12:00:00Z' as Instant },
      expires: '2027-05-01T04:00:00Z' as Instant,
      ...change,
    });
  });

test('A machine has no address on the internet, an account of its own, and is entered by roles alone', () => {
  const machine = synth().one('google_compute_instance');
  expect(machine).toMatchObject({
    name: 'ada',
    zone: 'us-west1-b',
    machine_type: 'e2-small',
    can_ip_forward: false,
    metadata: { 'enable-oslogin': 'TRUE', 'block-project-ssh-keys': 'TRUE', 'serial-port-enable': 'FALSE' },
    shielded_instance_config: {
      enable_secure_boot: true,
      enable_vtpm: true,
      enable_integrity_monitoring: true,
    },
  });
  expect(machine['network_interface']).toEqual([
    { subnetwork: 'projects/${local.given_project}/regions/us-west1/subnetworks/machines-us-west1' },
  ]);
  expect(JSON.stringify(machine['service_account'])).toMatch(/\$\{google_service_account\..+\.email\}/);
});

test('It is stopped after its hours, goes with its disk, and no change of size takes the disk along', () => {
  expect(synth({ awakeHours: 2 }).one('google_compute_instance')).toMatchObject({
    deletion_protection: false,
    allow_stopping_for_update: true,
    boot_disk: { auto_delete: true, initialize_params: { size: 10, type: 'pd-balanced' } },
    lifecycle: { ignore_changes: ['boot_disk[0].initialize_params'] },
    scheduling: { instance_termination_action: 'STOP', max_run_duration: { seconds: 7200 } },
  });
});

test('Users enter this machine to the end of the term, and wake it while labs are open', () => {
  const output = synth();
  const end = 'request.time < timestamp("2027-05-01T04:00:00Z")';
  expect(output.one('google_iap_tunnel_instance_iam_binding')).toMatchObject({
    role: 'roles/iap.tunnelResourceAccessor',
    members: ['user:ada@example.edu'],
    condition: { expression: end },
  });
  expect(output.one('google_service_account_iam_binding')).toMatchObject({
    role: 'roles/iam.serviceAccountUser',
    condition: { expression: end },
  });
  expect(
    output
      .all('google_compute_instance_iam_binding')
      .map(({ role, condition }) => [role, (condition as { expression: string }).expression])
      .sort(),
  ).toEqual([
    [
      'projects/w255-c1-vm/roles/machineKeeper',
      'request.time >= timestamp("2027-03-01T12:00:00Z") && request.time < timestamp("2027-04-01T12:00:00Z")',
    ],
    ['roles/compute.osAdminLogin', end],
  ]);
  expect(output.text).not.toContain('google_project_iam');
});

test('Without users nobody holds anything', () => {
  expect(synth({ users: [] }).counts()).toEqual({ google_compute_instance: 1, google_service_account: 1 });
});

test('Account and machine wait for what they are told to wait for', () => {
  const output = synthConstruct((stack) => {
    const first = standing(stack);
    new LabMachine(stack, 'machine', {
      project: aProject(stack),
      projectId: projectId('w255-c1-vm'),
      region: 'us-west1',
      zone: 'us-west1-b',
      name: 'ada',
      labels: {},
      accountId: 'machine-ada',
      machineType: 'e2-small',
      diskGb: 10,
      image: 'debian-cloud/debian-12',
      startupScript: '',
      awakeHours: 1,
      users: [],
      startable: { from: '2027-03-01T12:00:00Z' as Instant, until: '2027-04-01T12:00:00Z' as Instant },
      expires: '2027-05-01T04:00:00Z' as Instant,
      dependsOn: [first],
    });
  });
  for (const type of ['google_service_account', 'google_compute_instance'])
    expect(output.one(type)['depends_on']).toHaveLength(1);
});
