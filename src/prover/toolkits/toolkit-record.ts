/** A toolkit in all places that have it alike. */
export interface ToolkitRecord {
  readonly toolkit: string;
  readonly workloads: readonly {
    readonly kind: string;
    readonly name: string;
    /** When awake. */
    readonly replicas: number;
  }[];
  /** Drawn before its workloads first wake. */
  readonly secrets: readonly { readonly name: string; readonly keys: readonly string[] }[];
  readonly namespaces: readonly string[];
  readonly awake: readonly { readonly opens: string; readonly closes: string }[];
}
