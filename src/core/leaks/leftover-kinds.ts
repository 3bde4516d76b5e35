import type { InventoryItem } from './inventory-item';
import type { Command } from './removal-command';
import { placeFlags, projectFlag } from './removal-command';

/** What is known of a kind of thing: how people call it, why it may be left, how it is removed. */
export interface LeftoverKind {
  readonly words: string;
  /** Why it is still there, where no cluster made it. */
  readonly why: string;
  /** Words behind `gcloud`. */
  remove(item: InventoryItem): Command;
}

const TAKEN = 'the teardown did not take it away, or has not come to it yet';
const WITH_CLUSTER = 'a cluster made it, and deleting the cluster does not delete it';

const kind = (words: string, remove: LeftoverKind['remove'], why = TAKEN): LeftoverKind => ({
  words,
  why,
  remove,
});

/** `gcloud compute GROUP delete NAME`, in its zone, region or everywhere. */
const placed = (words: string, group: string, why = WITH_CLUSTER): LeftoverKind =>
  kind(words, (item) => ['compute', ...group.split(' '), 'delete', item.name.name, ...placeFlags(item), ...projectFlag(item)], why); // prettier-ignore

/** The same for what knows no place. */
const everywhere = (words: string, group: string, why = WITH_CLUSTER): LeftoverKind =>
  kind(words, (item) => ['compute', ...group.split(' '), 'delete', item.name.name, ...projectFlag(item)], why); // prettier-ignore

const located = (words: string, group: string, why = TAKEN): LeftoverKind =>
  kind(words, (item) => [...group.split(' '), 'delete', item.name.name, `--location=${item.name.location ?? 'global'}`, ...projectFlag(item)], why); // prettier-ignore

const simple = (words: string, group: string, why = TAKEN): LeftoverKind =>
  kind(words, (item) => [...group.split(' '), 'delete', item.name.name, ...projectFlag(item)], why);

/** By name within its service, as `projects/…` has it. */
const byPath = (words: string, group: string, why = TAKEN): LeftoverKind =>
  kind(words, ({ name }) => [...group.split(' '), 'delete', name.full.replace(/^\/\/[^/]+\//, '')], why);

/**
 * Kinds by service and collection, in the order in which deletes succeed: what uses something goes before it. gcloud
 * 528, 2026-11.
 */
export const KINDS: Readonly<Record<string, LeftoverKind>> = {
  'container/nodePools': kind('node pool', (item) => ['container', 'node-pools', 'delete', item.name.name, `--cluster=${item.name.parent ?? ''}`, `--location=${item.name.location ?? ''}`, ...projectFlag(item)]), // prettier-ignore
  'run/services': kind('service on Cloud Run', (item) => ['run', 'services', 'delete', item.name.name, `--region=${item.name.location ?? ''}`, ...projectFlag(item)]), // prettier-ignore
  'container/clusters': located('cluster', 'container clusters'),
  'compute/forwardingRules': placed('forwarding rule', 'forwarding-rules'),
  'compute/serviceAttachments': placed('service attachment', 'service-attachments'),
  'compute/targetHttpProxies': placed('target proxy', 'target-http-proxies'),
  'compute/targetHttpsProxies': placed('target proxy', 'target-https-proxies'),
  'compute/targetTcpProxies': placed('target proxy', 'target-tcp-proxies'),
  'compute/targetSslProxies': everywhere('target proxy', 'target-ssl-proxies'),
  'compute/targetPools': placed('target pool', 'target-pools'),
  'compute/urlMaps': placed('URL map', 'url-maps'),
  'compute/backendServices': placed('backend service', 'backend-services'),
  'compute/networkEndpointGroups': placed('network endpoint group', 'network-endpoint-groups'),
  'compute/healthChecks': placed('health check', 'health-checks'),
  'compute/httpHealthChecks': everywhere('health check', 'http-health-checks'),
  'compute/sslCertificates': placed('SSL certificate', 'ssl-certificates'),
  'compute/instanceGroupManagers': placed('instance group', 'instance-groups managed'),
  'compute/instanceGroups': placed('instance group', 'instance-groups unmanaged'),
  'compute/instances': placed(
    'machine',
    'instances',
    'a cluster made it, or the teardown did not take it away',
  ),
  'compute/instanceTemplates': everywhere('instance template', 'instance-templates'),
  'compute/firewalls': everywhere('firewall rule', 'firewall-rules', TAKEN),
  'compute/disks': placed('disk', 'disks'),
  'compute/snapshots': everywhere('snapshot', 'snapshots', 'a snapshot outlives its disk and its cluster'),
  'compute/images': everywhere('image', 'images', TAKEN),
  'compute/addresses': placed('address', 'addresses', 'a reserved address stays until somebody releases it'),
  'certificatemanager/certificateMapEntries': kind('certificate map entry', (item) => ['certificate-manager', 'maps', 'entries', 'delete', item.name.name, `--map=${item.name.parent ?? ''}`, ...projectFlag(item)]), // prettier-ignore
  'certificatemanager/certificateMaps': simple('certificate map', 'certificate-manager maps', 'a target proxy that a Gateway left may still have used it'), // prettier-ignore
  'certificatemanager/certificates': simple('certificate', 'certificate-manager certificates'),
  'certificatemanager/dnsAuthorizations': simple('DNS authorization', 'certificate-manager dns-authorizations'), // prettier-ignore
  'compute/nats': kind('NAT', (item) => ['compute', 'routers', 'nats', 'delete', item.name.name, `--router=${item.name.parent ?? ''}`, `--region=${item.name.location ?? ''}`, ...projectFlag(item)]), // prettier-ignore
  'compute/routers': placed('router', 'routers', TAKEN),
  'compute/routes': everywhere('route', 'routes'),
  'compute/subnetworks': placed(
    'subnetwork',
    'networks subnets',
    'a leftover in it keeps a network from going',
  ),
  'compute/networks': everywhere('network', 'networks', 'a leftover in it keeps a network from going'),
  'dns/rrsets': kind('DNS record', (item) => ['dns', 'record-sets', 'delete', ...recordOf(item), ...projectFlag(item)], 'a record in a zone of others outlives the project'), // prettier-ignore
  'dns/managedZones': simple('DNS zone', 'dns managed-zones', 'a zone with records cannot be deleted'),
  'artifactregistry/repositories': located('Artifact Registry repository', 'artifacts repositories'),
  'storage/buckets': kind('bucket', ({ name }) => ['storage', 'rm', '--recursive', `gs://${name.name}`], 'a bucket that holds objects is not deleted unless that is asked for'), // prettier-ignore
  'secretmanager/secrets': simple('secret', 'secrets'),
  'iam/workloadIdentityPools': located('workload identity pool', 'iam workload-identity-pools'),
  'iam/roles': simple('custom role', 'iam roles'),
  'iam/serviceAccounts': simple('service account', 'iam service-accounts'),
  'logging/views': kind('view of a log bucket', (item) => ['logging', 'views', 'delete', item.name.name, `--bucket=${item.name.parent ?? ''}`, `--location=${item.name.location ?? 'global'}`, ...projectFlag(item)]), // prettier-ignore
  'logging/exclusions': kind('exclusion of logs', (item) => ['logging', 'sinks', 'update', '_Default', `--remove-exclusions=${item.name.name}`, ...projectFlag(item)]), // prettier-ignore
  'logging/sinks': simple(
    'log sink',
    'logging sinks',
    'a sink of a folder or organization outlives the project',
  ),
  'logging/buckets': located(
    'log bucket',
    'logging buckets',
    'its retention keeps it until somebody deletes it',
  ),
  'billingbudgets/budgets': byPath('budget', 'billing budgets', 'a budget is the billing account’s and outlives the project'), // prettier-ignore
  'monitoring/alertPolicies': byPath('alert policy', 'monitoring policies'),
  'monitoring/notificationChannels': byPath('notification channel', 'beta monitoring channels', 'a channel cannot be deleted while a budget or an alert uses it'), // prettier-ignore
  'cloudresourcemanager/projects': kind('project', ({ name }) => ['projects', 'delete', name.name], 'it stands: whatever is in it goes with it'), // prettier-ignore
};

/** Where grants come among the kinds: before the accounts that they name. */
export const GRANT_RANK = Object.keys(KINDS).indexOf('iam/workloadIdentityPools') - 0.5;

/** Place of a kind in the order of deletion; what is not known goes after all but projects. */
export const rankOf = ({ name }: InventoryItem): number =>
  RANKS.get(`${name.service}/${name.collection}`) ?? RANKS.size - 1.5;

const RANKS: ReadonlyMap<string, number> = new Map(Object.keys(KINDS).map((key, index) => [key, index]));

/** What is known of an item's kind. */
export const kindOf = ({ name }: InventoryItem): LeftoverKind | undefined =>
  Object.hasOwn(KINDS, `${name.service}/${name.collection}`)
    ? KINDS[`${name.service}/${name.collection}`]
    : undefined;

function recordOf({ name }: InventoryItem): Command {
  const [record = '', type = ''] = name.name.split('/');
  return [record, `--type=${type}`, `--zone=${name.parent ?? ''}`];
}
