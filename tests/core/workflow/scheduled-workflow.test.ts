import { createRequire } from 'node:module';
import { parse } from 'yaml';
import type { Transition } from '../../../src/core/calendar/transitions';
import type { Handle } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { scheduledWorkflow } from '../../../src/core/workflow/scheduled-workflow';
import { aPlan } from '../plan/a-plan';

/** How cdktf reads what stacks are asked for by. */
const minimatch = createRequire(require.resolve('@cdktf/cli-core/package.json'))('minimatch') as (
  name: string,
  pattern: string,
) => boolean;

const TRANSITIONS: readonly Transition[] = [
  { at: '2027-01-19T07:59:00Z' as Instant, kind: 'lab due', about: 'lab1', deploys: true },
  { at: '2027-01-20T07:59:00Z' as Instant, kind: 'lab due', about: 'lab1', handles: ['cy' as Handle], deploys: true },
  { at: '2027-04-24T07:00:00Z' as Instant, kind: 'teardown due', deploys: false },
]; // prettier-ignore
const write = (transitions = TRANSITIONS): string =>
  scheduledWorkflow({ plan: aPlan(), transitions, folder: 'my: class' });

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly env: Readonly<Record<string, string>>;
  readonly jobs: {
    readonly apply: {
      readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly if?: string }[];
    };
  };
}
const parsed = (text: string): Workflow => parse(text) as Workflow;

test('It runs when something is to be applied, in UTC, and when a person asks for it', () => {
  expect(parsed(write()).on).toEqual({
    workflow_dispatch: null,
    schedule: [{ cron: '59 7 19 1 *' }, { cron: '59 7 20 1 *' }],
  });
});

test('A term without anything to apply has no schedule, which GitHub would refuse empty', () => {
  expect(parsed(write([])).on).toEqual({ workflow_dispatch: null });
});

test('Beside each run stands what it applies, with nobody’s handle', () => {
  const text = write();
  expect(text).toContain('# Mon 18 Jan 2027, 23:59: lab1 is due\n');
  expect(text).toContain('# Tue 19 Jan 2027, 23:59: lab1 is due for 1 place\n');
  expect(text).not.toMatch(/\bcy\b|@example/);
});

test('It may read the repository and ask for a token, and nothing else; it has no secret', () => {
  const { permissions } = parsed(write());
  expect(permissions).toEqual({ contents: 'read', 'id-token': 'write' });
  expect(write()).not.toMatch(/secrets\.|credentials_json/);
});

test('Never two at once, and none stopped midway', () => {
  expect(parsed(write()).concurrency).toEqual({
    group: 'practicum-mlops-fall27',
    'cancel-in-progress': false,
  });
});

test('It checks, looks what is due and deploys, in this order, and only what is due', () => {
  const { steps } = parsed(write()).jobs.apply;
  const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run.trim().split('\n')[0]!]));
  expect(runs).toEqual([
    'npm ci',
    'npx practicum check',
    'npx practicum synth',
    expect.stringMatching(/^npx practicum due --exit-code \|\| \{ code=\$\?; test "\$code" -eq 3 && /),
    "npx cdktf deploy '*' --parallelism 4 --auto-approve",
  ]);
  expect(steps.at(-1)!.if).toBe("steps.due.outputs.due == 'yes' || github.event_name == 'workflow_dispatch'");
});

test('Repositories on GitHub are left to a person: the workflow has no token for them, and without one they would seem to be gone', () => {
  const plan = { ...aPlan(), repositories: 'example-mlops' };
  const { steps } = parsed(scheduledWorkflow({ plan, transitions: TRANSITIONS, folder: 'my-class' })).jobs
    .apply;
  const [, pattern] = /^npx cdktf deploy '([^']+)' --parallelism 4 --auto-approve$/.exec(steps.at(-1)!.run!)!;
  const stacks = ['cell-1', 'cell-1-services', 'shard-1-01', 'shard-1-01-places'];
  expect([...stacks, 'shard-1-01-repositories'].filter((name) => minimatch(name, pattern!))).toEqual(stacks);
});

test('Each action is pinned to a commit, its version beside it', () => {
  const { steps } = parsed(write()).jobs.apply;
  const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
  expect(used).toHaveLength(5);
  for (const action of used) {
    expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    expect(write()).toMatch(new RegExp(`${action} # v\\d+\\.\\d+\\.\\d+\n`));
  }
});

test('A folder is a value, whatever it is called', () => {
  expect(parsed(write()).env['PRACTICUM_COHORT']).toBe('my: class');
});

test('Charts of others are got before anything is checked, and none that nobody has seen', () => {
  const stepsOf = (charts: boolean): readonly { readonly run?: string }[] =>
    parsed(scheduledWorkflow({ plan: aPlan(), transitions: TRANSITIONS, folder: 'my: class', charts })).jobs
      .apply.steps;
  const [got, before] = [stepsOf(true), stepsOf(false)];
  const index = got.findIndex(({ run }) => run?.startsWith('npx practicum charts get\n'));
  expect(got[index]!.run).toContain('charts.lock.yaml');
  expect(got[index + 1]).toMatchObject({ run: 'npx practicum check' });
  expect(got.filter((_, each) => each !== index)).toEqual(before);
});
