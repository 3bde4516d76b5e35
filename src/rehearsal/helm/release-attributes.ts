import type { Attributes } from '../values/value';
import type { ReleaseId } from './release-objects';
import type { Revision } from './release-records';

/** What the provider plans where the configuration is silent (provider helm 3.1, 2026-11). */
export const RELEASE_DEFAULTS: Attributes = {
  atomic: false,
  cleanup_on_fail: false,
  create_namespace: false,
  dependency_update: false,
  disable_crd_hooks: false,
  disable_openapi_validation: false,
  disable_webhooks: false,
  force_update: false,
  lint: false,
  max_history: 0,
  namespace: 'default',
  pass_credentials: false,
  recreate_pods: false,
  render_subchart_notes: true,
  replace: false,
  reset_values: false,
  reuse_values: false,
  skip_crds: false,
  take_ownership: false,
  timeout: 300,
  upgrade_install: false,
  verify: false,
  wait: true,
  wait_for_jobs: false,
};

/** Everything that the provider reads from a release's record; `manifest` and `resources` need an experiment. */
export function recordedAttributes({ name, namespace }: ReleaseId, last: Revision): Attributes {
  return {
    id: name,
    name,
    namespace,
    status: last.status,
    version: last.version,
    manifest: null,
    resources: null,
    metadata: {
      name,
      namespace,
      revision: last.revision,
      chart: last.chart,
      version: last.version,
      app_version: last.appVersion,
      values: last.values,
      first_deployed: last.firstDeployed,
      last_deployed: last.lastDeployed,
      notes: '',
    },
  };
}
