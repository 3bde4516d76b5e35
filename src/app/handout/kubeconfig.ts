import { yamlDocuments } from '../yaml-documents';

/** What a kubeconfig needs to know. */
export interface KubeconfigOptions {
  /** Name of the cluster, and of the context. */
  readonly cluster: string;
  readonly namespace: string;
  /** DNS endpoint of the cluster, if it is known yet. */
  readonly endpoint: string | undefined;
}

/** Stands in a kubeconfig that was written before the cluster: it resolves nowhere, and says why. */
export const UNKNOWN_ENDPOINT = 'known-after-deploy.invalid';

/**
 * A kubeconfig without a secret: who uses it signs in with their own Google account.
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cluster-access-for-kubectl (read 2026-11)
 */
export function kubeconfig({ cluster, namespace, endpoint }: KubeconfigOptions): string {
  return yamlDocuments([
    {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': cluster,
      clusters: [{ name: cluster, cluster: { server: `https://${endpoint ?? UNKNOWN_ENDPOINT}` } }],
      contexts: [{ name: cluster, context: { cluster, namespace, user: cluster } }],
      users: [
        {
          name: cluster,
          user: {
            exec: {
              apiVersion: 'client.authentication.k8s.io/v1beta1',
              command: 'gke-gcloud-auth-plugin',
              installHint: 'Install it with: gcloud components install gke-gcloud-auth-plugin',
              provideClusterInfo: true,
              interactiveMode: 'IfAvailable',
            },
          },
        },
      ],
    },
  ]);
}
