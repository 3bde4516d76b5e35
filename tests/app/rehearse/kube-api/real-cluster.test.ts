import { ControlPlane } from '../../../../src/app/rehearse/kube-api/control-plane';
import { RealCluster } from '../../../../src/app/rehearse/kube-api/real-cluster';
import { StandingEffects } from '../../../../src/app/rehearse/kube-api/standing-effects';
import { GKE_CRDS } from '../../../../src/rehearsal/kubernetes/gke-crds';
import type { KubernetesApi } from '../../../../src/rehearsal/kubernetes/kubernetes-api';
import type { KubernetesObject } from '../../../../src/rehearsal/kubernetes/kubernetes-object';
import { namespaceRef, refOf } from '../../../../src/rehearsal/kubernetes/kubernetes-object';
import {
  CLUSTER,
  configMap,
  inLab,
  namespace,
  refusalOf,
  sampleCluster,
} from '../../../rehearsal/kubernetes/sample-cluster';
import { CHANGES, REFUSED } from './compared-objects';
import { onRealApi } from './real-programs';

const HELD = { finalizers: ['example.edu/keep'] };

onRealApi((programs) => {
  let plane: ControlPlane;
  let real: KubernetesApi;
  const effects = new Set<string>();

  beforeAll(async () => {
    plane = await ControlPlane.start(programs, async (connection) => {
      const api = new RealCluster(
        CLUSTER,
        connection,
        new StandingEffects({ appear: () => undefined, disappear: () => undefined }),
      );
      for (const definition of GKE_CRDS) await api.apply(definition);
    });
    const standing = new StandingEffects({
      appear: ({ name }) => void effects.add(name),
      disappear: ({ name }) => void effects.delete(name),
    });
    real = new RealCluster(CLUSTER, plane.connection, standing, 15_000);
    await real.apply(namespace('lab'));
  }, 90_000);

  afterAll(() => plane?.stop());

  /** What both say to the same objects, one after another. */
  async function both(objects: readonly KubernetesObject[]): Promise<readonly [string, string]> {
    const { api } = sampleCluster();
    await api.apply(namespace('lab'));
    const answers: [string, string] = ['', ''];
    for (const object of objects) {
      answers[0] = await refusalOf(api.apply(object));
      answers[1] = await refusalOf(real.apply(object));
    }
    return answers;
  }

  test.each(REFUSED)('It says the same as the in-memory API: %s', async (_, object) => {
    const [inMemory, onReal] = await both([object]);
    expect(inMemory).not.toBe('accepted');
    expect(onReal).toBe(inMemory);
  });

  test.each(CHANGES)('It says the same of a change: %s', async (_, before, after) => {
    const [inMemory, onReal] = await both([before, after]);
    expect(inMemory).not.toBe('accepted');
    expect(onReal).toBe(inMemory);
  });

  test('It refuses fields that a kind does not have, in words of its own', async () => {
    expect(await refusalOf(real.apply(configMap('unknown', { dat: {} })))).toBe(
      '400 BadRequest: failed to create typed patch object (lab/unknown; /v1, Kind=ConfigMap): .dat: field not declared in schema',
    );
  });

  // Known differences: what the in-memory API refuses and the real one takes.
  test('It takes a StatefulSet whose pods cannot be made', async () => {
    const spec = {
      selector: { matchLabels: { a: 'b' } },
      template: { metadata: { labels: { a: 'b' } }, spec: {} },
    };
    const [inMemory, onReal] = await both([inLab('apps/v1', 'StatefulSet', 'empty', { spec })]);
    expect(inMemory).toBe(
      '422 Invalid: StatefulSet.apps "empty" is invalid: spec.template.spec.containers: Required value',
    );
    expect(onReal).toBe('accepted');
  });

  test('What is applied is what is there; fields that are left out later go', async () => {
    await real.apply(configMap('pruned', { data: { one: '1', two: '2' } }));
    await real.apply(configMap('pruned', { data: { one: '1' } }));
    expect((await real.get(refOf(configMap('pruned'))))?.['data']).toEqual({ one: '1' });
  });

  test('A finalizer holds an object until it is released', async () => {
    const held = configMap('held', {}, HELD);
    await real.apply(held);
    await real.delete(refOf(held));
    expect((await real.waitUntilGone([refOf(held)], 0.1)).map(({ metadata }) => metadata.name)).toEqual([
      'held',
    ]);
    await real.apply(configMap('held'));
    expect(await real.waitUntilGone([refOf(held)], 10)).toEqual([]);
  });

  test('A namespace goes with all that is inside, and so do side effects', async () => {
    await real.apply(namespace('short'));
    const service = inLab(
      'v1',
      'Service',
      'web',
      { spec: { type: 'LoadBalancer', ports: [{ port: 80 }] } },
      { namespace: 'short' },
    );
    await real.apply(service);
    expect(effects.size).toBe(2);
    expect((await real.list('short')).map(({ kind }) => kind)).toContain('Service');
    await real.delete(namespaceRef('short'));
    expect(await real.waitUntilGone([namespaceRef('short')], 15)).toEqual([]);
    expect(effects.size).toBe(0);
    expect(await real.namespaceGone('short')).toBe(true);
  }, 30_000);

  test('A claim to a disk goes when it is deleted, though the API protects it while pods use it', async () => {
    const claim = inLab('v1', 'PersistentVolumeClaim', 'disk', {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    });
    await real.apply(claim);
    expect((await real.get(refOf(claim)))?.metadata.finalizers).toEqual(['kubernetes.io/pvc-protection']);
    await real.delete(refOf(claim));
    expect(await real.waitUntilGone([refOf(claim)], 10)).toEqual([]);
  });

  test('What is not there is not found', async () => {
    expect(await real.get(refOf(configMap('nothing')))).toBeUndefined();
    expect(await refusalOf(real.delete(refOf(inLab('apps/v1', 'Deployment', 'web'))))).toBe(
      '404 NotFound: deployments.apps "web" not found',
    );
    expect(await real.findKind('labs.example.edu/v1', 'Grade')).toBeUndefined();
  });
});
