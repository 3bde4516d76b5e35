import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { managedMetadata } from '../managed-metadata';
import { COLLECTED_LABEL } from '../collected-label-policy';
import type { Fields } from '../../../src/core/kubernetes/hardened-pod';

/** Label by which a tenant's pod asks to be scraped: Managed Service for Prometheus reads no annotations. */
export const SCRAPE_LABEL = 'prometheus.io/scrape';
/** Name of the container port that is scraped. */
export const METRICS_PORT_NAME = 'metrics';

const API = 'monitoring.googleapis.com/v1';

/** A rule of relabelling, as Prometheus writes it. */
interface Relabelling {
  readonly action: string;
  readonly source_labels?: readonly string[];
  readonly regex: string;
  readonly target_label?: string;
  readonly replacement?: string;
}

export interface ManagedCollectionProps {
  readonly scrape: {
    readonly intervalSeconds: number;
    readonly timeoutSeconds: number;
    readonly samplesPerPod: number;
    readonly labelsPerSample: number;
    readonly labelNameLength: number;
    readonly labelValueLength: number;
  };
  /** What nodes tell, by the name of the job. */
  readonly nodes: readonly {
    readonly name: string;
    readonly path: string;
    readonly relabelling: readonly Relabelling[];
  }[];
  /** What tells how tenants' hosts are asked, and what becomes of its names. */
  readonly hosts: {
    readonly name: string;
    readonly program: string;
    readonly path: string;
    readonly relabelling: readonly Relabelling[];
  };
  /** Groups of rules, as Prometheus has them, by the name of their file. */
  readonly groups: Readonly<Record<string, readonly Fields[]>>;
  /** Names that a tenant's metrics may not have. */
  readonly reservedMetrics: string;
}

/**
 * What Google Cloud Managed Service for Prometheus collects: the same metrics and rules. It writes the namespace of a pod
 * into all that the pod tells, and nobody can write another.
 *
 * @see https://github.com/GoogleCloudPlatform/prometheus-engine/blob/main/doc/api.md (read 2026-11)
 */
export class ManagedCollection extends Construct {
  constructor(scope: Construct, id: string, props: ManagedCollectionProps) {
    super(scope, id);
    const { scrape, groups, nodes, hosts, reservedMetrics } = props;
    const interval = `${scrape.intervalSeconds}s`;
    this.addCollector('ClusterPodMonitoring', 'tenants', {
      selector: { matchLabels: { [SCRAPE_LABEL]: 'true' } },
      endpoints: [
        {
          port: METRICS_PORT_NAME,
          interval,
          timeout: `${scrape.timeoutSeconds}s`,
          metricRelabeling: [{ action: 'drop', sourceLabels: ['__name__'], regex: reservedMetrics }],
        },
      ],
      targetLabels: { metadata: ['namespace', 'pod'] },
      limits: {
        samples: scrape.samplesPerPod,
        labels: scrape.labelsPerSample,
        labelNameLength: scrape.labelNameLength,
        labelValueLength: scrape.labelValueLength,
      },
    });
    this.addCollector('ClusterPodMonitoring', 'kube-state-metrics', {
      // A label that no pod of a tenant may carry: what it shows is taken for the namespace that it names.
      selector: { matchLabels: { [COLLECTED_LABEL]: 'kube-state-metrics' } },
      endpoints: [{ port: 'metrics', interval }],
      // What it tells of a tenant's object carries that object's namespace.
      targetLabels: { metadata: [] },
    });
    this.addCollector('ClusterPodMonitoring', hosts.name, {
      selector: { matchLabels: { [COLLECTED_LABEL]: hosts.program } },
      endpoints: [
        {
          port: 'metrics',
          path: hosts.path,
          interval,
          metricRelabeling: hosts.relabelling.map(asGoogleWrites),
        },
      ],
      // What it tells of a host carries the namespace that the host is of.
      targetLabels: { metadata: [] },
    });
    for (const { name, path, relabelling } of nodes) {
      this.addCollector('ClusterNodeMonitoring', name, {
        selector: { matchLabels: {} },
        endpoints: [
          {
            path,
            scheme: 'https',
            interval,
            tls: { insecureSkipVerify: true },
            metricRelabeling: relabelling.map(asGoogleWrites),
          },
        ],
      });
    }
    for (const [file, fields] of Object.entries(groups)) {
      new ApiObject(this, `Rules ${file}`, {
        apiVersion: API,
        kind: 'ClusterRules',
        metadata: managedMetadata({ name: file.replace(/\.ya?ml$/, '') }),
        spec: { groups: fields },
      });
    }
  }

  private addCollector(
    kind: 'ClusterPodMonitoring' | 'ClusterNodeMonitoring',
    name: string,
    spec: Fields,
  ): void {
    new ApiObject(this, name, {
      apiVersion: API,
      kind,
      metadata: managedMetadata({ name }),
      spec,
    });
  }
}

/** The same rule, its keys as Kubernetes has them. */
const asGoogleWrites = ({
  source_labels: sourceLabels,
  target_label: targetLabel,
  ...rule
}: Relabelling): Fields => ({
  ...rule,
  ...(sourceLabels === undefined ? {} : { sourceLabels }),
  ...(targetLabel === undefined ? {} : { targetLabel }),
});
