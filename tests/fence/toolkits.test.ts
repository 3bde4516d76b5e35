import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import { findToolkit } from '../../src/core/catalogue/catalogue';
import type { TenantPlan, ToolkitPlan } from '../../src/core/plan/cohort-plan';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { isRecord } from '../../src/rehearsal/values/value';
import { SHIPPED_COURSES } from '../core/catalogue/a-place';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { applyObjects, clusterBehind, pathOf } from './apply-objects';
import { CONTROLLERS } from './cluster-controllers';
import { installCourseKinds, systemNamespace } from './fence-world';
import { inPlace } from './kube-path';
import { kubectl } from './kubectl';
import { PodsOfPlace } from './pods-of-place';
import { untilPoliciesHold } from './policies-hold';
import type { SynthesisedObjects } from './synthesised-objects';
import {
  COHORTS,
  asPerson,
  awakeIn,
  manifestsIn,
  momentsOf,
  placesOfKinds,
  synthesisedExample,
  usedIn,
  workloadsIn,
} from './toolkit-place';
import { until } from './until';

const FORBIDDEN = /forbidden|unauthorized|denied request|exceeded quota|not found/i;
/** Nothing here is a node: what a pod would answer, it does not. */
const LOOKS_FOR_SECONDS = 5;

onRealApi((programs) => {
  let plane: ControlPlane;
  const cache = mkdtempSync(join(tmpdir(), 'practicum-kubectl-'));
  const rows: string[] = [];
  const smoked = new Set<string>();
  const tried = new Set<string>();

  beforeAll(async () => {
    plane = await ControlPlane.start(programs, installCourseKinds, { controllers: CONTROLLERS });
    await applyObjects(plane.connection, [systemNamespace()]);
  }, 120_000);

  afterAll(async () => {
    await plane?.stop();
    rmSync(cache, { recursive: true, force: true });
    process.stdout.write(
      ['course  place  lab opens  toolkits awake  pods  manifests applied', ...rows, ''].join('\n'),
    );
  });

  const standing = async (object: KubernetesObject): Promise<boolean> => {
    const path = await pathOf(clusterBehind(plane.connection), object);
    return (await plane.connection.request('GET', path)).status === 200;
  };

  /** The place, and all that stands around it, as the product writes them. */
  const putUp = async ({ places }: SynthesisedObjects, { namespace }: TenantPlan): Promise<void> => {
    await applyObjects(plane.connection, places.get(namespace)!);
    await until(`the quota of ${namespace} counts`, async () => {
      const { body } = await plane.connection.request('GET', inPlace(namespace, 'resourcequotas/tenant'));
      const hard = valueAt(body, ['spec', 'hard']);
      const used = valueAt(body, ['status', 'used']);
      return isRecord(hard) && isRecord(used) && Object.keys(hard).every((key) => key in used);
    });
    const account = inPlace(namespace, 'serviceaccounts/default');
    await until(
      `${namespace} has its default account`,
      async () => (await plane.connection.request('GET', account)).status === 200,
    );
  };

  /** Starts each job once that the clock would start. */
  const startScheduled = async (
    { places }: SynthesisedObjects,
    { namespace }: TenantPlan,
    awake: readonly ToolkitPlan[],
  ) => {
    const jobs = places
      .get(namespace)!
      .filter(({ kind }) => kind === 'CronJob')
      .filter(({ metadata }) =>
        awake.some(({ id }) => valueAt(metadata, ['labels', 'practicum.dev/toolkit']) === id),
      )
      .map(({ metadata, ...object }) => ({
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: `${metadata.name}-now`, namespace },
        spec: valueAt(object, ['spec', 'jobTemplate', 'spec'])!,
      }));
    await applyObjects(plane.connection, jobs, 'clock');
    return jobs;
  };

  const remove = async (objects: readonly KubernetesObject[], by = plane.connection): Promise<void> => {
    for (const object of [...objects].reverse()) {
      const path = await pathOf(clusterBehind(plane.connection), object);
      const { status, body } = await by.request('DELETE', `${path}?propagationPolicy=Background`);
      if (status >= 300) throw new Error(`${object.kind}/${object.metadata.name}: ${JSON.stringify(body)}`);
    }
    for (const object of objects)
      await until(`${object.metadata.name} is gone`, async () => !(await standing(object)));
  };

  /** What the page of the place tells the student to type, to see that it works. */
  const smoke = async (tenant: TenantPlan, { id }: ToolkitPlan): Promise<void> => {
    const check = findToolkit(id).smoke;
    if (check === undefined || smoked.has(id)) return;
    const { kubeconfigPath: kubeconfig } = plane;
    const { namespace, members } = tenant;
    const options = { kubeconfig, cache, user: members[0]!, namespace, seconds: LOOKS_FOR_SECONDS };
    const { err } = await kubectl(options, check.kubectl);
    expect([id, err]).toEqual([id, expect.not.stringMatching(FORBIDDEN)]);
    smoked.add(id);
  };

  test.each(COHORTS)(
    'Every toolkit of every lab of %s is admitted in a place, awake, and so is what its student starts beside it',
    async (course, example, at) => {
      const synthesised = synthesisedExample(example, at);
      // A disk of the staff's only grows, and these cohorts are of different sizes.
      const shared = synthesised.services.filter(({ kind }) => kind !== 'PersistentVolumeClaim');
      await applyObjects(plane.connection, shared);
      await untilPoliciesHold(plane.connection);
      for (const tenant of placesOfKinds(synthesised.plan)) {
        await putUp(synthesised, tenant);
        const pods = new PodsOfPlace(plane.connection, tenant.namespace);
        const student = asPerson(plane.connection, tenant.members[0]!);
        const triedHere = new Set<string>();
        for (const { lab, open } of momentsOf(synthesised.plan, tenant)) {
          const awake = awakeIn(tenant, open);
          const workloads = awake.flatMap((use) => workloadsIn(tenant, use));
          for (const { kind, name, replicas } of workloads) await pods.scale(kind, name, replicas);
          const jobs = await startScheduled(synthesised, tenant, awake);
          const count = await pods.made(`${course} when ${lab.id} opens`);
          const wanted = [...workloads.map(({ replicas }) => replicas), ...jobs.map(podsOfJob)];
          expect([lab.id, count]).toEqual([lab.id, wanted.reduce((sum, each) => sum + each, 0)]);
          await remove(jobs);
          let applied = 0;
          for (const use of usedIn(tenant, [lab]).filter(({ id }) => !triedHere.has(id))) {
            triedHere.add(use.id);
            tried.add(use.id);
            if (use.standing) await smoke(tenant, use);
            for (const [file, objects] of manifestsIn(tenant, use)) {
              await applyObjects(student, objects, 'kubectl');
              await pods.made(`${file} beside ${lab.id}`);
              if (findToolkit(use.id).place === undefined) await smoke(tenant, use);
              await remove(objects, student);
              applied += 1;
            }
          }
          rows.push(
            `${course}  ${tenant.kind}  ${lab.id}  ${awake.map(({ id, size }) => `${id}/${size}`).join(' ')}  ${count}  ${applied}`,
          );
          for (const { kind, name } of workloads) await pods.scale(kind, name, 0);
          await pods.gone(`what ${lab.id} had awake`);
        }
      }
    },
    240_000,
  );

  test('Every toolkit that any course asks for was tried', () => {
    const asked = SHIPPED_COURSES.flatMap(({ labs }) => labs.flatMap(({ toolkits }) => toolkits));
    expect([...tried].sort()).toEqual([...new Set(asked.map(({ id }) => String(id)))].sort());
  });
});

const podsOfJob = (job: KubernetesObject): number => Number(valueAt(job, ['spec', 'parallelism']) ?? 1);
