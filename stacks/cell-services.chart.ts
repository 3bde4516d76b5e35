import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { AccessRoles } from '../constructs/k8s/access-roles';
import { HostPolicy } from '../constructs/k8s/host-policy';
import { LabGateway } from '../constructs/k8s/lab-gateway';
import { PriorityClasses } from '../constructs/k8s/priority-classes';
import { certificateName, gatewayAddressName } from '../src/core/domain/names';

export interface CellServicesChartProps {
  /** Domain that the cluster's Gateway answers for. */
  readonly domain: string;
  readonly taReadsSecrets: boolean;
}

/** What all tenants of a cluster have together: roles, rules of admission, the Gateway, priorities. */
export class CellServicesChart extends Chart {
  constructor(scope: Construct, id: string, { domain, taReadsSecrets }: CellServicesChartProps) {
    super(scope, id, { disableResourceNameHashes: true });
    new PriorityClasses(this, 'Priorities');
    new AccessRoles(this, 'Roles', { taReadsSecrets });
    new HostPolicy(this, 'Hosts');
    new LabGateway(this, 'Gateway', {
      domain,
      certificateMap: certificateName(),
      address: gatewayAddressName(),
    });
  }
}
