import { toolkitOf } from '../../../src/core/catalogue/catalogue';
import type { CourseFile } from '../../../src/core/course/parse-course';
import type { ToolkitId } from '../../../src/core/domain/ids';
import { Bytes } from '../../../src/core/domain/quantity';
import type { Problem } from '../../../src/core/input/problem';
import { checkDisks } from '../../../src/core/plan/check-disks';
import { valueOf } from '../outcomes';
import { COHORT, COURSE, changed, readCohort, readCourse } from '../sample-cohort';

const checked = (cohort: string, course: string): readonly Problem[] =>
  checkDisks(valueOf(readCohort(cohort)), valueOf(readCourse(course)));
const sized = (more: string): string => changed(COURSE, 'services: 2 }', `services: 2, ${more} }`);

test('Scratch space that a disk has is right', () => expect(checked(COHORT, COURSE)).toEqual([]));

test('More scratch space than the largest disk leaves is told with the lab, and with what a disk has', () => {
  const problems = checked(COHORT, sized('ephemeralStorage: 400Gi'));
  expect(problems).toEqual([
    {
      file: 'course.yaml',
      line: 8,
      column: 11,
      message:
        'places that fill one node of e2-standard-4 are promised 2689Gi of scratch space together, most for the lab lab1: ' +
        'more than a disk of 2000 GB leaves them, 1582Gi',
      got: 'ephemeralStorage: 400Gi',
      allowed: 'less scratch space, or more cores or memory, of which fewer places share a node',
      write: 'ephemeralStorage: 235Gi',
    },
  ]);
  expect(checked(COHORT, sized('ephemeralStorage: 235Gi'))).toEqual([]);
});

test('A cluster of their own has no such disks', () =>
  expect(checked(`${COHORT}tier: cluster\n`, sized('ephemeralStorage: 400Gi'))).toEqual([]));

test('A place in a shared cluster has its nodes, also where the others have clusters of their own', () => {
  const places = 'places:\n  - { student: ada@example.edu, tier: project }\n';
  expect(checked(`${COHORT}tier: cluster\n${places}`, sized('ephemeralStorage: 400Gi'))).toHaveLength(1);
});

test('The most that a size may say is told in whole GiB, one at least', () =>
  expect(checked(COHORT, sized('ephemeralStorage: 4000Ti'))).toMatchObject([
    { write: 'ephemeralStorage: 235Gi' },
  ]));

const wanting = (gibi: number, gpus = 0): CourseFile => {
  const file = valueOf(readCourse(COURSE));
  const amounts = { ...toolkitOf({ id: 'redis' as ToolkitId }).sizes.small, gpus };
  const own = {
    id: 'own-tool' as ToolkitId,
    title: 'Tool of ours',
    gives: 'A tool.',
    handout: '',
    objects: [],
    images: [],
    allowance: { ...amounts, pods: 2, ephemeralStorage: Bytes.gibi(2 * gibi) },
    secrets: [],
  };
  const [first, ...rest] = file.course.labs;
  const labs = [{ ...first!, toolkits: [{ ...first!.toolkits[0]!, id: own.id, own }] }, ...rest];
  return { ...file, course: { ...file.course, labs } };
};

test("A pod that wants more scratch space than Autopilot gives is told where a place has a cluster of one's own", () => {
  const own = valueOf(readCohort(`${COHORT}tier: cluster\n`));
  const some = valueOf(readCohort(`${COHORT}places:\n  - { student: ada@example.edu, tier: cluster }\n`));
  const told = [
    {
      file: 'course.yaml',
      message:
        "own-tool small of the lab lab1 wants 11Gi of scratch space in one pod: more than a cluster of one's own gives a pod",
      got: 'small',
      allowed: 'at most 10Gi for each pod on Autopilot',
      write: 'a smaller size, or tier: project in cohort.yaml',
    },
  ];
  expect(checkDisks(own, wanting(11))).toMatchObject(told);
  expect(checkDisks(some, wanting(11))).toMatchObject(told);
  expect(checkDisks(own, wanting(10))).toEqual([]);
  expect(checkDisks(own, wanting(11, 1))).toEqual([]);
  expect(checkDisks(valueOf(readCohort(COHORT)), wanting(11))).toEqual([]);
});
