import type { Problem } from '../../../src/core/input/problem';
import { checkSizes } from '../../../src/core/plan/check-sizes';
import { valueOf } from '../outcomes';
import { COHORT, COURSE, changed, readCohort, readCourse } from '../sample-cohort';

const checked = (cohort: string, course: string): readonly Problem[] =>
  checkSizes(valueOf(readCohort(cohort)), valueOf(readCourse(course)));
const sized = (amounts: string): string =>
  changed(COURSE, 'cpu: 500m, cpuLimit: 2, memory: 1Gi, memoryLimit: 2Gi', amounts);

test('Sizes whose pods fit a node are right', () => expect(checked(COHORT, COURSE)).toEqual([]));

test('A size that fits a node only in many pods is right', () =>
  expect(checked(COHORT, sized('cpu: 12, cpuLimit: 12, memory: 1Gi, memoryLimit: 2Gi'))).toEqual([]));

test('A size of which no pod fits a node is told with the machines that it fits', () => {
  const one = changed(sized('cpu: 6, cpuLimit: 6, memory: 1Gi, memoryLimit: 2Gi'), 'pods: 5', 'pods: 1');
  expect(checked(`${COHORT}nodes: { machineType: e2-standard-4 }\n`, one)).toEqual([
    {
      file: 'cohort.yaml',
      line: 19,
      column: 23,
      message: 'the size normal wants 6 cores and 1Gi in one pod: more than a node of e2-standard-4 has',
      got: 'e2-standard-4',
      allowed: 'one of e2-standard-8, e2-standard-16, e2-highmem-8, n2-standard-8, n2-standard-16',
      write: 'nodes: { machineType: e2-standard-8 }',
    },
  ]);
});

test('What fits no machine is told in the course', () => {
  const one = changed(sized('cpu: 1, cpuLimit: 1, memory: 100Gi, memoryLimit: 100Gi'), 'pods: 5', 'pods: 1');
  expect(checked(COHORT, one)).toMatchObject([
    { file: 'course.yaml', line: 8, write: 'a smaller size, or more pods' },
  ]);
});

test('A cluster of their own makes nodes to measure', () => {
  const one = changed(sized('cpu: 6, cpuLimit: 6, memory: 1Gi, memoryLimit: 2Gi'), 'pods: 5', 'pods: 1');
  expect(checked(`${COHORT}tier: cluster\n`, one)).toEqual([]);
});

test('A place in a shared cluster has its nodes, also where the others have clusters of their own', () => {
  const one = changed(sized('cpu: 6, cpuLimit: 6, memory: 1Gi, memoryLimit: 2Gi'), 'pods: 5', 'pods: 1');
  const places = 'places:\n  - { student: ada@example.edu, tier: project }\n';
  expect(checked(`${COHORT}tier: cluster\n${places}`, one)).toHaveLength(1);
});
