import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import { GrafanaWindows } from '../../constructs/k8s/monitoring/grafana-windows';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../src/rehearsal/values/value';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { temporaryFolder } from '../app/temporary-folder';
import { findManifest, synthConstruct } from '../constructs/k8s/synth-construct';
import { PLACES } from './cast';
import { FenceWorld } from './fence-world';
import { inPlace } from './kube-path';

const ACCOUNT = 'system:serviceaccount:practicum-monitoring:grafana-windows';
/** A place that YAML would take for a word of its own. */
const NO = 'no';
const AWAKE = [PLACES.student, PLACES.other, NO];

const grafana = (namespace: string): string => inPlace(namespace, 'statefulsets/grafana', 'apps/v1');

/** The files of the pod, and what it is told, as the construct makes them. */
function podOf(spans: readonly { readonly from: number; readonly to: number }[]) {
  const made = synthConstruct((chart: Chart) => {
    new GrafanaWindows(chart, 'Windows', { image: 'kubectl', namespaces: AWAKE, spans, placement: {} });
  });
  const files = findManifest(made, 'ConfigMap', 'grafana-windows')['data'] as Readonly<
    Record<string, string>
  >;
  const job = findManifest(made, 'CronJob', 'grafana-windows');
  const container = 'spec.jobTemplate.spec.template.spec.containers.0'
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], job) as {
    readonly env: readonly { readonly name: string; readonly value: string }[];
  };
  return { files, env: Object.fromEntries(container.env.map(({ name, value }) => [name, value])) };
}

onRealApi((programs) => {
  let world: FenceWorld;

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
    await world.admin.request('POST', '/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NO },
    });
    const standing = await world.admin.request('GET', grafana(PLACES.student));
    const spec = valueAt(standing.body, ['spec']) as Attributes;
    await world.admin.request('POST', inPlace(NO, 'statefulsets', 'apps/v1'), {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'grafana' },
      spec,
    });
  }, 120_000);

  afterAll(() => world?.stop());

  /** Runs the script as its pod would: with its files, its environment and the rights of its account. */
  function run(spans: readonly { readonly from: number; readonly to: number }[]) {
    const { files, env } = podOf(spans);
    const folder = temporaryFolder();
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(folder, name), text.replaceAll('/etc/practicum', folder));
    const shim = join(folder, 'kubectl');
    const real = `PATH='${process.env['PATH']}' kubectl --kubeconfig='${world.kubeconfig}' --as=${ACCOUNT}`;
    writeFileSync(shim, `#!/bin/sh\n${real} --cache-dir='${folder}/cache' "$@"\n`);
    chmodSync(shim, 0o755);
    return new Promise<{ code: number | null; said: string }>((ended, failed) => {
      const child = spawn('/bin/sh', [join(folder, 'wake-or-sleep.sh')], {
        env: { ...env, HOME: folder, PATH: `${folder}:${process.env['PATH']}` },
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.on('error', failed);
      child.on('close', (code) => ended({ code, said }));
    });
  }

  const replicas = async (): Promise<readonly unknown[]> =>
    Promise.all(
      AWAKE.map(async (place) =>
        valueAt((await world.admin.request('GET', grafana(place))).body, ['spec', 'replicas']),
      ),
    );

  const now = Math.floor(Date.now() / 1000);
  const HOUR = 3600;

  test.each([
    ['one that holds now', [{ from: now - HOUR, to: now + HOUR }], 1],
    ['one that is over', [{ from: now - 2 * HOUR, to: now - HOUR }], 0],
    ['two, the second of which holds now', [{ from: 0, to: 1 }, { from: now - HOUR, to: now + HOUR }], 1], // prettier-ignore
    ['one that is to come', [{ from: now + HOUR, to: now + 2 * HOUR }], 0],
    ['one that begins now', [{ from: now - 1, to: now + HOUR }], 1],
    ['none', [], 0],
  ])(
    'With %s Grafanas are awake or asleep, in each place that is listed',
    async (_, spans, wanted) => {
      expect(await run(spans)).toMatchObject({ code: 0 });
      expect(await replicas()).toEqual(AWAKE.map(() => wanted));
    },
    30_000,
  );

  test('Places that are not listed keep what they have', async () => {
    await run([{ from: 0, to: now + HOUR }]);
    const { body } = await world.admin.request('GET', grafana(PLACES.team));
    expect(valueAt(body, ['spec', 'replicas'])).toBe(0);
  }, 30_000);

  test('A Grafana that is gone keeps no other from being woken, and is told of', async () => {
    await run([]);
    await world.admin.request('DELETE', grafana(PLACES.other));
    const { code, said } = await run([{ from: 0, to: now + HOUR }]);
    expect({ code, said }).toEqual({ code: expect.any(Number), said: expect.stringContaining('not found') });
    expect(await replicas()).toEqual([1, undefined, 1]);
  }, 30_000);

  test.each([
    [
      'scale another workload',
      'PATCH',
      inPlace('practicum-monitoring', 'statefulsets/alertmanager/scale', 'apps/v1'),
    ],
    ['change a Grafana beyond its scale', 'PATCH', grafana(PLACES.student)],
    ['read the files of a Grafana', 'GET', inPlace(PLACES.student, 'configmaps/grafana')],
    ['list what is in a place', 'GET', inPlace(PLACES.student, 'statefulsets', 'apps/v1')],
    ['read a secret', 'GET', inPlace(PLACES.student, 'secrets/database')],
  ] as const)('Its account may not %s', async (_, method, path) => {
    const answer = await world.admin.request(
      method,
      path,
      method === 'PATCH' ? { spec: { replicas: 0 } } : undefined,
      { 'Impersonate-User': ACCOUNT, 'Content-Type': 'application/merge-patch+json' },
    );
    expect(answer.status).toBe(403);
  });
});
