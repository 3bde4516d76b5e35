import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ControlPlane } from '../../src/app/rehearse/kube-api/control-plane';
import type { KubeConnection } from '../../src/app/rehearse/kube-api/kube-connection';
import { podMakerOf } from '../../src/core/catalogue/contract/pod-maker';
import type { PlacedObject } from '../../src/core/kubernetes/placed-object';
import type { TenantPlan } from '../../src/core/plan/cohort-plan';
import type { KubernetesObject } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { namespaceOf, valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import { isRecord } from '../../src/rehearsal/values/value';
import { run } from '../app/recorded-terminal';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { temporaryFolder } from '../app/temporary-folder';
import { TOOL_ENTRY, TOOL_MANIFEST, TOOL_STORE } from '../core/catalogue/own/a-tool';
import { COHORT, COURSE, changed } from '../core/sample-cohort';
import { applyObjects, clusterBehind, pathOf } from './apply-objects';
import { CONTROLLERS } from './cluster-controllers';
import { installCourseKinds, systemNamespace } from './fence-world';
import type { ForbiddenTool } from './forbidden-tools';
import { FORBIDDEN_TOOLS, HARMLESS_TOOL } from './forbidden-tools';
import { inPlace } from './kube-path';
import { kubectl } from './kubectl';
import { PodsOfPlace } from './pods-of-place';
import { untilPoliciesHold } from './policies-hold';
import type { SynthesisedObjects } from './synthesised-objects';
import { synthesisedObjects } from './synthesised-objects';
import { asPerson, usedIn, workloadsIn } from './toolkit-place';
import { until } from './until';

const WHEN = '2027-01-12T12:00';
const ROSTER = 'email,name,team,section\namara.okafor@example.edu,Amara Okafor,,\n';

/** A folder with a small cohort whose course brings a tool of its own, from two files. */
function cohortWith(tool: string, store = TOOL_STORE): string {
  const folder = temporaryFolder();
  for (const [file, text] of Object.entries({
    'cohort.yaml': changed(
      changed(COHORT, 'course: mlops', 'course: ./course.yaml'),
      'state: { backend: gcs, bucket: example-mlops-state }',
      'state: { backend: local }',
    ),
    'course.yaml': changed(
      changed(COURSE, 'labs:\n', `${TOOL_ENTRY}labs:\n`),
      '[{ id: redis, setUp: student }]',
      '[{ id: own-tool }]',
    ),
    'roster.csv': ROSTER,
    'toolkits/own-tool/store.yaml': store,
    'toolkits/own-tool/tool.yaml': tool,
  })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

onRealApi((programs) => {
  let plane: ControlPlane;
  let synthesised: SynthesisedObjects;
  let tenant: TenantPlan;
  const cache = mkdtempSync(join(tmpdir(), 'practicum-kubectl-'));

  beforeAll(async () => {
    synthesised = synthesisedObjects(cohortWith(TOOL_MANIFEST), WHEN);
    tenant = synthesised.plan.shards[0]!.tenants[0]!;
    plane = await ControlPlane.start(programs, installCourseKinds, { controllers: CONTROLLERS });
    await applyObjects(plane.connection, [systemNamespace()]);
    await applyObjects(plane.connection, synthesised.services);
    await untilPoliciesHold(plane.connection);
    await applyObjects(plane.connection, synthesised.places.get(tenant.namespace)!);
    await until('the quota counts, and the account is there', async () => {
      const [quota, account] = await Promise.all(
        ['resourcequotas/tenant', 'serviceaccounts/default'].map((what) =>
          plane.connection.request('GET', inPlace(tenant.namespace, what)),
        ),
      );
      return isRecord(valueAt(quota!.body, ['status', 'used'])) && account!.status === 200;
    });
  }, 120_000);

  afterAll(async () => {
    await plane?.stop();
    rmSync(cache, { recursive: true, force: true });
  });

  const ofTool = (): readonly KubernetesObject[] =>
    synthesised.places
      .get(tenant.namespace)!
      .filter(({ metadata }) => valueAt(metadata, ['labels', 'practicum.dev/toolkit']) === 'own-tool');

  test('An own tool stands asleep, and has all the pods that it ever asks for when it is awake', async () => {
    expect(ofTool().map(({ kind, metadata: { name } }) => `${kind}/${name}`)).toEqual([
      'ConfigMap/own-tool',
      'Service/own-tool-store',
      'StatefulSet/own-tool-store',
      'CronJob/own-tool-sweep',
      'HorizontalPodAutoscaler/own-tool',
      'PodDisruptionBudget/own-tool',
      'Service/own-tool',
      'Deployment/own-tool',
    ]);
    // The room of two labs that overlap, the Service of every place, and the tool at its most.
    expect(tenant.quota).toMatchObject({ pods: 2 * 5 + 5, services: 2 * 2 + 1 + 2, volumes: 2 * 1 + 1 });
    const pods = new PodsOfPlace(plane.connection, tenant.namespace);
    expect(await pods.pods()).toEqual([]);
    const [use] = usedIn(tenant, synthesised.plan.labs);
    expect(use).toMatchObject({ id: 'own-tool', standing: true });
    const workloads = workloadsIn(tenant, use!);
    expect(workloads.map(({ name, replicas }) => [name, replicas])).toEqual([
      ['own-tool', 3],
      ['own-tool-store', 1],
    ]);
    for (const { kind, name, replicas } of workloads) await pods.scale(kind, name, replicas);
    const sweep = ofTool().find(({ kind }) => kind === 'CronJob')!;
    const job: KubernetesObject = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'own-tool-sweep-now', namespace: tenant.namespace },
      spec: valueAt(sweep, ['spec', 'jobTemplate', 'spec'])!,
    };
    await applyObjects(plane.connection, [job], 'clock');
    expect(await pods.made('the tool')).toBe(5);
    const { kubeconfigPath: kubeconfig } = plane;
    const { namespace, members } = tenant;
    const seen = await kubectl({ kubeconfig, cache, user: members[0]!, namespace }, [
      'get',
      'deployment/own-tool',
      'statefulset/own-tool-store',
    ]);
    expect(seen.out).toMatch(/deployment.apps\/own-tool[\s\S]*statefulset.apps\/own-tool-store/);
    for (const { kind, name } of workloads) await pods.scale(kind, name, 0);
  }, 60_000);

  /** What the API says of the tool's manifest, applied past all checks; nothing, where it takes it. */
  async function saidBy(connection: KubeConnection, manifest: string): Promise<readonly string[]> {
    // It stands there already under its own name.
    const objects = parseAllDocuments(manifest.replaceAll('own-tool', 'own-tried')).map((document) =>
      placed(document.toJS() as KubernetesObject, tenant.namespace),
    );
    const said = await Promise.all(
      [...objects, ...objects.flatMap(podOf)].map(async (object) => {
        const path = await pathOf(clusterBehind(plane.connection), object);
        const { status, body } = await connection.request(
          'PATCH',
          `${path}?fieldManager=tried&dryRun=All`,
          object,
          { 'Content-Type': 'application/apply-patch+yaml' },
        );
        return status < 400 ? [] : [String(valueAt(body, ['message']) ?? JSON.stringify(body))];
      }),
    );
    return said.flat();
  }

  test('A tool that stays in its place passes, at the check and at the API, for whoever applies it', async () => {
    expect(await run('check', '--cohort', cohortWith(HARMLESS_TOOL), '--at', WHEN)).toMatchObject({
      code: 0,
    });
    for (const connection of [plane.connection, asPerson(plane.connection, tenant.members[0]!)])
      expect(await saidBy(connection, HARMLESS_TOOL)).toEqual([]);
  }, 60_000);

  test.each(FORBIDDEN_TOOLS.map((tool) => [tool.has, tool] as const))(
    'A tool with %s is refused by the check, and by the API when it is applied anyhow',
    async (_, { manifest, told, by, refused }: ForbiddenTool) => {
      const { code, err } = await run('check', '--cohort', cohortWith(manifest), '--at', WHEN);
      expect({ code, err: err.replaceAll(/\s+/g, ' ') }).toEqual({
        code: 2,
        err: expect.stringContaining(told) as string,
      });
      const who = by === 'deployer' ? plane.connection : asPerson(plane.connection, tenant.members[0]!);
      expect((await saidBy(who, manifest)).join('\n')).toMatch(refused);
    },
  );
});

/** The object in the place, unless it says that it is elsewhere. */
const placed = (object: KubernetesObject, namespace: string): KubernetesObject => ({
  ...object,
  metadata: { ...object.metadata, namespace: namespaceOf(object) ?? namespace },
});

/** The pod that a controller would make of an object. */
function podOf(object: KubernetesObject): readonly KubernetesObject[] {
  const maker = podMakerOf(object as unknown as PlacedObject, []);
  if (maker === undefined) return [];
  const { name } = object.metadata;
  const { namespace } = object.metadata;
  const metadata = { ...maker.metadata, name: `${name}-pod`, namespace };
  return [{ apiVersion: 'v1', kind: 'Pod', metadata, spec: maker.spec } as unknown as KubernetesObject];
}
