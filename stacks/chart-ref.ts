/** A local Helm chart as a stack refers to it: where it lies, and a hash that changes with its content. */
export interface ChartRef {
  /** Relative to the stack's folder. */
  readonly path: string;
  readonly contentHash: string;
}
