/** What tenants may run beside images of their own registry. */
export interface AllowedImages {
  /** Registries that any image may come from: `ghcr.io`. */
  readonly registries: readonly string[];
  /** Images by their whole name without tag, or paths that images lie under: `docker.io/library/redis`. */
  readonly images: readonly string[];
}
