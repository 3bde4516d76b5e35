import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { istio } from '../../src/core/catalogue/istio/toolkit';
import type { ExampleFile } from '../../src/core/catalogue/toolkit';
import { valueAt } from '../../src/rehearsal/kubernetes/kubernetes-object';
import type { Attributes } from '../../src/rehearsal/values/value';
import { isList } from '../../src/rehearsal/values/value';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { temporaryFolder } from '../app/temporary-folder';
import { placeOf } from '../core/catalogue/a-place';
import { changed } from '../core/sample-cohort';
import type { Verdict } from './attack';
import { judgeAll } from './attack';
import { HOSTS, IN_A_MESH, destinationRule } from './attacks/in-mesh.cases';
import { pod } from './attacks/objects';
import { route } from './attacks/route-objects';
import { COHORT, PLACES, hostOf } from './cast';
import { FenceWorld } from './fence-world';
import { inOwn, inPlace } from './kube-path';
import { until } from './until';

/** The cohort of the fence, with a mesh: its last lab before the project lists Istio. */
function cohortInMesh(): string {
  const folder = join(temporaryFolder(), 'cohort');
  cpSync(COHORT, folder, { recursive: true });
  const course = join(folder, 'course.yaml');
  const k6 = '      - { id: k6, size: small }\n';
  writeFileSync(course, changed(readFileSync(course, 'utf8'), k6, `${k6}      - { id: istio }\n`));
  return folder;
}

/** What a student gets for the mesh. */
const examples = (): readonly ExampleFile[] =>
  istio.examples({
    ...placeOf(istio, 'small'),
    namespace: PLACES.student,
    host: hostOf(PLACES.student),
  });

const MERGE = { 'Content-Type': 'application/merge-patch+json' };

onRealApi((programs) => {
  let world: FenceWorld;
  let verdicts: ReadonlyMap<string, Verdict> = new Map();

  beforeAll(async () => {
    world = await FenceWorld.start(programs, cohortInMesh());
    const body = pod({}, { name: 'web-0' }) as unknown as Attributes;
    const staged = await world.request('student', { method: 'POST', path: inOwn('pods'), body });
    expect(staged.status).toBe(201);
    verdicts = await judgeAll(world, IN_A_MESH);
  }, 120_000);

  afterAll(async () => {
    const passed = [...verdicts.values()].filter((verdict) => verdict.passed);
    process.stdout.write(`attacks tried in a mesh ${verdicts.size}, passed ${passed.length}\n`);
    await world?.stop();
  });

  test.each(IN_A_MESH.map((attack) => [attack.title, attack] as const))(
    '%s, and is refused',
    (title, { refused }) => {
      const { status, told, passed } = verdicts.get(title)!;
      expect({ passed, status, told }).toEqual({
        passed: false,
        status: refused.status,
        told: expect.stringContaining(String(refused.because)),
      });
    },
  );

  test('What a student gets for the mesh is taken from them, and has its pods', async () => {
    for (const file of examples())
      for (const object of 'objects' in file ? file.objects : []) {
        const resource = { Deployment: 'deployments', HTTPRoute: 'httproutes', Service: 'services' }[
          object.kind
        ]!;
        const path = inOwn(resource, object.apiVersion);
        const { status, body } = await world.request('student', {
          method: 'POST',
          path: `${path}?fieldValidation=Strict`,
          body: object as unknown as Attributes,
        });
        expect({ of: object.metadata.name, status, body: status === 201 ? '' : body }).toEqual({
          of: object.metadata.name,
          status: 201,
          body: '',
        });
      }
    const path = `${inOwn('pods')}?labelSelector=practicum.dev%2Ftoolkit%3Distio`;
    await until('both versions have their pod', async () => {
      const items = valueAt((await world.request('student', { method: 'GET', path })).body, ['items']);
      return isList(items) && items.length === 2;
    });
  });

  test.each([
    [
      'bounds what their Service takes',
      destinationRule({ trafficPolicy: { connectionPool: { tcp: { maxConnections: 10 } } } }),
    ],
    [
      'says of encryption what the mesh does anyway',
      destinationRule({
        trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } },
        subsets: [{ name: 'v1', labels: { version: 'v1' } }],
      }),
    ],
    ['routes their host at the gateway', route({ parentRefs: [HOSTS] })],
  ])('A student %s', async (_what, { resource, object }) => {
    const path = `${inOwn(resource, object.apiVersion)}?dryRun=All`;
    const body = object as unknown as Attributes;
    expect(await world.request('student', { method: 'POST', path, body })).toMatchObject({ status: 201 });
  });

  test.each(['peerauthentications/strict', 'authorizationpolicies/own-callers'])(
    'A student reads %s of their own place',
    async (what) => {
      const path = inOwn(what, 'security.istio.io/v1');
      expect(await world.request('student', { method: 'GET', path })).toMatchObject({ status: 200 });
    },
  );

  test('The mesh notes on a pod that it carries what the pod sends, and the student may change it after', async () => {
    const path = inPlace(PLACES.student, 'pods/web-0');
    const noted = { metadata: { annotations: { 'ambient.istio.io/redirection': 'enabled' } } };
    const agent = {
      ...MERGE,
      'Impersonate-User': 'system:serviceaccount:istio-system:istio-cni',
      'Impersonate-Group': 'system:masters',
    };
    expect(await world.admin.request('PATCH', path, noted, agent)).toMatchObject({ status: 200 });
    const body = { metadata: { labels: { team: 'kestrel' } } };
    const changedByStudent = { method: 'PATCH', path, body, headers: MERGE } as const;
    expect(await world.request('student', changedByStudent)).toMatchObject({ status: 200 });
  });
});
