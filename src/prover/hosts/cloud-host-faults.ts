import type { CohortRecord, PlaceRecord } from '../cohort-record';
import type { Finding } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE, STAFF } from '../finding';
import { listAt, mapAt, textAt } from '../json-value';
import type { CloudResource } from '../terraform/cloud-resources';
import { stepIn } from '../terraform/cloud-resources';
import type { World } from '../world';
import { isHostUnder } from './is-host-under';

/** Whose a name is: a tenant's with an address of its own, a cell's, or nobody's. */
interface Owner {
  readonly project: string;
  readonly label: string;
}

/** What is wrong with DNS records and certificates. */
export function cloudHostFaults(world: World): readonly Finding[] {
  const { cloud } = world;
  const certificates = [
    ...cloud.ofType('google_certificate_manager_certificate').map((each) => ({
      each,
      names: listAt(mapAt(each.body, 'managed'), 'domains').map((name) => cloud.resolve(each.stack, name)),
    })),
    ...cloud
      .ofType('google_certificate_manager_certificate_map_entry')
      .map((each) => ({ each, names: [cloud.text(each, 'hostname')] })),
  ];
  return [
    ...cloud.ofType('google_dns_record_set').flatMap((each) => recordFaults(world, each)),
    ...unnamed(world),
    ...certificates.flatMap(({ each, names }) =>
      names.flatMap((name) => certificateFaults(world, each, name)),
    ),
  ];
}

/** Hosts of tenants that no record leads anywhere. */
function unnamed({ record, cloud }: World): readonly Finding[] {
  const names = new Set(
    cloud.ofType('google_dns_record_set').flatMap((each) => {
      const name = cloud.text(each, 'name').replace(/\.$/, '');
      return cloud.text(each, 'type') === 'A' ? [name] : [];
    }),
  );
  return record.places
    .filter(({ host, ownProject, clusterProject }) =>
      ownProject === clusterProject ? !names.has(host) : !names.has(`*${host.slice(host.indexOf('.'))}`),
    )
    .map(({ host, handle }) => ({
      aspect: 'hosts',
      kind: 'cannot work',
      from: handle,
      to: handle,
      sentence: 'No DNS record leads to a host',
      path: [{ file: 'terraform', object: host, says: 'has no record of its name, nor a wildcard above it' }],
      pairs: 1,
    }));
}

/** Owner of a name: a tenant only where it has a cluster, and so an address, of its own. */
function ownerOf({ places, cells }: CohortRecord, name: string): Owner | undefined {
  const hasAddress = ({ ownProject, clusterProject }: PlaceRecord): boolean => ownProject === clusterProject;
  const place = places.find(({ host }) => isHostUnder(name, host));
  if (place !== undefined && hasAddress(place)) return { project: place.ownProject!, label: place.handle };
  const cell = [...cells]
    .sort((a, b) => b.domain.length - a.domain.length)
    .find(({ domain }) => isHostUnder(name, domain));
  return cell && { project: cell.project, label: STAFF };
}

function recordFaults({ record, cloud }: World, resource: CloudResource): readonly Finding[] {
  const type = cloud.text(resource, 'type');
  const name = cloud.text(resource, 'name').replace(/\.$/, '');
  const values = listAt(resource.body, 'rrdatas').map((value) => textAt({ value }, 'value') ?? '');
  const [value = ''] = values;
  const target = cloud.tryFollow(resource.stack, value);
  // A proof of ownership: Google says both the name and the value.
  const authorization = cloud.tryFollow(resource.stack, textAt(resource.body, 'name') ?? '');
  if (type === 'CNAME' && authorization?.type === 'google_certificate_manager_dns_authorization')
    return target === authorization
      ? []
      : [fault(resource, 'A proof of ownership is for somebody else', value)];
  if (type === 'NS') {
    const isCell = record.cells.some(({ domain }) => domain === name);
    const zone = target ?? cloud.tryFollow(resource.stack, JSON.stringify(resource.body['rrdatas'] ?? ''));
    return isCell && zone?.type === 'google_dns_managed_zone'
      ? []
      : [
          fault(
            resource,
            'A part of the domain is handed to servers that no stack makes',
            `${name} to ${value}`,
          ),
        ];
  }
  const owner = ownerOf(record, name);
  const isOwn =
    type === 'A' &&
    values.length === 1 &&
    owner !== undefined &&
    target?.type === 'google_compute_global_address' &&
    cloud.text(target, 'project') === owner.project;
  return isOwn
    ? []
    : [fault(resource, "A name leads to an address that is not its owner's", `${name} ${type} ${value}`)];
}

function certificateFaults(
  { record, cloud }: World,
  resource: CloudResource,
  name: string,
): readonly Finding[] {
  const owner = ownerOf(record, name);
  if (owner !== undefined && owner.project === cloud.text(resource, 'project')) return [];
  return [fault(resource, "A certificate is for a name that is not its project's", name)];
}

const fault = (resource: CloudResource, sentence: string, says: string): Finding => ({
  aspect: 'hosts',
  kind: 'reach',
  from: ANY_TENANT,
  to: EVERYONE_ELSE,
  sentence,
  path: [stepIn(resource, `says ${says}`)],
  pairs: 1,
});
