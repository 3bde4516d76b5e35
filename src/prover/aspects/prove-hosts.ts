import type { PlaceRecord } from '../cohort-record';
import type { AspectProof, Finding } from '../finding';
import { cloudHostFaults } from '../hosts/cloud-host-faults';
import { gatewayFaults } from '../hosts/gateway-faults';
import { placeFaults } from '../hosts/place-faults';
import { staffRouteFaults } from '../hosts/staff-route-faults';
import { staffMeshFaults } from '../mesh/staff-mesh-faults';
import type { World } from '../world';

/** Hosts: that each tenant's name leads to its own pods and to nobody else's, from DNS to Service. */
export function proveHosts(world: World): AspectProof {
  const { clusters, cloud, record } = world;
  const kinds = ['HTTPRoute', 'GRPCRoute', 'Ingress', 'VirtualService', 'Service', 'Gateway'];
  const types = [
    'google_dns_record_set',
    'google_dns_managed_zone',
    'google_certificate_manager_certificate',
    'google_certificate_manager_certificate_map_entry',
  ];
  return {
    aspect: 'hosts',
    about: 'Hosts: records, certificates, the Gateway, routes and Services, each to its own tenant',
    objects:
      types.reduce((sum, type) => sum + cloud.ofType(type).length, 0) +
      clusters.reduce(
        (sum, { objects }) => sum + kinds.reduce((part, kind) => part + objects.ofKind(kind).length, 0),
        0,
      ),
    classes: kinds.length,
    findings: [
      ...nested(record.places),
      ...clusters.flatMap((cluster) => [
        ...gatewayFaults(cluster),
        ...staffMeshFaults(cluster, 'hosts'),
        ...staffRouteFaults(cluster),
        ...cluster.places.flatMap((place) => placeFaults(cluster, place)),
      ]),
      ...cloudHostFaults(world),
    ],
  };
}

/** Hosts of which one lies under the other: whoever has the outer may take the inner. */
function nested(places: readonly PlaceRecord[]): readonly Finding[] {
  const owners = new Map<string, PlaceRecord>();
  const twice = places.flatMap((place): readonly Finding[] => {
    const other = owners.get(place.host);
    owners.set(place.host, place);
    return other === undefined ? [] : [nestedFinding(other, place)];
  });
  const under = places.flatMap((place) =>
    place.host
      .split('.')
      .slice(1)
      .map((_, index) =>
        owners.get(
          place.host
            .split('.')
            .slice(index + 1)
            .join('.'),
        ),
      )
      .flatMap((outer) => (outer === undefined ? [] : [nestedFinding(outer, place)])),
  );
  return [...twice, ...under];
}

const nestedFinding = (outer: PlaceRecord, inner: PlaceRecord): Finding => ({
  aspect: 'hosts',
  kind: 'reach',
  from: outer.handle,
  to: inner.handle,
  sentence: "One host is another's, or lies under it",
  path: [{ file: 'cohort.lock.yaml', object: inner.host, says: `lies under ${outer.host}` }],
  pairs: 1,
});
