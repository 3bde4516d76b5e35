import { drop, inResource, plusResource, put, withoutResource } from '../changes';
import { weakening } from '../weakening';

const ADA = 'shard-1-01/ada/Cloud/Machine';
const NETWORK = 'cell-1/Machines/Home/Network';
const BO = 'user:bo@example.edu';

/** Ways in which a machine could be entered by others, or reach them. */
export const MACHINE_WEAKENINGS = [
  weakening(
    "a student tunnels to another's machine",
    inResource(`${ADA}/Tunnels`, put('members > 9', BO)),
    'iam',
    'A student holds roles/iap.tunnelResourceAccessor on the machine of a tenant',
  ),
  weakening(
    "a student logs in to another's machine",
    inResource(`${ADA}/Logins`, put('members > 9', BO)),
    'iam',
    'A student holds roles/compute.osAdminLogin on the machine of a tenant',
  ),
  weakening(
    'logins have no end',
    inResource(`${ADA}/Logins`, drop('condition')),
    'iam',
    'A student holds roles/compute.osAdminLogin on their own machine, without an end',
  ),
  weakening(
    'a machine is started after its labs',
    inResource(
      `${ADA}/Keepers`,
      put('condition > expression', 'request.time < timestamp("2028-01-01T00:00:00Z")'),
    ),
    'iam',
    'A student holds projects/mlops-fall27-c1-vm/roles/machineKeeper on their own machine, under a condition that is not the one that is meant',
  ),
  weakening(
    'a student logs in to every machine of the project',
    plusResource('cell-1', 'google_project_iam_binding', {
      project: 'mlops-fall27-c1-vm',
      role: 'roles/compute.osAdminLogin',
      members: [BO],
    }),
    'iam',
    'A student holds roles/compute.osAdminLogin on the project of machines that tenants share',
  ),
  weakening(
    'whoever visits the project may start all machines',
    inResource('cell-1/Machines/Home/Roles/Visitor', put('permissions > 9', 'compute.instances.start')),
    'iam',
    'A role of a project’s own says more than is meant',
  ),
  weakening(
    "a machine uses another tenant's bucket",
    inResource(
      'shard-1-01/bo/Cloud/Data/Users',
      put('members > 9', 'serviceAccount:machine-ada@mlops-fall27-c1-vm.iam.gserviceaccount.com'),
    ),
    'iam',
    'A machine holds roles/storage.objectUser on the bucket of a tenant',
  ),
  weakening(
    'a machine runs as the nodes',
    inResource(
      `${ADA}/Resource`,
      put('service_account > email', 'lab-nodes@mlops-fall27-c1.iam.gserviceaccount.com'),
    ),
    'iam',
    'A machine runs as another account than its own',
  ),
  weakening(
    'a machine has an external address',
    inResource(`${ADA}/Resource`, put('network_interface > 0 > access_config', [{}])),
    'iam',
    'A machine has an address on the internet',
  ),
  weakening(
    'a machine stands among the nodes',
    inResource(
      'shard-1-01/cleo/Own/Cloud/Machine/Resource',
      put(
        'network_interface > 0 > subnetwork',
        'projects/mlops-fall27-cleo/regions/us-west1/subnetworks/labs-us-west1',
      ),
    ),
    'iam',
    'A machine stands in another network than that of machines',
  ),
  weakening(
    'keys of the project open a machine',
    inResource(`${ADA}/Resource`, drop('metadata > block-project-ssh-keys')),
    'iam',
    'Keys of a whole project open a machine',
  ),
  weakening(
    'keys open a machine without a role',
    inResource(`${ADA}/Resource`, put('metadata > ssh-keys', 'bo:ssh-ed25519 AAAA bo')),
    'iam',
    'A machine is told what nobody has reasoned about',
  ),
  weakening(
    'no role is asked for at the login',
    inResource(`${ADA}/Resource`, put('metadata > enable-oslogin', 'FALSE')),
    'iam',
    'A machine is entered with keys that no role is asked for',
  ),
  weakening(
    'a machine reads the disk of another',
    inResource(`${ADA}/Resource`, put('attached_disk', [{ source: 'team-bo' }])),
    'iam',
    'A machine has a disk that may be of somebody else',
  ),
  weakening(
    'a machine starts from a disk that stood before',
    inResource(`${ADA}/Resource`, put('boot_disk > source', 'team-bo')),
    'iam',
    'A machine has a disk that may be of somebody else',
  ),
  weakening(
    'a machine starts from what was saved of another',
    inResource(`${ADA}/Resource`, put('boot_disk > initialize_params > snapshot', 'team-bo')),
    'iam',
    'A machine has a disk that may be of somebody else',
  ),
  weakening(
    'a machine never sleeps',
    inResource(`${ADA}/Resource`, drop('scheduling > max_run_duration')),
    'iam',
    'Nothing stops a machine',
  ),
  weakening(
    'machines are open to each other',
    inResource(`${NETWORK}/AllowTunnels`, put('source_ranges > 9', '10.16.0.0/22')),
    'iam',
    'The network of machines lets in more than tunnels',
  ),
  weakening(
    'a rule that names the network by its link opens it',
    plusResource('cell-1', 'google_compute_firewall', {
      project: 'mlops-fall27-c1-vm',
      name: 'open',
      network: 'projects/mlops-fall27-c1-vm/global/networks/machines',
      direction: 'INGRESS',
      source_ranges: ['0.0.0.0/0'],
      allow: [{ protocol: 'tcp', ports: ['22'] }],
    }),
    'iam',
    'The network of machines lets in more than tunnels',
  ),
  weakening(
    'tunnels lead to every port',
    inResource(`${NETWORK}/AllowTunnels`, put('allow', [{ protocol: 'tcp' }])),
    'iam',
    'The network of machines lets in more than tunnels',
  ),
  weakening(
    'machines reach private addresses',
    withoutResource(`${NETWORK}/DenyPrivate`),
    'iam',
    'A machine reaches another by its private address',
  ),
  weakening(
    'only machines of one account are kept from private addresses',
    inResource(`${NETWORK}/DenyPrivate`, put('target_service_accounts', ['machine-ada@example.edu'])),
    'iam',
    'A machine reaches another by its private address',
  ),
  weakening(
    'nobody gets in',
    withoutResource(`${NETWORK}/AllowTunnels`),
    'iam',
    'No tunnel leads to a machine',
  ),
  weakening(
    "the network of machines is peered with the nodes'",
    plusResource('cell-1', 'google_compute_network_peering', {
      name: 'nodes',
      network: 'projects/mlops-fall27-c1-vm/global/networks/machines',
      peer_network: 'projects/mlops-fall27-c1/global/networks/labs',
    }),
    'objects',
    'What google_compute_network_peering opens is not known',
  ),
  weakening(
    "a machine is nobody's",
    plusResource('shard-1-01', 'google_compute_instance', {
      project: 'mlops-fall27-c1-vm',
      zone: 'us-west1-b',
      name: 'extra',
      machine_type: 'e2-small',
    }),
    'iam',
    "A machine is nobody's",
  ),
];
