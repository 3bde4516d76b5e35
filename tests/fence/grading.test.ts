import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainKubectl } from '../../src/app/grade/explain-kubectl';
import { Kubectl } from '../../src/app/grade/kubectl';
import { yamlDocuments } from '../../src/app/yaml-documents';
import { gradingName, loadJob } from '../../src/core/grading/load-job';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { temporaryFolder } from '../app/temporary-folder';
import { loadLab } from '../core/grading/a-load-lab';
import type { Person } from './cast';
import { PLACES } from './cast';
import { FenceWorld } from './fence-world';
import { until } from './until';

const LEAST = { cpu: '1m', memory: '1Mi', 'ephemeral-storage': '1Mi' };
/** Takes all pods of a place, and next to nothing else. */
const FULL = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'full' },
  spec: {
    replicas: 100,
    selector: { matchLabels: { app: 'full' } },
    template: {
      metadata: { labels: { app: 'full' } },
      spec: {
        containers: [{ name: 'main', image: 'busybox', resources: { requests: LEAST, limits: LEAST } }],
      },
    },
  },
};

onRealApi((programs) => {
  let world: FenceWorld;
  let said: string[] = [];

  beforeAll(async () => {
    world = await FenceWorld.start(programs);
  }, 120_000);

  afterAll(() => world?.stop());

  /** The kubectl that grading uses, in the hands of a person in the student's place. */
  const kubectlOf = (person: Person): Kubectl =>
    new Kubectl(async ([, , ...args]) => {
      const { code, out, err } = await world.kubectl(person, PLACES.student, ...args);
      said.push(err);
      return { code: code ?? 1, output: `${out}${err}`, result: out, stopped: false };
    }, PLACES.student);

  test.each<Person>(['instructor', 'ta', 'student'])(
    'The load of a lab passes the fence when the %s starts it, gets its pod, and is taken away again',
    async (person) => {
      const lab = loadLab();
      const kubectl = kubectlOf(person);
      const file = join(temporaryFolder(), 'job.yaml');
      writeFileSync(file, yamlDocuments(loadJob(lab, PLACES.student)));
      said = [];
      expect((await kubectl.surroundings()).map(({ kind }) => kind)).toEqual(['Namespace', 'Service']);
      const made = await kubectl.create(file);
      expect([...made.keys()]).toEqual(['ConfigMap', 'Job']);
      await until('the Job has its pod', async () => {
        const pods = (await kubectl.graded(lab.id)).filter(({ kind }) => kind === 'Pod');
        return pods.some(({ metadata }) => metadata.ownerReferences[0]?.uid === made.get('Job'));
      });
      expect(await kubectl.lastEvent(made.get('Job')!)).toMatch(/^Created pod: grade-lab2-/);
      await kubectl.remove(gradingName(lab.id));
      await until('all of it is gone', async () => (await kubectl.graded(lab.id)).length === 0);
      // Pod Security would warn of all that its strictest profile refuses.
      expect(said.filter((err) => err !== '')).toEqual([]);
    },
    60_000,
  );

  test('A place that has no room left tells so in an event of the Job, which gives the reason', async () => {
    const kubectl = kubectlOf('student');
    const file = join(temporaryFolder(), 'job.yaml');
    writeFileSync(file, yamlDocuments(loadJob(loadLab(), PLACES.student)));
    const full = join(temporaryFolder(), 'full.yaml');
    writeFileSync(full, yamlDocuments([FULL]));
    await world.kubectl('student', PLACES.student, 'apply', '--filename', full);
    await until('the place is full', async () => {
      const { out } = await world.kubectl('student', PLACES.student, 'get', 'events', '-o', 'name');
      const { out: told } = await world.kubectl('student', PLACES.student, 'describe', 'deployment', 'full');
      return out !== '' && /ReplicaFailure\s+True/.test(told);
    });
    const job = (await kubectl.create(file)).get('Job')!;
    await until('the Job tells why', async () => (await kubectl.lastEvent(job)) !== '');
    expect(explainKubectl(await kubectl.lastEvent(job))).toMatch(
      /^the place's quota has no room for the load: tenant, requested: /,
    );
  }, 60_000);
});
