import { stringify } from 'yaml';
import type { Cloud } from '../../../src/rehearsal/cloud/cloud';
import type { ChartSource } from '../../../src/rehearsal/helm/chart';
import { contentHashOf } from '../../../src/rehearsal/helm/chart';
import { helmReleaseKind } from '../../../src/rehearsal/helm/helm-release-kind';
import { RELEASE_DEFAULTS } from '../../../src/rehearsal/helm/release-attributes';
import type { InMemoryCluster } from '../../../src/rehearsal/kubernetes/in-memory-cluster';
import type { KubernetesObject } from '../../../src/rehearsal/kubernetes/kubernetes-object';
import { directOperation } from '../../../src/rehearsal/provider/direct-operation';
import type { Operation } from '../../../src/rehearsal/provider/operation';
import type { ResourceKind } from '../../../src/rehearsal/provider/resource-kind';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { configMap, namespace, sampleCluster } from '../kubernetes/sample-cluster';

export const HOST = 'https://gke-1234.us-west1.gke.goog';

const CHART_YAML = 'apiVersion: v2\nname: practicum\nversion: 0.0.0\n';

/** Files of a chart that emits these objects. */
export const chartFiles = (objects: readonly KubernetesObject[]): Readonly<Record<string, string>> => ({
  'Chart.yaml': CHART_YAML,
  'templates/manifest.yaml': '{{ .Files.Get "files/manifest.yaml" }}\n',
  'files/manifest.yaml': objects.map((object) => stringify(object)).join('---\n'),
});

/** The objects of a lab: its namespace and a ConfigMap inside. */
export const lab = (
  data: Attributes = { week: '1' },
  metadata: Attributes = {},
): readonly KubernetesObject[] => [namespace('lab'), configMap('notes', { data }, metadata)];

/** A cluster, charts that can be replaced, and the kind of release that is tested. */
export class SampleHelm {
  readonly kind: ResourceKind;
  readonly cloud: Cloud;
  readonly api: InMemoryCluster;
  readonly charts = new Map<string, Readonly<Record<string, string>>>();
  readonly waits: string[] = [];
  readonly operation: Operation;

  constructor(private readonly answers = (): boolean => true) {
    const { cloud, api } = sampleCluster();
    this.cloud = cloud;
    this.api = api;
    const source: ChartSource = {
      read: (path) => {
        const files = this.charts.get(path);
        return files === undefined ? { problem: `path "${path}" not found` } : { path, files };
      },
    };
    this.kind = helmReleaseKind(source, (host) => (host === HOST && this.answers() ? api : undefined));
    this.operation = {
      ...directOperation(cloud, { kubernetes: { host: HOST } }),
      wait: (seconds, why) => void this.waits.push(`${seconds} s: ${why}`),
    };
  }

  /** What Terraform plans for a release of these objects, whose chart it finds at `./charts/lab`. */
  planned(objects: readonly KubernetesObject[], given: Attributes = {}): Attributes {
    const files = chartFiles(objects);
    this.charts.set('./charts/lab', files);
    return {
      ...RELEASE_DEFAULTS,
      id: UNKNOWN,
      metadata: UNKNOWN,
      description: null,
      name: 'lab',
      namespace: 'releases',
      create_namespace: true,
      chart: './charts/lab',
      values: [JSON.stringify({ contentHash: contentHashOf(files) })],
      max_history: 3,
      cleanup_on_fail: true,
      timeout: 600,
      ...given,
    };
  }

  async install(objects: readonly KubernetesObject[], given: Attributes = {}): Promise<Attributes> {
    return this.kind.create(this.planned(objects, given), this.operation);
  }

  async upgrade(
    state: Attributes,
    objects: readonly KubernetesObject[],
    given: Attributes = {},
  ): Promise<Attributes> {
    return this.kind.update(this.planned(objects, given), state, this.operation);
  }

  /** What Helm's record says of the release, without manifests. */
  get record(): readonly string[] {
    const asset = this.cloud.list().find(({ type }) => type === 'helm.sh/Release');
    const revisions = (asset?.data['revisions'] ?? []) as readonly Attributes[];
    return revisions.map(({ revision, status, description }) => `${revision} ${status}: ${description}`);
  }

  /** Objects in the namespace `lab`, with what they hold. */
  async inLab(): Promise<readonly string[]> {
    const objects = await this.api.list('lab');
    return objects.map(
      ({ kind, metadata, data }) => `${kind} ${metadata.name} ${JSON.stringify(data ?? {})}`,
    );
  }
}

/** What a call is refused with, in the words that the provider prints. */
export async function refusalOf(call: Promise<unknown> | unknown): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return (error as { text: string }).text;
  }
}
