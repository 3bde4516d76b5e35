import type { Problem } from '../../../src/core/input/problem';
import { checkMesh, hasMesh } from '../../../src/core/plan/mesh';
import { valueOf } from '../outcomes';
import {
  COHORT,
  COURSE,
  aConfig,
  aCourse,
  aRoster,
  aStudent,
  changed,
  enrolled,
  readCohort,
  readCourse,
} from '../sample-cohort';
import { aPlan } from './a-plan';

const MESHED = changed(COURSE, '[{ id: redis, setUp: student }]', '[{ id: istio }]');

const checked = (cohort: string, course = MESHED): readonly Problem[] =>
  checkMesh(valueOf(readCohort(cohort)), valueOf(readCourse(course)));

const planned = (course: string) => {
  const config = aConfig('places:\n  - { student: pia@example.edu, tier: project }\n');
  const inputs = { config, course: aCourse(course), roster: aRoster([aStudent('ada'), aStudent('pia')]) };
  return aPlan({ ...inputs, ledger: enrolled(inputs.config, inputs.roster, inputs.course) });
};

test('A course has a mesh as soon as one lab lists it', () => {
  expect(hasMesh(aCourse(MESHED))).toBe(true);
  expect(hasMesh(aCourse(COURSE))).toBe(false);
});

test('All places of shared clusters are in it, those with a project of their own too', () => {
  const { cells, shards } = planned(MESHED);
  expect(cells.map(({ cluster }) => cluster?.mesh)).toEqual([true]);
  expect(shards.flatMap(({ tenants }) => tenants).map(({ mesh }) => mesh)).toEqual([true, true]);
  expect(cells[0]!.cluster!.charts!.map(({ id }) => id)).toEqual([
    'istio-base',
    'istiod',
    'istio-cni',
    'istio-ztunnel',
  ]);
});

test('Without it no plan says a word of one', () => {
  const { cells, shards } = planned(COURSE);
  expect(JSON.stringify([cells, shards])).not.toMatch(/mesh|istio/);
});

test('Its control plane and gateway may take one system node more', () => {
  const systemNodes = (course: string): number => planned(course).cells[0]!.cluster!.pools.system.maxNodes;
  expect(systemNodes(MESHED)).toBe(systemNodes(COURSE) + 1);
});

test('A cohort with shared clusters and a Prometheus of its own can have one', () =>
  expect(checked(COHORT)).toEqual([]));

test('Without a lab that lists it, tiers and collectors are free', () =>
  expect(checked(`${COHORT}tier: cluster\nmonitoring: { collector: google-managed }\n`, COURSE)).toEqual([]));

const OWN =
  "lab1 of the course mlops puts places into a mesh (istio), which a cluster of one's own cannot have: GKE Autopilot lets no program change the network of its nodes";

test('Clusters of tenants’ own are told, that of the cohort and those of places', () => {
  const places =
    'places:\n  - { student: ada@example.edu, tier: project }\n  - { student: pia@example.edu, tier: cluster }\n';
  expect(checked(`${COHORT}tier: cluster\n`)).toMatchObject([
    { file: 'cohort.yaml', message: OWN, got: 'cluster', write: 'tier: namespace' },
  ]);
  const [problem, ...more] = checked(`${COHORT}${places}`);
  expect(more).toEqual([]);
  expect(problem).toMatchObject({ message: OWN, column: 39 });
});

test('Google’s collectors are told: they stand outside of the mesh', () =>
  expect(checked(`${COHORT}monitoring: { collector: google-managed }\n`)).toEqual([
    expect.objectContaining({
      message:
        "lab1 of the course mlops puts places into a mesh (istio), whose pods take nothing from outside of it: Google's collectors would see no metrics of theirs",
      got: 'google-managed',
      allowed: 'in-cluster, or a course without istio',
      write: 'monitoring: { collector: in-cluster }',
    }),
  ]));
