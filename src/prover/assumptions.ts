/** What a proof takes for granted: whoever reads "no way" must know what was not looked at. */
export const ASSUMPTIONS: readonly string[] = [
  'Kubernetes, GKE and Google Cloud do what their documentation says: RBAC, network policies, Pod Security, IAM.',
  'The kernel and the container runtime keep containers of one node apart; no side channel is looked for.',
  'CEL in admission policies is not worked out, only what it speaks of; attacks on a real API try what it refuses.',
  'Nobody changes by hand what was deployed, and whoever owns the folder and the projects above is trusted.',
  'Whoever teaches is trusted with the places of the cohort; people keep their passwords to themselves.',
  'Where groups stand for people, they hold whom "practicum groups" lists; who manages them is trusted.',
  "What is public is reached by everyone: the internet, other tenants' hosts, images of allowed registries.",
  'Cloud Logging does what filters say; of which namespace an entry is, the agent on the node says, and no pod.',
  'Tenants of one cluster share nodes: that one slows another down within its quota is not a reach.',
  'What a tenant spends is not looked at: who deploys a service on Cloud Run may scale it, to the quotas of its project.',
  'A chart of others does what its publisher says: its archive is held to a digest, and its templates are not read.',
  'Objects that students make later are bounded by RBAC, Pod Security, quotas and admission, not read here.',
];
