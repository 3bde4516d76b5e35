import type { Json, JsonMap } from './json-value';

/** Everything that a synthesis wrote, read back: what the proof is about. */
export interface Artifacts {
  readonly kubernetes: readonly KubernetesDocument[];
  readonly charts: readonly ChartFile[];
  /** Charts of others that lie beside the stacks, packed. */
  readonly archives: readonly ArchiveFile[];
  readonly terraform: readonly TerraformStack[];
}

/** A Kubernetes object of a manifest. */
export interface KubernetesDocument {
  /** Name of the cluster that the manifest is for. */
  readonly cluster: string;
  /** From the folder of the output. */
  readonly file: string;
  /** Place of the object in its file, from 0. */
  readonly index: number;
  readonly object: JsonMap;
}

/** The manifest of a Helm chart that lies beside a stack. */
export interface ChartFile {
  readonly stack: string;
  /** As a release names it, `./charts/<name>`. */
  readonly path: string;
  readonly file: string;
  /** File of the plain output with the very same text. */
  readonly sameAs?: string;
  /** Name of the cluster that file is for. */
  readonly cluster?: string;
}

/** The archive of a chart that somebody else packed. */
export interface ArchiveFile {
  readonly stack: string;
  /** As a release names it, `./charts/<name>.tgz`. */
  readonly path: string;
  readonly file: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** A stack as Terraform reads it. */
export interface TerraformStack {
  readonly stack: string;
  readonly file: string;
  readonly json: Json;
}
