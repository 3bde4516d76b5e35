import { PriorityClasses } from '../../../constructs/k8s/priority-classes';
import { findManifest, inventory, synthConstruct } from './synth-construct';

const classes = synthConstruct((chart) => new PriorityClasses(chart, 'priorities'));

test('a cell has a class for labs and one for placeholders', () => {
  expect(inventory(classes)).toEqual(['PriorityClass/practicum-lab', 'PriorityClass/practicum-placeholder']);
});

test('no class is given to pods that ask for none', () => {
  for (const priority of classes) expect(priority['globalDefault']).toBe(false);
});

test("a lab has the priority of a pod without a class, so no tenant's pod pushes out another's", () => {
  expect(findManifest(classes, 'PriorityClass', 'practicum-lab')).toMatchObject({
    value: 0,
    preemptionPolicy: 'PreemptLowerPriority',
  });
});

test('a placeholder still brings nodes, gives way to any lab and pushes nothing out', () => {
  expect(findManifest(classes, 'PriorityClass', 'practicum-placeholder')).toMatchObject({
    value: -10,
    preemptionPolicy: 'Never',
  });
});
