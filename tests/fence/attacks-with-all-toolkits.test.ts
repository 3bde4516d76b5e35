import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { TOOLKIT_IDS } from '../../src/core/catalogue/catalogue';
import type { Attributes } from '../../src/rehearsal/values/value';
import { onRealApi } from '../app/rehearse/kube-api/real-programs';
import { temporaryFolder } from '../app/temporary-folder';
import { changed } from '../core/sample-cohort';
import type { Attack, Verdict } from './attack';
import { judgeAll } from './attack';
import { ALL_ATTACKS } from './attacks/all-attacks';
import { container, pod } from './attacks/objects';
import { COHORT, PLACES } from './cast';
import { FenceWorld } from './fence-world';
import { inOwn } from './kube-path';
import { stageTargets } from './staged-targets';

/** It leads all hosts through another Gateway: what is tried in a mesh is in `mesh.test.ts`. */
const APART = 'istio';

/** What is more than the small course of the fence gives, and no more than this one does: it passes here. */
const GIVEN = [
  'A student reserves what others wait for',
  'A student splits too much among the containers of a pod',
  'A student takes a GPU that the course does not have',
  'What wakes toolkits makes a Secret in a place that needs none',
];

/** Labs that each student works on, and how many toolkits more a lab may list. */
const LABS = ['lab2', 'lab3', 'lab4'];
const MORE = 15;

/** The cohort of the fence with every toolkit in the place of each student, ready when its lab opens. */
function cohortWithAll(): string {
  const folder = join(temporaryFolder(), 'cohort');
  cpSync(COHORT, folder, { recursive: true });
  const file = join(folder, 'course.yaml');
  const course = readFileSync(file, 'utf8');
  const more = TOOLKIT_IDS.filter((id) => id !== APART && !listed(course, LABS).includes(id));
  const withAll = LABS.reduce((text, lab, index) => {
    const lines = more.slice(index * MORE, (index + 1) * MORE).map((id) => `      - { id: ${id} }\n`);
    const head = `  - id: ${lab}\n`;
    const [before = '', after = ''] = text.split(head);
    return `${before}${head}${changed(after, '    toolkits:\n', `    toolkits:\n${lines.join('')}`)}`;
  }, course);
  writeFileSync(file, withAll);
  return folder;
}

/** Toolkits that these labs of a course list. */
const listed = (course: string, labs: readonly string[]): readonly string[] =>
  (parse(course) as { labs: readonly { id: string; toolkits: readonly { id: string }[] }[] }).labs
    .filter(({ id }) => labs.includes(id))
    .flatMap(({ toolkits }) => toolkits.map(({ id }) => id));

onRealApi((programs) => {
  let world: FenceWorld;
  let verdicts: ReadonlyMap<string, Verdict> = new Map();

  beforeAll(async () => {
    world = await FenceWorld.start(programs, cohortWithAll());
    await stageTargets(world);
    verdicts = await judgeAll(world, ALL_ATTACKS);
  }, 240_000);

  afterAll(() => world?.stop());

  test('The place of a student has every toolkit but a mesh', () => {
    const tenants = world.synthesised.plan.shards.flatMap((shard) => shard.tenants);
    const { toolkits } = tenants.find(({ namespace }) => namespace === PLACES.student)!;
    expect(toolkits.map(({ id }) => id)).toEqual(TOOLKIT_IDS.filter((id) => id !== APART).sort());
  });

  test('Each attack is refused as it is in places with few toolkits, but for what this course gives', () => {
    const otherwise = ALL_ATTACKS.filter(({ title }) => {
      const { passed, asTold } = verdicts.get(title)!;
      return passed || !asTold;
    });
    const passed = ({ title }: Attack): boolean => verdicts.get(title)!.passed;
    expect(otherwise.map(({ title }) => title).sort()).toEqual(GIVEN);
    expect(otherwise.every(passed)).toBe(true);
  });

  test('Who asks for a GPU may say what GKE says by itself of such a pod', async () => {
    const gpu = 'nvidia.com/gpu';
    const body = pod({
      tolerations: [{ key: gpu, operator: 'Exists' }],
      containers: [container({ resources: { limits: { [gpu]: '1' } } })],
    }) as unknown as Attributes;
    const path = `${inOwn('pods')}?dryRun=All`;
    expect(await world.request('student', { method: 'POST', path, body })).toMatchObject({ status: 201 });
  });
});
