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
    readonly relabelling: readonly {
      readonly action: string;
      readonly source_labels?: readonly string[];
      readonly regex: string;
    }[];
  }[];
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
    const { scrape, groups, nodes, reservedMetrics } = props;
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
    for (const { name, path, relabelling } of nodes) {
      this.addCollector('ClusterNodeMonitoring', name, {
        selector: { matchLabels: {} },
        endpoints: [
          {
            path,
            scheme: 'https',
            interval,
            tls: { insecureSkipVerify: true },
            metricRelabeling: relabelling.map(({ source_labels: sourceLabels, ...rule }) => ({
              ...rule,
              ...(sourceLabels === undefined ? {} : { sourceLabels }),
            })),
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
