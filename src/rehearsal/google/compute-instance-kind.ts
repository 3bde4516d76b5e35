import type { AssetName } from '../cloud/asset';
import { failedPrecondition, invalid } from '../cloud/cloud-error';
import type { AssetKindProps } from '../provider/asset-kind';
import { serviceAccountName } from '../provider/cloud-names';
import type { Operation } from '../provider/operation';
import { blockAt, blocksAt, booleanAt, numberAt, requiredText, textAt } from '../values/read-value';
import type { Attributes } from '../values/value';
import {
  COMPUTE_API,
  COMPUTE_NAME,
  COMPUTE_NAME_FORM,
  computeIdentity,
  computeName,
  subnetworkName,
} from './compute-resource';
import { expectBetween, expectForm, expectOneOf } from './config-checks';
import { fillIn, fillInBlock } from './filled-values';
import { importPatterns } from './import-patterns';
import { LATENCY } from './infrastructure-latency';
import { labelledKind } from './labelled-kind';
import { projectOf, regionOfPlace } from './place-attributes';
import { notThere } from './resource-in-use';
import { stableDigits, stableHex } from './stable-value';

const nameOf: AssetKindProps['name'] = (attributes, provider) =>
  computeName(projectOf(attributes, provider), zoneOf(attributes, provider), 'instances', requiredText(attributes, 'name')); // prettier-ignore

function zoneOf(attributes: Attributes, provider: Attributes): string {
  const zone = textAt(attributes, 'zone') ?? textAt(provider, 'zone');
  if (zone === undefined) throw invalid("Cannot determine zone: set in this resource, or set provider-level 'zone'");
  return zone.replace(/^.*\/zones\//, '');
} // prettier-ignore

/** The subnetwork of the first interface. */
function subnetworkOf(attributes: Attributes, provider: Attributes): AssetName | undefined {
  const link = textAt(blockAt(attributes, 'network_interface') ?? {}, 'subnetwork');
  if (link === undefined) return undefined;
  return subnetworkName(link, projectOf(attributes, provider), regionOfPlace(zoneOf(attributes, provider)));
}

/** What Google changes only while a machine is stopped. */
const WHEN_STOPPED = ['machine_type', 'service_account', 'shielded_instance_config'];

/** A machine of Compute Engine. */
export const computeInstanceKind = labelledKind({
  type: 'google_compute_instance',
  assetType: 'compute.googleapis.com/Instance',
  api: COMPUTE_API,
  forceNew: [
    'name',
    'project',
    'zone',
    'can_ip_forward',
    'description',
    'hostname',
    'metadata_startup_script',
    'boot_disk.initialize_params.image',
    'boot_disk.initialize_params.size',
    'boot_disk.initialize_params.type',
    'scheduling.instance_termination_action',
    'scheduling.max_run_duration',
  ],
  defaults: {
    can_ip_forward: false,
    deletion_protection: false,
    'boot_disk.auto_delete': true,
    'boot_disk.mode': 'READ_WRITE',
    'scheduling.automatic_restart': true,
    'scheduling.preemptible': false,
    'shielded_instance_config.enable_secure_boot': false,
    'shielded_instance_config.enable_vtpm': true,
    'shielded_instance_config.enable_integrity_monitoring': true,
  },
  computedBlocks: ['scheduling', 'shielded_instance_config'],
  terraformOnly: ['allow_stopping_for_update', 'desired_status'],
  afterImport: { allow_stopping_for_update: null, desired_status: null },
  latency: LATENCY.computeResource,
  checks: [
    'Its subnetwork and its account stand; its name has the form that Compute Engine asks for.',
    'A boot disk has 10 GB at least; a bound on how long it runs says what happens then; e2 machines move when their host is mended.',
    'Type, account and shielding change only where allow_stopping_for_update lets it be stopped.',
    'It is not deleted while deletion_protection is true.',
  ],
  ignores: [
    'Whether it runs or sleeps, what runs on it, its disk apart from it, images, quotas of vCPUs and addresses in a range.',
  ],
  name: nameOf,
  parent: subnetworkOf,
  importIds: importPatterns(
    'projects/{project}/zones/{zone}/instances/{name}',
    '{project}/{zone}/{name}',
    '{zone}/{name}',
  ),
  validate: (config) => [
    ...expectForm(config, 'name', COMPUTE_NAME, COMPUTE_NAME_FORM),
    ...expectBetween(config, 'boot_disk.initialize_params.size', 1),
    ...expectOneOf(config, 'scheduling.instance_termination_action', ['STOP', 'DELETE', '']),
    ...expectOneOf(config, 'scheduling.on_host_maintenance', ['MIGRATE', 'TERMINATE']),
  ],
  check: (attributes, operation, prior) => {
    needs(attributes, operation);
    checkSettings(attributes);
    if (prior !== undefined) checkChange(attributes, prior);
  },
  computed,
  beforeDelete: (state) => {
    if (booleanAt(state, 'deletion_protection') !== true) return;
    throw invalid(
      `Cannot delete instance ${requiredText(state, 'name')}: instance Deletion Protection is enabled. Set deletion_protection to false for this resource and run "terraform apply" before attempting to delete it.`,
    );
  },
});

function needs(attributes: Attributes, operation: Operation): void {
  const { provider } = operation;
  const subnetwork = subnetworkOf(attributes, provider);
  if (subnetwork !== undefined) operation.need(subnetwork, notThere(subnetwork));
  const account = textAt(blockAt(attributes, 'service_account') ?? {}, 'email') ?? '';
  const [, home] = /@([^.]+)\.iam\.gserviceaccount\.com$/.exec(account) ?? [];
  if (home === undefined) return;
  operation.need(
    serviceAccountName(home, account),
    `Machine ${requiredText(attributes, 'name')} in ${projectOf(attributes, provider)}: service account ${account} does not exist`,
  );
}

function checkSettings(attributes: Attributes): void {
  const where = `Machine ${requiredText(attributes, 'name')}`;
  const disk = blockAt(blockAt(attributes, 'boot_disk') ?? {}, 'initialize_params') ?? {};
  const size = numberAt(disk, 'size');
  if (size !== undefined && size < 10)
    throw invalid(`${where}: requested disk size of ${size} GB is smaller than the image's 10 GB`);
  const scheduling = blockAt(attributes, 'scheduling') ?? {};
  if (blocksAt(scheduling, 'max_run_duration').length > 0 && !textAt(scheduling, 'instance_termination_action'))
    throw invalid(`${where}: max_run_duration needs instance_termination_action`);
  const isE2 = /^e2-/.test(textAt(attributes, 'machine_type') ?? '');
  if (isE2 && textAt(scheduling, 'on_host_maintenance') === 'TERMINATE' && booleanAt(scheduling, 'preemptible') !== true)
    throw invalid('e2 instances do not support onHostMaintenance=TERMINATE unless they are preemptible');
} // prettier-ignore

function checkChange(attributes: Attributes, prior: Attributes): void {
  if (booleanAt(attributes, 'allow_stopping_for_update') === true) return;
  const changed = WHEN_STOPPED.find(
    (name) => JSON.stringify(attributes[name]) !== JSON.stringify(prior[name]),
  );
  if (changed === undefined) return;
  throw failedPrecondition(
    `Changing the ${changed} on a started instance requires stopping it. To acknowledge this, please set allow_stopping_for_update = true in your config.`,
  );
}

function computed(attributes: Attributes, operation: Operation): Attributes {
  const { provider } = operation;
  const name = nameOf(attributes, provider);
  const own = requiredText(attributes, 'name');
  const project = projectOf(attributes, provider);
  const zone = zoneOf(attributes, provider);
  const disk = blockAt(attributes, 'boot_disk') ?? {};
  const inParams = fillInBlock(disk, 'initialize_params', {
    architecture: 'X86_64',
    image: 'debian-cloud/debian-12',
    labels: {},
    provisioned_iops: 0,
    provisioned_throughput: 0,
    resource_policies: [],
    size: 10,
    snapshot: '',
    type: 'pd-standard',
  });
  const inDisk = {
    ...disk,
    ...inParams,
    ...fillIn(disk, {
      device_name: 'persistent-disk-0',
      disk_encryption_key_sha256: '',
      guest_os_features: [],
      kms_key_self_link: '',
      source: `https://www.googleapis.com/compute/v1/projects/${project}/zones/${zone}/disks/${own}`,
    }),
  };
  return {
    ...computeIdentity(name, attributes, operation),
    instance_id: stableDigits(name, 19),
    cpu_platform: 'Intel Broadwell',
    current_status: 'RUNNING',
    label_fingerprint: stableHex(`${name} labels`, 11),
    metadata_fingerprint: stableHex(`${name} metadata`, 11),
    tags_fingerprint: stableHex(`${name} tags`, 11),
    ...fillIn(attributes, { project, zone, min_cpu_platform: '' }),
    boot_disk: [inDisk],
    ...fillInBlock(attributes, 'network_interface', {
      internal_ipv6_prefix_length: 0,
      ipv6_access_type: '',
      ipv6_address: '',
      name: 'nic0',
      network: '',
      network_attachment: '',
      network_ip: `10.16.0.${2 + (Number(stableDigits(name, 6)) % 250)}`,
      stack_type: 'IPV4_ONLY',
      subnetwork_project: project,
    }),
    ...fillInBlock(attributes, 'scheduling', {
      on_host_maintenance: 'MIGRATE',
      provisioning_model: 'STANDARD',
    }),
  };
}
