import { type Chart, Testing } from 'cdk8s';

/** A Kubernetes object as it leaves cdk8s. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** What the constructs that `build` adds to an empty chart come to. */
export function synthConstruct(build: (chart: Chart) => void): readonly Manifest[] {
  const chart = Testing.chart();
  build(chart);
  return chart.toJson() as Manifest[];
}

/** Each object as `Kind/name`, sorted: the inventory of a construct. */
export function inventory(manifests: readonly Manifest[]): readonly string[] {
  return manifests.map(({ kind, metadata }) => `${kind}/${metadata.name}`).sort();
}

/** The one object with that kind and name; any other count is a failure. */
export function findManifest(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const found = manifests.filter((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (found.length !== 1)
    throw new Error(`${found.length} objects are ${kind}/${name}: ${inventory(manifests)}`);
  return found[0]!;
}
