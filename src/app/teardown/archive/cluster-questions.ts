import { tryKeepDashboards, tryReadUids } from '../../../core/archive/dashboards';
import { keptKinds, tryKeepManifests } from '../../../core/archive/kept-manifests';
import { GRAFANA } from '../../../core/domain/names';
import { explainKubectl } from '../../grade/explain-kubectl';
import type { RunKubectl } from '../../grade/kubectl';
import { Stopped } from '../../recover/stack-terraform';
import { Undone } from '../undone';
import type { ArchivedContent } from './archive-folder';

/**
 * Asks the Grafana that listens beside it, as its first user, whose password stays in the pod. `GF_SERVER_ROOT_URL` ends
 * with the path that Grafana serves.
 */
const ASK = `set -eu
root="\${GF_SERVER_ROOT_URL#*://}"
for path in "$@"; do
  curl --silent --show-error --fail --user "admin:$(cat /var/lib/grafana/password)" "http://localhost:3000/\${root#*/}$path"
  echo
done`;

const WOKEN = ['--replicas=1', '--timeout=60s'];

/** What an archive asks of a place in its cluster. @throws Undone where kubectl fails, Stopped where somebody stops it */
export class ClusterQuestions {
  constructor(
    private readonly run: RunKubectl,
    private readonly namespace: string,
  ) {}

  /** All objects of the namespace but Secrets; `kinds` are those that the cluster has. */
  async manifests(kinds: readonly string[]): Promise<ArchivedContent> {
    const kept = tryKeepManifests(await this.ask('get', kinds.join(','), '--ignore-not-found', '-o', 'json'));
    if (kept === undefined) throw new Undone('what kubectl says of the namespace is no list');
    return { text: kept.text, entries: kept.count };
  }

  /** The dashboards that people made; a Grafana that sleeps is woken for it, and sleeps again afterwards. */
  async dashboards(): Promise<ArchivedContent> {
    const set = `statefulset/${GRAFANA}`;
    const replicas = (
      await this.ask('get', set, '--ignore-not-found', '-o', 'jsonpath=x{.spec.replicas}')
    ).trim();
    if (replicas === '') return content([]);
    const sleeps = replicas === 'x0';
    if (sleeps) await this.ask('scale', set, ...WOKEN);
    try {
      await this.ask('rollout', 'status', set, '--timeout=300s');
      const uids = tryReadUids(await this.grafana('api/search?type=dash-db&limit=5000'));
      if (uids === undefined) throw new Undone('what Grafana says of its dashboards is no list');
      if (uids.length === 0) return content([]);
      const kept = tryKeepDashboards(await this.grafana(...uids.map((uid) => `api/dashboards/uid/${uid}`)));
      if (kept === undefined) throw new Undone('what Grafana says of a dashboard is none');
      return content(kept);
    } finally {
      if (sleeps) await this.ask('scale', set, '--replicas=0', '--timeout=60s');
    }
  }

  private grafana(...paths: readonly string[]): Promise<string> {
    return this.ask('exec', `statefulset/${GRAFANA}`, '-c', GRAFANA, '--', 'sh', '-c', ASK, 'ask', ...paths);
  }

  private ask(...args: readonly string[]): Promise<string> {
    return answer(this.run, ['--namespace', this.namespace, ...args]);
  }
}

/** Kinds of objects that the cluster has and an archive keeps. */
export async function kindsOf(run: RunKubectl): Promise<readonly string[]> {
  return keptKinds(await answer(run, ['api-resources', '--verbs=list', '--namespaced=true', '-o', 'name']));
}

async function answer(run: RunKubectl, args: readonly string[]): Promise<string> {
  const { code, output, result, stopped } = await run(args);
  if (stopped) throw new Stopped();
  if (code !== 0) throw new Undone(explainKubectl(output));
  return result;
}

const content = (dashboards: readonly object[]): ArchivedContent => ({
  text: `${JSON.stringify(dashboards, undefined, 2)}\n`,
  entries: dashboards.length,
});
