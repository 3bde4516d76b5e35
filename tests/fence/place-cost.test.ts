import { join } from 'node:path';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import { HOME } from '../../src/app/cohort-directory';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { applyObjects } from './apply-objects';
import { CONTROLLERS } from './cluster-controllers';
import { installCourseKinds, systemNamespace } from './fence-world';
import { synthesisedObjects } from './synthesised-objects';

/** The most that one student more may add to a cluster. */
const MOST_OBJECTS = 20;

const { services, places } = synthesisedObjects(join(HOME, 'examples', 'w255-spring'));
const counts = [...places.values()].map((objects) => objects.length);

test('A place adds few objects to a cluster, the same for each student', () => {
  expect(places.size).toBeGreaterThanOrEqual(60);
  expect(Math.max(...counts)).toBeLessThanOrEqual(MOST_OBJECTS);
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
});

onRealApi((programs) => {
  test('The places of a whole class are applied to a real API without a conflict', async () => {
    const plane = await ControlPlane.start(programs, installCourseKinds, { controllers: CONTROLLERS });
    try {
      await applyObjects(plane.connection, [systemNamespace(), ...services]);
      const begun = performance.now();
      for (const objects of places.values()) await applyObjects(plane.connection, objects);
      const seconds = (performance.now() - begun) / 1000;
      const most = Math.max(...counts);
      process.stdout.write(
        `${places.size} places of at most ${most} objects beside ${services.length} shared ones: ${seconds.toFixed(1)} s\n`,
      );
    } finally {
      await plane.stop();
    }
  }, 180_000);
});
