import { computeInstanceKind } from '../../../src/rehearsal/google/compute-instance-kind';
import { computeSubnetworkKind } from '../../../src/rehearsal/google/compute-subnetwork-kind';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { change, destroy, importOf, make, problems, read, refusal } from './foundation-cloud';
import { NODES_EMAIL, PROJECT_ID, SUBNETWORK, SUBNETWORK_LINK, labCloud } from './lab-cloud';

const PATH = `projects/${PROJECT_ID}/zones/us-west1-b/instances/ada`;
const SCHEDULING = {
  automatic_restart: false,
  on_host_maintenance: 'MIGRATE',
  instance_termination_action: 'STOP',
  max_run_duration: [{ seconds: 43_200 }],
};
const MACHINE = {
  project: PROJECT_ID,
  zone: 'us-west1-b',
  name: 'ada',
  machine_type: 'e2-small',
  deletion_protection: false,
  boot_disk: [{ initialize_params: [{ image: 'debian-cloud/debian-12', size: 10 }] }],
  network_interface: [{ subnetwork: SUBNETWORK_LINK }],
  service_account: [{ email: NODES_EMAIL }],
  scheduling: [SCHEDULING],
};

const refused = (wrong: Attributes): string =>
  refusal(() => make(labCloud(), computeInstanceKind, { ...MACHINE, ...wrong }));

test('A machine is known by its path, and has an address in its subnetwork', () => {
  const cloud = labCloud();
  const made = make(cloud, computeInstanceKind, MACHINE);
  expect(made).toMatchObject({ id: PATH, current_status: 'RUNNING' });
  expect(importOf(cloud, computeInstanceKind, PATH)).toMatchObject({ name: 'ada' });
});

test('Google refuses a machine without its network or account, with a disk too small, or without an end to its bound', () => {
  expect(refused({ network_interface: [{ subnetwork: 'machines' }] })).toContain(
    "regions/us-west1/subnetworks/machines' was not found",
  );
  expect(refused({ service_account: [{ email: `bo@${PROJECT_ID}.iam.gserviceaccount.com` }] })).toBe(
    `404 Machine ada in ${PROJECT_ID}: service account bo@${PROJECT_ID}.iam.gserviceaccount.com does not exist`,
  );
  expect(refused({ boot_disk: [{ initialize_params: [{ size: 5 }] }] })).toContain('smaller than the image');
  expect(refused({ scheduling: [{ ...SCHEDULING, instance_termination_action: null }] })).toContain(
    'max_run_duration needs instance_termination_action',
  );
  expect(refused({ scheduling: [{ ...SCHEDULING, on_host_maintenance: 'TERMINATE' }] })).toContain(
    'e2 instances do not support onHostMaintenance=TERMINATE',
  );
});

test('Another size stops the machine, which has to be allowed', () => {
  const cloud = labCloud();
  const made = make(cloud, computeInstanceKind, MACHINE);
  const larger = { machine_type: 'e2-medium' };
  expect(refusal(() => change(cloud, computeInstanceKind, made, larger))).toContain(
    'allow_stopping_for_update',
  );
  change(cloud, computeInstanceKind, made, { ...larger, allow_stopping_for_update: true });
  expect(read(cloud, computeInstanceKind, made)).toMatchObject(larger);
});

test('A name and a disk have a form', () => {
  expect(problems(computeInstanceKind, { ...MACHINE, name: 'Ada' })).toHaveLength(1);
  expect(
    problems(computeInstanceKind, { scheduling: [{ instance_termination_action: 'SUSPEND' }] }),
  ).toHaveLength(1);
  expect(problems(computeInstanceKind, MACHINE)).toEqual([]);
});

test('A protected machine is not destroyed, and keeps its subnetwork', () => {
  const cloud = labCloud();
  const made = make(cloud, computeInstanceKind, { ...MACHINE, deletion_protection: true });
  expect(refusal(() => destroy(cloud, computeInstanceKind, made))).toContain(
    'Deletion Protection is enabled',
  );
  expect(refusal(() => destroy(cloud, computeSubnetworkKind, SUBNETWORK))).toContain(
    `is already being used by '${PATH}'`,
  );
  destroy(cloud, computeInstanceKind, { ...made, deletion_protection: false });
  destroy(cloud, computeSubnetworkKind, SUBNETWORK);
  expect(read(cloud, computeInstanceKind, made)).toBeUndefined();
});
