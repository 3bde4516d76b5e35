import { join } from 'node:path';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import type { KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { isList } from '../../src/rehearsal/values/value';
import { HOME } from '../../src/app/cohort-directory';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { applyObjects } from './apply-objects';
import { CONTROLLERS } from './cluster-controllers';
import { installCourseKinds, systemNamespace } from './fence-world';
import { inPlace } from './kube-path';
import { synthesisedObjects } from './synthesised-objects';
import { until } from './until';

/** The most that one student more may add to a cluster: the place itself, and its Grafana. */
const MOST_OBJECTS = 25;

const { services, places } = synthesisedObjects(join(HOME, 'examples', 'w255-spring'));
const counts = [...places.values()].map((objects) => objects.length);
/** So many of the class are applied; the others are like them, as counted above. */
const SOME = [...places].slice(0, 20);

test('A place adds few objects to a cluster, the same for each student', () => {
  expect(places.size).toBeGreaterThanOrEqual(60);
  expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_OBJECTS);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

/** Scales each place's Grafana to one, and waits until all have their pods: quota and admission let them through. */
async function wakeGrafanas(connection: KubeConnection): Promise<void> {
  const merge = { 'Content-Type': 'application/merge-patch+json' };
  for (const [place] of SOME) {
    const path = inPlace(place, 'statefulsets/grafana/scale', 'apps/v1');
    const { status } = await connection.request('PATCH', path, { spec: { replicas: 1 } }, merge);
    expect({ place, status }).toEqual({ place, status: 200 });
  }
  await until('every Grafana has its pod', async () => {
    const { body } = await connection.request(
      'GET',
      '/api/v1/pods?labelSelector=practicum.dev%2Ftoolkit%3Dgrafana',
    );
    const pods = valueAt(body, ['items']);
    return isList(pods) && pods.length === SOME.length;
  });
}

onRealApi((programs) => {
  test('Places of a class are applied to a real API one after another without a conflict', async () => {
    const plane = await ControlPlane.start(programs, installCourseKinds, { controllers: CONTROLLERS });
    try {
      await applyObjects(plane.connection, [systemNamespace(), ...services]);
      for (const [, objects] of SOME) await applyObjects(plane.connection, objects);
      await wakeGrafanas(plane.connection);
    } finally {
      await plane.stop();
    }
  }, 180_000);
});
