import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { run } from '../recorded-terminal';
import { fakeGcloud, gcloudCalls } from '../recover/fake-gcloud';
import { fakeTerraform } from '../recover/fake-terraform';
import { copyOfExample, temporaryFolder } from '../temporary-folder';

const PROJECT = 'google_project.Project_C78D97AD';

/** A terraform that finds the cell's project outside the state of `cell-1`, and all other stacks in order. */
const FINDS_PROJECT = `
change='{"address":"${PROJECT}","mode":"managed","type":"google_project","change":{"actions":["ACTION"],"after":{"project_id":"tier-namespa-c1"}IMPORT}}'
stack=$(basename "$PWD")
case "$1" in
  show)
    if [ "$stack" != cell-1 ] || [ -e "$0.applied" ]; then echo '{}'
    elif [ -e "$0.importing" ]; then
      change="\${change/ACTION/no-op}"
      echo '{"resource_changes":['"\${change/IMPORT/,\\"importing\\":{\\"id\\":\\"tier-namespa-c1\\"\\}}"']}'
    else change="\${change/ACTION/create}"; echo '{"resource_changes":['"\${change/IMPORT/}"']}'; fi ;;
  plan) if [ -e practicum_recover.tf.json ]; then touch "$0.importing"; fi ;;
  apply) touch "$0.applied" ;;
esac
`;

const BUDGET = 'google_billing_budget.Budget_69569A1A';
const BUDGET_ID = 'billingAccounts/0A1B2C-3D4E5F-6A7B8C/budgets/6ba7b810-9dad-41d1-80b4-00c04fd430c8';
/** The same, but with the cell's budget in place of its project. */
const FINDS_BUDGET = FINDS_PROJECT.replaceAll(PROJECT, BUDGET)
  .replaceAll('"google_project"', '"google_billing_budget"')
  .replaceAll('"project_id":"tier-namespa-c1"', '"billing_account":"0A1B2C-3D4E5F-6A7B8C","display_name":"Practicum lab-c1"')
  .replaceAll('tier-namespa-c1', BUDGET_ID); // prettier-ignore

let out: string;
let cohort: string;
let tools: string;

beforeAll(async () => {
  cohort = copyOfExample('tier-namespace', { ledger: true });
  out = join(temporaryFolder(), 'dist');
  await run('synth', '--cohort', cohort, '--out', out);
});

beforeEach(() => {
  tools = temporaryFolder();
});

const recover = (script: string, ...more: readonly string[]) =>
  run('recover', '--cohort', cohort, '--out', out, '--terraform', fakeTerraform(tools, script), ...more);

const calls = (): readonly string[] => readFileSync(join(tools, 'calls'), 'utf8').trim().split('\n');

const leftOver = (): readonly string[] =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.includes('practicum_recover'),
  );

test('Where nothing is to be recovered, that is said, and each stack was looked at', async () => {
  expect(await recover('if [ "$1" = show ]; then echo "{}"; fi')).toEqual({
    code: 0,
    out: '✓ 3 stacks: nothing to recover.',
    err: '',
  });
  expect(calls().filter((call) => call.startsWith('plan')).length).toBe(3);
}, 30_000);

test('What is found is shown, adopted when --yes says so, and the next step is told', async () => {
  const { code, out: said, err } = await recover(FINDS_PROJECT, '--yes');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(said).toBe(`cell-1: 1 resource outside the state
    ${PROJECT}
      tier-namespa-c1
✓ cell-1: 1 resource adopted into the state
✓ 3 stacks: nothing is left to recover.
  Next: npx cdktf deploy '*' --parallelism 4`);
  expect(leftOver()).toEqual([]);
}, 30_000);

test('Where nobody can be asked and --yes is not said, what is found is shown and nothing is changed', async () => {
  const { code, out: said, err } = await recover(FINDS_PROJECT);
  expect(code).toBe(2);
  expect(said).toContain(`    ${PROJECT}\n      tier-namespa-c1\n✗ cell-1: 1 resource could not be adopted`);
  expect(err).toBe('Say --yes, since nobody can be asked here. Nothing was changed.');
  expect(calls().filter((call) => /^(apply|import|force-unlock|state)/.test(call))).toEqual([]);
}, 30_000);

test('What Google gave a name of its own is found by gcloud, which is asked for nothing else', async () => {
  const listed = JSON.stringify([{ name: BUDGET_ID, displayName: 'Practicum lab-c1' }]);
  const gcloud = fakeGcloud(tools, `echo '${listed}'`);
  const { code, out: said, err } = await recover(FINDS_BUDGET, '--yes', '--gcloud', gcloud);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(said).toContain(`✓ cell-1: 1 resource adopted into the state\n`);
  expect(gcloudCalls(tools)).toEqual([
    'billing budgets list --billing-account 0A1B2C-3D4E5F-6A7B8C --format=json',
  ]);
}, 30_000);

test('Where nothing of that kind is to be made, gcloud is not run', async () => {
  const gcloud = fakeGcloud(tools, 'exit 1');
  expect((await recover(FINDS_PROJECT, '--yes', '--gcloud', gcloud)).code).toBe(0);
  expect(gcloudCalls(tools)).toEqual([]);
}, 30_000);

test('With --json all of it is data, and nothing else is on the output', async () => {
  const { code, out: text } = await recover(FINDS_PROJECT, '--yes', '--json', '--stack', 'cell-1');
  expect(code).toBe(0);
  expect(JSON.parse(text)).toEqual({
    stacks: [
      {
        stack: 'cell-1',
        adopted: [{ address: PROJECT, id: 'tier-namespa-c1' }],
        notAdopted: [],
        tainted: [],
        unseen: [],
        toCreate: 0,
      },
    ],
  });
}, 30_000);

test('What could not be recovered is a finding', async () => {
  const { code, out: said } = await recover('echo "Error: no such bucket"; exit 1', '--stack', 'cell-1');
  expect({ code, said }).toEqual({ code: 1, said: '✗ cell-1: no such bucket' });
}, 30_000);

test('A stack that is not there is bad input, with those that are', async () => {
  const { code, err } = await recover('exit 1', '--stack', 'cell-7');
  expect(code).toBe(2);
  expect(err.replaceAll(/\s+/g, ' ')).toMatch(
    /^There is no stack "cell-7" in \S+; there are cell-1, cell-1-services, shard-1-01\.$/,
  );
});

test('A folder without stacks, or with another cohort’s, is bad input', async () => {
  const program = fakeTerraform(tools, 'exit 1');
  const empty = await run('recover', '--cohort', cohort, '--out', tools, '--terraform', program);
  expect(empty.code).toBe(2);
  expect(empty.err.replaceAll(/\s+/g, ' ')).toMatch(/has no stacks: write them with "practicum synth"\.$/);
  const other = copyOfExample('tier-cluster', { ledger: true });
  const foreign = await run('recover', '--cohort', other, '--out', out, '--terraform', program);
  expect(foreign.code).toBe(2);
  expect(foreign.err.replaceAll(/\s+/g, ' ')).toMatch(
    /holds the stacks of another cohort than tier-cluster: write these with "practicum synth"\.$/,
  );
  expect(existsSync(join(tools, 'calls'))).toBe(false);
});

test('A terraform that is not there is bad input', async () => {
  const { code, err } = await run('recover', '--cohort', cohort, '--out', out, '--terraform', 'no-terraform');
  expect(code).toBe(2);
  expect(err).toBe('"no-terraform" cannot be run: install terraform, or say where it is with\n--terraform.');
});

test('Ctrl-C stops terraform in order and leaves no imports behind', async () => {
  const script = `${FINDS_PROJECT}
if [ -e practicum_recover.tf.json ]; then
  trap 'exit 1' INT
  kill -INT $PPID
  while true; do sleep 0.01; done
fi`;
  const options = ['recover', '--cohort', cohort, '--out', out, '--terraform', fakeTerraform(tools, script)];
  const child = spawn(process.execPath, [join(HOME, 'bin/practicum.js'), ...options]);
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise((ended) => child.on('close', ended));
  expect({ code, err }).toEqual({
    code: 1,
    err: 'Stopped. What was recovered until now stays so; run it again.\n',
  });
  expect(existsSync(`${join(tools, 'terraform.sh')}.importing`)).toBe(true);
  expect(leftOver()).toEqual([]);
}, 30_000);
