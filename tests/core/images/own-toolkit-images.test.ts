import { aPlan } from '../plan/a-plan';
import { resolvePlan } from '../../../src/core/plan/resolve-plan';
import type { OwnToolkit } from '../../../src/core/catalogue/own/own-toolkit';
import type { Course } from '../../../src/core/course/course.schema';
import { allowance } from '../../../src/core/catalogue/allowance';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import type { LockRow } from '../../../src/core/images/image-lock';
import { imagesByTag } from '../../../src/core/images/images-by-tag';
import { withHeldImages } from '../../../src/core/images/own-toolkit-images';
import { aConfig, aCourse, aRoster, aStudent, enrolled, NOON } from '../sample-cohort';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const TOOL = 'ghcr.io/example/tool:1.2.0';
const FIXED = `ghcr.io/example/fixed:1@sha256:${'b'.repeat(64)}`;
const row = (image: string): LockRow => ({ image, digest: DIGEST, line: 4 });

const DEPLOYMENT = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'own-tool' },
  spec: {
    template: {
      spec: {
        initContainers: [{ name: 'first', image: TOOL }],
        containers: [
          { name: 'fixed', image: FIXED },
          { name: 'tool', image: TOOL, args: ['--image', TOOL] },
        ],
      },
    },
  },
};
const SETTINGS = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'own-tool' },
  data: { image: TOOL },
};

const OWN: OwnToolkit = {
  id: 'own-tool' as ToolkitId,
  title: 'Tool of ours',
  gives: 'A tool.',
  handout: 'It is there.',
  objects: [DEPLOYMENT, SETTINGS],
  images: [FIXED, TOOL],
  allowance: allowance(['50m', '100m'], ['64Mi', '64Mi'], { pods: 1 }),
  secrets: [],
};

const course = (): Course => {
  const plain = aCourse();
  return {
    ...plain,
    labs: plain.labs.map((lab, index) =>
      index > 0 ? lab : { ...lab, toolkits: [{ id: OWN.id, size: 'normal', setUp: 'practicum', own: OWN }] },
    ),
  } as Course;
};

test('Images that a course names by tag are among those that a lock may hold', () => {
  expect(imagesByTag(course())).toEqual([...Object.values<string>(TAGGED_IMAGES), TOOL].sort());
});

test('Containers of an own toolkit start what the lock holds; nothing else of it is changed', () => {
  const [own] = withHeldImages(course(), [row(TOOL)]).labs[0]!.toolkits.map((use) => use.own!);
  const held = `${TOOL}@${DIGEST}`;
  expect(own!.images).toEqual([FIXED, held]);
  const { containers } = DEPLOYMENT.spec.template.spec;
  expect(own!.objects).toEqual([
    {
      ...DEPLOYMENT,
      spec: {
        template: {
          spec: {
            initContainers: [{ name: 'first', image: held }],
            containers: [containers[0], { ...containers[1], image: held }],
          },
        },
      },
    },
    SETTINGS,
  ]);
});

test('A course without a lock is as it was', () => {
  const plain = course();
  expect(withHeldImages(plain, [])).toBe(plain);
  expect(withHeldImages(plain, [row('docker.io/x/y:1')])).toEqual(plain);
});

test('The plan says what is run, of Practicum and of the course, and which images are allowed stays the same', () => {
  const config = aConfig();
  const roster = aRoster([aStudent('ada')]);
  const planned = (lock: readonly LockRow[]) =>
    resolvePlan(config, roster, course(), enrolled(config, roster, course()), NOON, lock);
  const [open, held] = [planned([]), planned([row(TOOL), row(TAGGED_IMAGES.labelEnforcer)])];
  expect(open.cells[0]!.cluster!.monitoring.images).toEqual(TAGGED_IMAGES);
  expect(held.cells[0]!.cluster!.monitoring.images).toEqual({
    ...TAGGED_IMAGES,
    labelEnforcer: `${TAGGED_IMAGES.labelEnforcer}@${DIGEST}`,
  });
  expect(JSON.stringify(held.shards)).toContain(`${TOOL}@${DIGEST}`);
  expect(JSON.stringify(held.shards)).not.toContain(`"name":"tool","image":"${TOOL}"`);
  expect(held.images).toEqual(open.images);
  expect([open, held].map(({ notices }) => notices.filter((each) => each.includes('tag')).length)).toEqual([
    1, 1,
  ]);
});

test('A tenant with a cluster of its own has there what the lock holds', () => {
  const config = { ...aConfig(), tier: 'cluster' as const };
  const roster = aRoster([aStudent('ada')]);
  const lock = Object.values<string>(TAGGED_IMAGES).map(row);
  const plan = resolvePlan(config, roster, aCourse(), enrolled(config, roster, aCourse()), NOON, lock);
  const { images } = plan.shards[0]!.tenants[0]!.cluster!.monitoring;
  expect(Object.values(images).filter((image) => !image.endsWith(`@${DIGEST}`))).toEqual([]);
  expect(plan.notices).toEqual(aPlan({ config, roster }).notices.slice(0, -1));
});
