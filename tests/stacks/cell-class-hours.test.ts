import type { ClassHoursPlan } from '../../src/core/plan/class-hours-plan';
import { CellClassHours } from '../../stacks/cell-class-hours';
import { findManifest, inventory, synthConstruct } from '../constructs/k8s/synth-construct';
import { examplePlan } from './example-plans';

const { prewarm } = examplePlan('w255-spring').cells[0]!.cluster!.classHours;
const SLEEP: ClassHoursPlan['sleep'] = {
  nights: [{ opens: '2027-01-11T09:00:00Z', closes: '2027-01-11T15:00:00Z' }] as never,
  places: [{ namespace: 'ada', awake: [] }],
};
const made = (plan: ClassHoursPlan) =>
  synthConstruct((chart) => {
    new CellClassHours(chart, 'Hours', plan);
  });

test('Nodes are ready for classes, and nothing sleeps, unless the cohort says so', () => {
  expect(inventory(made({ prewarm: prewarm! }))).toEqual([
    'ClusterRole/practicum-class-hours',
    'ConfigMap/class-hours',
    'CronJob/class-hours',
    'Deployment/placeholders',
    'NetworkPolicy/class-hours',
    'RoleBinding/class-hours',
    'ServiceAccount/class-hours',
    'ServiceAccount/placeholders',
  ]);
});

test('What puts places to sleep comes with the policy that holds it', () => {
  expect(inventory(made({ sleep: SLEEP! }))).toEqual([
    'ClusterRole/practicum-place-sleep',
    'ConfigMap/place-sleep',
    'CronJob/place-sleep',
    'NetworkPolicy/place-sleep',
    'ServiceAccount/place-sleep',
    'ValidatingAdmissionPolicy/practicum-place-sleep',
    'ValidatingAdmissionPolicyBinding/practicum-place-sleep',
  ]);
});

test('Instants are told in seconds, and every image by its digest', () => {
  const all = made({ prewarm: prewarm!, sleep: SLEEP! });
  expect(findManifest(all, 'ConfigMap', 'place-sleep')['data']).toMatchObject({
    nights: '1799658000 1799679600\n',
  });
  const [first] = prewarm!.spans;
  const hours = String((findManifest(all, 'ConfigMap', 'class-hours')['data'] as { hours: string }).hours);
  expect(hours.split('\n')[0]).toBe(
    `${Date.parse(first!.opens) / 1000} ${Date.parse(first!.closes) / 1000} ${first!.placeholders}`,
  );
  const images = [...JSON.stringify(all).matchAll(/"image":"([^"]+)"/g)].map(([, image]) => image);
  expect(images).toHaveLength(3);
  for (const image of images) expect(image).toMatch(/@sha256:[0-9a-f]{64}$/);
});

test('A cohort that wants neither has nothing of either', () => {
  expect(inventory(made({}))).toEqual([]);
});
