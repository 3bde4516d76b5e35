import { monotonicMilliseconds } from '../../../src/app/clock';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { RehearsalGround } from '../../../src/app/rehearse/rehearsal-ground';
import type { StepReport } from '../../../src/app/rehearse/report/report';
import { runScenario } from '../../../src/app/rehearse/run-rehearsal';
import type { Call } from '../../../src/rehearsal/provider/call';
import type { Fault } from '../../../src/rehearsal/faults/fault';
import type { Scenario } from '../../../src/rehearsal/scenario/scenario';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

const BUDGET = 'google_billing_budget';
const CHANNEL = 'google_monitoring_notification_channel';

/** Google makes the channel, and the answer with the name that it gave is lost. */
const LOST: Fault = {
  kind: 'refuse',
  status: 500,
  when: 'after',
  action: 'create',
  type: CHANNEL,
  nth: 1,
  times: 1,
};

const SCENARIO: Scenario = {
  name: 'A lost answer, then a killed terraform',
  about: 'Both leave behind what has a name of Google’s own.',
  steps: [
    { action: 'deploy', name: 'deploy', faults: [LOST] },
    { action: 'teardown', name: 'teardown', faults: [] },
  ],
};

async function rehearsed(onCall: (ground: RehearsalGround, call: Call) => void) {
  const prepared = await RehearsalGround.prepare({
    cohort: cohortDirectory(copyOfExample('tier-namespace')),
    folder: temporaryFolder(),
    students: 1,
    engine: 'terraform',
    terraform: 'terraform',
    parallelism: 2,
    onCall: (call) => onCall(ground, call),
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  const ground: RehearsalGround = prepared.value;
  const standing: string[][] = [];
  try {
    const reports = await runScenario({
      ground,
      scenario: SCENARIO,
      clock: monotonicMilliseconds,
      onStep: () => undefined,
      onDone: () =>
        standing.push(
          ground.simulation.cloud
            .list()
            .map(({ type }) => type)
            .filter((type) => /Budget|NotificationChannel/.test(type)),
        ),
    });
    return { reports, standing };
  } finally {
    await ground.close();
  }
}

test('After a lost answer and a killed terraform, what Google gave a name is adopted and made no second time', async () => {
  const calls: string[] = [];
  const { reports, standing } = await rehearsed((ground, { action, type }) => {
    calls.push(`${action} ${type}`);
    // The recovery of the channel is at work; what is made next, by the run after it, is the budget.
    if (action === 'import' && type === CHANNEL)
      ground.hazards.injector.arm([{ kind: 'terraform-killed', afterOperations: 1 }]);
  });
  const judged = ({ name, outcome, findings }: StepReport) => ({ name, outcome, findings });
  expect(reports.map(judged)).toEqual([
    { name: 'deploy', outcome: 'done', findings: [] },
    { name: 'teardown', outcome: 'done', findings: [] },
  ]);
  const counted = (call: string): number => calls.filter((each) => each === call).length;
  for (const type of [BUDGET, CHANNEL]) {
    expect(counted(`import ${type}`)).toBeGreaterThan(0);
    expect(counted(`delete ${type}`)).toBe(1);
  }
  // Of neither creation an answer arrived, so neither was counted; a second one would be.
  expect([counted(`create ${BUDGET}`), counted(`create ${CHANNEL}`)]).toEqual([0, 0]);
  expect(standing).toEqual([
    ['billingbudgets.googleapis.com/Budget', 'monitoring.googleapis.com/NotificationChannel'],
    [],
  ]);
}, 120_000); // prettier-ignore
