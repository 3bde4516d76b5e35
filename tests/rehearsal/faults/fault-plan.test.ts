import type { FaultKind } from '../../../src/rehearsal/faults/fault';
import { FAULT_KINDS, REFUSALS } from '../../../src/rehearsal/faults/fault';
import type { FaultTargets, PlannedFault } from '../../../src/rehearsal/faults/fault-plan';
import { faultPlan } from '../../../src/rehearsal/faults/fault-plan';
import { scenarioOf } from '../scenario/sample-scenario';

const TERM = scenarioOf('deploy', 're-apply', 'add: { students: 2 }', 'drop: { students: 1 }', 'teardown');
const TARGETS: FaultTargets = {
  ofCohort: {
    google_project: 1,
    google_project_iam_binding: 7,
    google_project_service: 12,
    google_storage_bucket: 12,
    helm_release: 13,
  },
  ofStudent: { google_storage_bucket: 1, helm_release: 1 },
  stacks: ['cell-1', 'shard-1-01'],
};
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
const PLANS = SEEDS.map((seed) => faultPlan(seed, TERM, TARGETS));
const ALL: readonly PlannedFault[] = PLANS.flatMap(({ faults }) => faults);
const at = (step: number): readonly PlannedFault[] => ALL.filter((planned) => planned.step === step);
const ofKind = <K extends FaultKind>(kind: K): readonly Extract<PlannedFault['fault'], { kind: K }>[] =>
  ALL.map(({ fault }) => fault).filter(
    (fault): fault is Extract<typeof fault, { kind: K }> => fault.kind === kind,
  );

test('The same seed lays the same faults, and survives being written down', () => {
  expect(SEEDS.map((seed) => faultPlan(seed, TERM, TARGETS))).toEqual(PLANS);
  expect(JSON.parse(JSON.stringify(PLANS))).toEqual(PLANS);
});

test('The order in which types are counted changes nothing', () => {
  const reversed = (counts: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(counts).reverse());
  const targets = {
    ...TARGETS,
    ofCohort: reversed(TARGETS.ofCohort),
    ofStudent: reversed(TARGETS.ofStudent),
  };
  expect(SEEDS.map((seed) => faultPlan(seed, TERM, targets))).toEqual(PLANS);
});

test('Over 200 seeds every kind, status, moment and step occurs, and most plans differ', () => {
  expect(new Set(ALL.map(({ fault }) => fault.kind))).toEqual(new Set(FAULT_KINDS));
  expect(new Set(ofKind('refuse').map(({ status }) => status))).toEqual(new Set(REFUSALS));
  expect(new Set(ofKind('refuse').map(({ when }) => when))).toEqual(new Set(['before', 'after']));
  expect(new Set(ofKind('refuse').map(({ action }) => action))).toEqual(
    new Set(['create', 'read', 'update', 'delete']),
  );
  expect(new Set(ALL.map(({ step }) => step))).toEqual(new Set([0, 1, 2, 3, 4]));
  expect(new Set(PLANS.map(({ faults }) => JSON.stringify(faults))).size).toBeGreaterThan(150);
});

test('A plan has one to three faults, in the order of the steps, each at a step of its own', () => {
  for (const { faults } of PLANS) {
    const steps = faults.map(({ step }) => step);
    expect(steps).toEqual([...new Set(steps)].sort());
  }
  expect([...new Set(PLANS.map(({ faults }) => faults.length))].sort()).toEqual([1, 2, 3]);
});

test('Each fault can strike: its type is there, and often enough', () => {
  const counts = [
    TARGETS.ofCohort,
    TARGETS.ofCohort,
    { google_storage_bucket: 2, helm_release: 2, google_project_iam_binding: 1 },
    { google_storage_bucket: 1, helm_release: 1, google_project_iam_binding: 1 },
    TARGETS.ofCohort,
  ] as readonly Readonly<Record<string, number>>[];
  for (const { step, fault } of ALL) {
    if ('nth' in fault && 'type' in fault)
      expect(fault.nth).toBeLessThanOrEqual(counts[step]![fault.type] ?? 0);
    if ('stack' in fault) expect(TARGETS.stacks).toContain(fault.stack);
  }
});

test('A deployment of nothing meets no change by hand, and a re-apply, which writes nothing, no full disk', () => {
  expect(at(0).map(({ fault }) => fault.kind)).not.toContain('drift');
  expect(at(1).map(({ fault }) => fault.kind)).not.toContain('disk-full');
});

test('Only what is a student’s own is changed by hand, and no Helm release is edited', () => {
  const drifts = ofKind('drift').map(({ change, type }) => `${change} ${type}`);
  expect([...new Set(drifts)].sort()).toEqual([
    'change google_storage_bucket',
    'delete google_storage_bucket',
    'delete helm_release',
  ]);
});

test('An answer is lost only with a status that loses answers, and never while only reading', () => {
  const lost = ofKind('refuse').filter(({ when }) => when === 'after');
  expect(lost.filter(({ status, action }) => status < 500 || action === 'read')).toEqual([]);
});

test('Steps that apply nothing, or must fail, stay without faults', () => {
  const quiet = scenarioOf('fault: { kind: 429 }', '{ deploy: , expect: fails }', 'recover', 'rename');
  expect(faultPlan(1, quiet, TARGETS)).toEqual({ seed: 1, faults: [] });
});
