import type { HelmProvider } from '@cdktf/provider-helm/lib/provider';
import type { ReleaseConfig } from '@cdktf/provider-helm/lib/release';
import type { ITerraformDependable } from 'cdktf';

/** What every Helm release is told, whatever its chart. */
export interface ReleaseProps {
  readonly name: string;
  /** @default - the stack's only helm provider */
  readonly provider?: HelmProvider;
  /** @default - nothing but the provider's cluster */
  readonly dependsOn?: readonly ITerraformDependable[];
  /** @default 600 */
  readonly timeoutSeconds?: number;
}

/** How releases are installed: to the end or not at all, and without a rollback. */
export const releaseSettings = ({
  name,
  provider,
  dependsOn = [],
  timeoutSeconds = 600,
}: ReleaseProps): Omit<ReleaseConfig, 'chart'> => ({
  name,
  wait: true,
  timeout: timeoutSeconds,
  cleanupOnFail: true,
  // A rollback would leave the cluster unlike the state, and hide what failed.
  atomic: false,
  maxHistory: 3,
  disableOpenapiValidation: false,
  lint: false,
  ...(provider && { provider }),
  ...(dependsOn.length > 0 && { dependsOn: [...dependsOn] }),
});
