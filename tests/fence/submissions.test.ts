import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { isKubernetesObject, valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Value } from '../../src/rehearsal/values/value';
import { isList, isRecord } from '../../src/rehearsal/values/value';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { clusterBehind, pathOf } from './apply-objects';
import type { Person, Place } from './cast';
import { PLACES } from './cast';
import { FenceWorld } from './fence-world';
import { inPlace } from './kube-path';
import { until } from './until';

const FOLDER = join(__dirname, 'submissions');

/** Work of students as they hand it in, each in a style of its own. */
const SUBMISSIONS = readdirSync(FOLDER).sort();

/** Those that a member hands in for the team. */
const OF_TEAM: ReadonlySet<string> = new Set(['autoscaled', 'cache-and-grpc']);

/** How its author would have kubectl read a submission. */
function sourceOf(name: string): readonly [flag: string, path: string] {
  const production = join(FOLDER, name, 'overlays', 'prod');
  const folder = existsSync(production) ? production : join(FOLDER, name);
  const isKustomized = readdirSync(folder).some((file) => /^kustomization\.ya?ml$/.test(file));
  return [isKustomized ? '-k' : '-f', folder];
}

/** Where workloads say how many pods they have, and are to have. */
const PODS: Readonly<Record<string, { readonly has: string; readonly wants: string }>> = {
  Deployment: { has: 'replicas', wants: 'replicas' },
  Job: { has: 'active', wants: 'parallelism' },
  // The second one waits until the first is ready, and nothing gets ready without a node.
  StatefulSet: { has: 'replicas', wants: 'replicas' },
};

onRealApi((programs) => {
  let world: FenceWorld;
  const refused: string[] = [];

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
  }, 120_000);

  afterAll(async () => {
    process.stdout.write(`submissions tried ${SUBMISSIONS.length}, refused ${refused.length}\n`);
    await world?.stop();
  });

  const get = async (by: Person, object: KubernetesObject): Promise<Value | undefined> => {
    const path = await pathOf(clusterBehind(world.admin), object);
    const { status, body } = await world.request(by, { method: 'GET', path });
    return status === 200 && isRecord(body) ? body : undefined;
  };

  const podsIn = async (by: Person, place: Place): Promise<readonly Value[]> => {
    const { body } = await world.request(by, { method: 'GET', path: inPlace(place, 'pods') });
    const items = valueAt(body, ['items']);
    return isList(items) ? items : [];
  };

  const hasItsPods = async (by: Person, object: KubernetesObject): Promise<boolean> => {
    const { has, wants } = PODS[object.kind]!;
    const now = await get(by, object);
    return valueAt(now, ['status', has]) === (valueAt(now, ['spec', wants]) ?? 1);
  };

  const haveTheirPods = async (by: Person, objects: readonly KubernetesObject[]): Promise<boolean> => {
    const workloads = objects.filter(({ kind }) => kind in PODS);
    return (await Promise.all(workloads.map((object) => hasItsPods(by, object)))).every(Boolean);
  };

  test.each(SUBMISSIONS)(
    'The submission %s is admitted as it is, its pods are made, and its author can delete it',
    async (name) => {
      const by: Person = OF_TEAM.has(name) ? 'member' : 'student';
      const place = OF_TEAM.has(name) ? PLACES.team : PLACES.student;
      const source = sourceOf(name);
      const applied = await world.kubectl(by, place, 'apply', ...source, '-o', 'json');
      try {
        if (applied.code !== 0) refused.push(name);
        expect({ code: applied.code, err: withoutWarnings(applied.err) }).toEqual({ code: 0, err: '' });
        expect(objectsIn(applied.out).length).toBeGreaterThan(0);
        await until(`the pods of ${name} are made`, () => haveTheirPods(by, objectsIn(applied.out)));
      } finally {
        expect(await world.kubectl(by, place, 'delete', ...source, '--wait=false')).toMatchObject({
          code: 0,
        });
        // Kubernetes leaves the claims of a stateful set to whoever owns the data.
        await world.kubectl(by, place, 'delete', 'persistentvolumeclaims', '--all', '--wait=false');
        await until(`the pods of ${name} are gone`, async () => (await podsIn(by, place)).length === 0);
      }
      const standing = await Promise.all(objectsIn(applied.out).map((object) => get(by, object)));
      expect(standing.filter((object) => object !== undefined)).toEqual([]);
    },
    60_000,
  );
});

/** Warnings say what the stricter profile of Pod Security would refuse. */
const withoutWarnings = (err: string): string =>
  err
    .split('\n')
    .filter((line) => line !== '' && !/^(# )?Warning: /.test(line))
    .join('\n');

function objectsIn(json: string): readonly KubernetesObject[] {
  const value = JSON.parse(json) as Value;
  const items = valueAt(value, ['items']);
  return (isList(items) ? items : [value]).filter(isKubernetesObject);
}
