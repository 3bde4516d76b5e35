import { Token } from 'cdktf';
import type { Brand } from '../../src/core/domain/brand';

/** Id of a project as a reference to its resource or data source: orders what uses it, never becomes a name. */
export type ProjectRef = Brand<string, 'ProjectRef'>;
/** Number of a project, which Google gives when the project is created. */
export type ProjectNumberRef = Brand<string, 'ProjectNumberRef'>;
/** Link of a VPC network. */
export type NetworkRef = Brand<string, 'NetworkRef'>;
/** Link of a subnetwork. */
export type SubnetworkRef = Brand<string, 'SubnetworkRef'>;
/** Name of a cluster as a reference to its resource: orders what uses it. */
export type ClusterRef = Brand<string, 'ClusterRef'>;
/** Host name of a cluster's DNS endpoint, without a scheme. */
export type ClusterEndpointRef = Brand<string, 'ClusterEndpointRef'>;
/** E-mail of a service account as a reference to its resource. */
export type ServiceAccountEmailRef = Brand<string, 'ServiceAccountEmailRef'>;
/** IAM member of a service account as a reference to its resource. */
export type MemberRef = Brand<string, 'MemberRef'>;
/** IPv4 address that Google gives when the address is reserved. */
export type AddressRef = Brand<string, 'AddressRef'>;

/** `value`, after making sure that it is a reference: a value known now belongs in a domain type. */
function reference<Ref extends Brand<string, string>>(kind: string): (value: string) => Ref {
  return (value) => {
    if (!Token.isUnresolved(value)) throw new Error(`"${value}" is not a ${kind}: it is known before apply`);
    return value as Ref;
  };
}

export const projectRef = reference<ProjectRef>('ProjectRef');
export const projectNumberRef = reference<ProjectNumberRef>('ProjectNumberRef');
export const networkRef = reference<NetworkRef>('NetworkRef');
export const subnetworkRef = reference<SubnetworkRef>('SubnetworkRef');
export const clusterRef = reference<ClusterRef>('ClusterRef');
export const clusterEndpointRef = reference<ClusterEndpointRef>('ClusterEndpointRef');
export const serviceAccountEmailRef = reference<ServiceAccountEmailRef>('ServiceAccountEmailRef');
export const memberRef = reference<MemberRef>('MemberRef');
export const addressRef = reference<AddressRef>('AddressRef');
