import { Construct } from 'constructs';
import { MeshGateway } from '../constructs/k8s/mesh-gateway';
import { MeshLabelPolicy } from '../constructs/k8s/mesh-label-policy';
import { ON_SYSTEM_NODES } from '../src/core/kubernetes/hardened-pod';

export interface CellMeshProps {
  /** Domain that the cell answers for. */
  readonly domain: string;
}

/** What the mesh of a cell has of ours, beside the charts that bring Istio: the way in, and who stays in. */
export class CellMesh extends Construct {
  constructor(scope: Construct, id: string, { domain }: CellMeshProps) {
    super(scope, id);
    new MeshGateway(this, 'Gateway', { domain, placement: ON_SYSTEM_NODES });
    new MeshLabelPolicy(this, 'Labels');
  }
}
