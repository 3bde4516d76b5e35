import { INVARIANTS, invariantsAfter } from '../../../src/rehearsal/scenario/invariants';
import { scenarioOf } from './sample-scenario';

const after = (step: string): readonly string[] =>
  invariantsAfter(scenarioOf('deploy', 'drop: { students: 1, until: held }', step).steps[2]!);

test.each([
  ['deploy', ['empty-re-apply', 'only-planned', 'ordered']],
  ['re-apply', ['empty-re-apply', 'only-planned', 'ordered']],
  ['add: { students: 1 }', ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched']],
  ['drop: { students: 1 }', ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched']],
  ['return: { students: 1 }', ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched']],
  ['change-email', ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched']],
  ['rename', ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched']],
  ['change-team', ['empty-re-apply', 'only-planned', 'ordered', 'others-untouched']],
  ['use: {}', ['empty-re-apply']],
  ['drift: { delete: google_storage_bucket }', []],
  ['fault: { kind: 429 }', []],
  ['recover', []],
  ['teardown', ['nothing-left']],
])('What is checked after "%s"', (step, invariants) => expect(after(step)).toEqual(invariants));

test('A step with faults must name their cause as well', () => {
  expect(after('{ teardown: , faults: [{ kind: 500 }] }')).toEqual(['nothing-left', 'message-names-cause']);
});

test('Of a step that must fail only the message is checked', () => {
  expect(after('{ deploy: , expect: fails }')).toEqual(['message-names-cause']);
});

test('Every invariant is checked after some step, but for the one that each run is held to', () => {
  const steps = ['deploy', 'add: { students: 1 }', 'teardown', '{ deploy: , expect: fails }'];
  const afterSomeStep = new Set(steps.flatMap(after));
  expect(Object.keys(INVARIANTS).filter((id) => !afterSomeStep.has(id))).toEqual(['applies']);
});
