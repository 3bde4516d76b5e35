import { NAMES } from '../expected-names';
import type { AspectProof, Finding } from '../finding';
import { ANY_TENANT, EVERYONE_ELSE } from '../finding';
import { grouped } from '../grouped';
import { iamDifferences } from '../iam/iam-differences';
import { namespaceOf } from '../kubernetes/cluster-objects';
import { logFaults } from '../logs/log-faults';
import { alertFaults } from '../monitoring/alert-faults';
import { staffGrafanaFaults, tenantGrafanaFaults } from '../monitoring/grafana-faults';
import { classHoursFaults } from '../monitoring/class-hours-faults';
import { hostMetricFaults } from '../monitoring/host-metric-faults';
import { homeFaults, missingObjects } from '../monitoring/home-faults';
import { managedFaults } from '../monitoring/managed-faults';
import { metricsPodFaults } from '../monitoring/metrics-pod-faults';
import type { MonitoringFault } from '../monitoring/monitoring-fault';
import { scrapeFaults } from '../monitoring/scrape-faults';
import { windowsFaults } from '../monitoring/windows-faults';
import { wayFaults } from '../monitoring/ways';
import type { ClusterWorld, World } from '../world';

/**
 * Metrics and logs: that no tenant reads those of another, nor writes any under another's name.
 *
 * All metrics of a cluster are in one pod, on loopback. Beside it a proxy asks Kubernetes whether the caller holds a
 * right to the namespace that a header names, and a second one writes the same header's namespace into the question.
 * So the proof is in parts: that this pod is built that way; that no other way leads to it; that rights to it are
 * bound in the own namespace alone, which the roles are read for; and that whose a metric is comes from Kubernetes.
 */
export function proveMetrics(world: World): AspectProof {
  const grants = world.iam.filter(({ role }) => /^roles\/(monitoring|logging)\./.test(role));
  const objects = world.clusters
    .flatMap((cluster) => cluster.objects.all)
    .filter((document) => namespaceOf(document) === NAMES.monitoringNamespace);
  return {
    aspect: 'metrics',
    about:
      'Who reads metrics and logs, and under whose name they are kept: the only ways to them, and their roles',
    objects:
      new Set(grants.map(({ resource }) => resource)).size +
      objects.length +
      world.cloud.ofType('google_logging_metric').length,
    classes: grouped(
      world.clusters,
      ({ monitoring, owner }) => `${monitoring.collector} ${owner === undefined}`,
    ).size,
    findings: [
      ...iamDifferences(world, 'metrics'),
      ...hostMetricFaults(world),
      ...logFaults(world),
      ...world.clusters.flatMap((cluster) => [
        ...clusterFaults(world, cluster).map((fault) => clusterFinding(cluster, fault)),
        ...cluster.places
          .filter(({ hasGrafana }) => hasGrafana)
          .flatMap((place) =>
            tenantGrafanaFaults(cluster, place).map((fault) => placeFinding(place.handle, fault)),
          ),
      ]),
    ],
  };
}

const clusterFaults = ({ record }: World, cluster: ClusterWorld): readonly MonitoringFault[] => [
  ...missingObjects(cluster),
  ...homeFaults(cluster),
  ...wayFaults(cluster),
  ...metricsPodFaults(cluster),
  ...scrapeFaults(cluster),
  ...managedFaults(cluster),
  ...alertFaults(record, cluster),
  ...windowsFaults(cluster),
  ...classHoursFaults(cluster),
  ...staffGrafanaFaults(cluster),
];

const clusterFinding = ({ places }: ClusterWorld, { kind, sentence, step }: MonitoringFault): Finding => ({
  aspect: 'metrics',
  kind,
  from: ANY_TENANT,
  to: EVERYONE_ELSE,
  sentence,
  path: [step],
  pairs: places.length * Math.max(1, places.length - 1),
});

const placeFinding = (handle: string, { kind, sentence, step }: MonitoringFault): Finding => ({
  aspect: 'metrics',
  kind,
  from: handle,
  to: kind === 'cannot work' ? handle : EVERYONE_ELSE,
  sentence,
  path: [step],
  pairs: 1,
});
