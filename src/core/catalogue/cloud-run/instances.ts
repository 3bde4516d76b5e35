/** Most copies of a service at once: enough to see it scale; each deploy of Practicum puts back what a tenant raised. */
export const MAX_INSTANCES = 2;

/** What each copy has, until the tenant deploys with another size. */
export const INSTANCE = { vcpus: 1, gib: 0.5 } as const;
