import type { TerraformStack } from 'cdktf';
import type { ClusterProps } from '../../../constructs/gcp/cluster-guards';
import { projectId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { aNetwork, aProject, standing } from './synth-construct';

/** What every cluster of the tests is told; people are named by their accounts in it. */
export function clusterProps(stack: TerraformStack): Required<Omit<ClusterProps, 'securityGroup'>> {
  return {
    project: aProject(stack),
    projectId: projectId('w255-spring27-c1'),
    name: 'w255-spring27-c1',
    location: 'us-west1',
    network: aNetwork(stack),
    releaseChannel: 'REGULAR',
    maintenance: {
      startTime: '2027-01-02T10:00:00Z' as Instant,
      endTime: '2027-01-02T18:00:00Z' as Instant,
      recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU',
      exclusions: [],
    },
    labels: { cohort: 'w255-spring27' },
    dependsOn: [standing(stack)],
  };
}
