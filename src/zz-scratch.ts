import { Cloud } from '/work/main/src/rehearsal/cloud/cloud';
import { KubernetesFields } from '/work/main/src/app/rehearse/kube-api/kubernetes-fields';
import { InMemoryCluster } from '/work/main/src/rehearsal/kubernetes/in-memory-cluster';
import { RealClusters } from '/work/main/src/app/rehearse/kube-api/real-clusters';
import { recordedSideEffects } from '/work/main/src/rehearsal/kubernetes/recorded-side-effects';
import { parseAllDocuments } from 'yaml';
import { inInstallOrder } from '/work/main/src/rehearsal/helm/install-order';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
async function main() {
  const roots = ['w255-spring', 'tier-namespace', 'tier-project', 'tier-cluster'];
  for (const real of [false, true]) for (const r of roots) {
    const cloud = new Cloud(Date.UTC(2027, 0, 11));
    const cluster = cloud.insert({ name: '//container.googleapis.com/projects/p/locations/us-west1/clusters/c', type: 'container.googleapis.com/Cluster', project: 'p', madeBy: 'terraform', data: { name: 'c', location: 'us-west1', enable_autopilot: true } });
    const planes = new RealClusters(cloud, '/tmp/kube/bin');
    const t0 = performance.now();
    const api = real ? planes.apiOf(cluster) : new InMemoryCluster({ cloud, cluster: cluster.name, schemas: new KubernetesFields(), effects: recordedSideEffects(cloud, cluster.name) });
    if (real) await api.get({ apiVersion: 'v1', kind: 'Namespace', name: 'x' });
    const t1 = performance.now();
    await api.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'practicum-system' } });
    const files = readdirSync(join('/tmp/k8shelper', r, 'k8s'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.yaml')).sort((a, b) => Number(b.includes('services')) - Number(a.includes('services')));
    let n = 0, bad = 0; const ns: string[] = [];
    for (const f of files) {
      const objects = inInstallOrder(parseAllDocuments(readFileSync(join('/tmp/k8shelper', r, 'k8s', f), 'utf8')).map((d) => d.toJS()));
      for (const o of objects) { try { await api.apply(o); n++; if (o.kind === 'Namespace') ns.push(o.metadata.name); } catch (e) { bad++; console.log(f, o.kind, o.metadata.name, String(e)); } }
    }
    const t2 = performance.now();
    const ref = { apiVersion: 'v1', kind: 'Namespace', name: ns[0]! };
    const listed = (await api.list(ns[0]!)).map((o) => o.kind + '/' + o.metadata.name);
    await api.delete(ref);
    const left = await api.waitUntilGone([ref], 30);
    const t3 = performance.now();
    console.log(real ? 'real' : 'memory', r, 'objects', n, 'refused', bad, 'start ms', Math.round(t1 - t0), 'apply ms', Math.round(t2 - t1), 'ns delete ms', Math.round(t3 - t2), 'left', left.length, 'assets', cloud.list().length, real && r === 'tier-namespace' ? listed.join(' ') : '');
    await planes.stop();
  }
}
void main();
