import { byText } from '../../src/core/domain/sorting';

/** Cluster whose pods print, as log entries name it. */
export interface LogSource {
  readonly projectId: string;
  readonly cluster: string;
  readonly location: string;
}

/**
 * Entries that containers of these namespaces print, and events about their pods. A pod writes what it says and not where it
 * comes from: that the node's agent adds.
 *
 * @see https://cloud.google.com/logging/docs/api/v2/resource-list (read 2026-11)
 */
export function namespaceFilter(
  { projectId, cluster, location }: LogSource,
  namespaces: readonly string[],
): string {
  if (namespaces.length === 0) throw new Error('a filter without namespaces would take the logs of all');
  const names = [...namespaces].sort(byText(String)).map((name) => `"${name}"`);
  return [
    'resource.type=("k8s_container" OR "k8s_pod")',
    `resource.labels.project_id="${projectId}"`,
    `resource.labels.location="${location}"`,
    `resource.labels.cluster_name="${cluster}"`,
    `resource.labels.namespace_name=${names.length === 1 ? names[0]! : `(${names.join(' OR ')})`}`,
  ].join(' AND ');
}
