import { join } from 'node:path';
import type { CohortDirectory } from '../cohort-directory';
import { writeTerraform } from '../synthesize';
import type { Outcome } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import { seedOrganization } from '../../rehearsal/google/organization';
import { helmReleaseKind } from '../../rehearsal/helm/helm-release-kind';
import { NO_OBSERVER } from '../../rehearsal/provider/call';
import { resolveCohort } from '../resolve-cohort';
import { chartFolders } from './chart-folders';
import { ClusterApis } from './cluster-apis';
import { markFolder } from './rehearsal-folder';
import { Simulation } from './simulation';
import { instantOf } from './term-day';

/** A simulated cloud that runs until it is closed, for terraform in other windows. */
export interface ServedCloud {
  /** What terraform needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Folder of the output whose stacks work on it. */
  readonly terraform: string;
  readonly assets: number;
  close(): Promise<void>;
}

/** Synthesises the cohort and serves a cloud for it; one that was served from this folder before goes on. */
export async function serveCloud(cohort: CohortDirectory, folder: string): Promise<Outcome<ServedCloud>> {
  const resolved = resolveCohort({ cohort: cohort.path }, { record: false, charts: true });
  if (!resolved.ok) return resolved;
  const { plan, charts } = resolved.value;
  markFolder(folder);
  const terraform = join(folder, 'terraform');
  writeTerraform(plan, terraform, () => undefined, charts);
  const simulation: Simulation = await Simulation.start({
    folder: join(folder, 'cloud'),
    start: instantOf(plan.term.starts),
    helm: () => helmReleaseKind(chartFolders(terraform), (host) => clusters.tryFind(host)),
    observer: NO_OBSERVER,
  });
  const clusters: ClusterApis = new ClusterApis(simulation.cloud, process.env['KUBEBUILDER_ASSETS']);
  seedOrganization(simulation.cloud, plan.google);
  simulation.take(terraform);
  return accept({
    environment: simulation.environment,
    terraform,
    assets: simulation.cloud.list().length,
    close: async () => {
      await clusters.close();
      await simulation.close();
    },
  });
}
