import { synthesisedArtifacts } from '../../src/app/prove/synthesised-artifacts';
import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { PlanInputs } from '../../src/core/plan/plan-inputs';
import { recordOf } from '../../src/prover/cohort-record';
import { prove } from '../../src/prover/proof';
import { exampleInputs, planOf, withEvents } from '../stacks/example-plans';

const findings = (output: CohortPlan, record: CohortPlan): readonly string[] => {
  const artifacts = synthesisedArtifacts(output, () => undefined);
  if (!artifacts.ok) throw new Error(JSON.stringify(artifacts.problems));
  return prove(artifacts.value, recordOf(record)).findings.map(
    ({ from, sentence }) => `${from}: ${sentence}`,
  );
};

const closed = (inputs: PlanInputs): PlanInputs => ({
  ...inputs,
  config: { ...inputs.config, hold: { days: 14, routes: 'closed' } },
});

// One tenant of each tier.
const WHO = ['bjork-g', 'dai-nguyen', 'elif-yilmaz', 'gala-ruiz'];
const EXAMPLES = ['tier-namespace', 'tier-project', 'tier-cluster'] as const;

describe.each(EXAMPLES)('In %s', (example) => {
  const before = closed(exampleInputs(example));
  const held = withEvents(before, 'held', WHO);

  test('a held place is fenced and nobody’s', () => {
    const open = planOf({ ...held, config: exampleInputs(example).config });
    expect(findings(open, open)).toEqual([]);
    expect(findings(planOf(held), planOf(held))).toEqual([]);
  });

  test('access that a held place still gives is found', () => {
    expect(findings(planOf(before), planOf(held))).not.toEqual([]);
  });

  test('an emptied place is nothing to prove in a cluster, and nobody’s on Google Cloud', () => {
    const emptied = planOf(withEvents(held, 'emptied', WHO));
    expect(findings(emptied, emptied)).toEqual([]);
  });

  test('a destroyed place leaves nothing', () => {
    const destroyed = planOf(withEvents(withEvents(held, 'emptied', WHO), 'destroyed', WHO));
    expect(findings(destroyed, destroyed)).toEqual([]);
  });
});
