import { NAME_LABEL, TOOLKIT_LABEL } from '../../kubernetes/hardened-pod';
import type { PlacedObject } from '../../kubernetes/placed-object';

export interface AutoscalerProps {
  readonly toolkit: string;
  /** The Deployment that it scales, and its own name. @default - the toolkit's id */
  readonly name?: string;
  readonly maxReplicas: number;
  /** Share of the processor that pods ask for from which on there are more of them, in percent. */
  readonly cpuPercent: number;
}

/** An autoscaler of a Deployment, from one copy to some. It does nothing while the Deployment sleeps. */
export const autoscaler = ({
  toolkit,
  name = toolkit,
  maxReplicas,
  cpuPercent,
}: AutoscalerProps): PlacedObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name, labels: { [NAME_LABEL]: name, [TOOLKIT_LABEL]: toolkit } },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
    minReplicas: 1,
    maxReplicas,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: cpuPercent } },
      },
    ],
  },
});
