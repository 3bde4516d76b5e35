import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { fakeKubectl, kubectlCalls, kubectlWords } from '../grade/fake-kubectl';
import { run } from '../recorded-terminal';
import { copyOfExample, temporaryFolder } from '../temporary-folder';
import { SpawnedPracticum } from './spawned-practicum';

const AFTER = ['--at', '2027-04-30'];

let cohort: string;
let out: string;
let tools: string;

beforeEach(() => {
  cohort = copyOfExample('tier-namespace', { ledger: true });
  out = join(temporaryFolder(), 'grades');
  tools = temporaryFolder();
});

const words = (first: string, more: readonly string[]): readonly string[] => [
  'grade', 'lab5', '--cohort', cohort, '--out', out, '--kubectl', fakeKubectl(tools, first), ...more,
]; // prettier-ignore
const grade = (first = '', ...more: readonly string[]) => run(...words(first, [...AFTER, ...more]));
const made = (): readonly string[] =>
  kubectlCalls(tools).flatMap((call) => (call.endsWith(' create') ? [call.split(' ')[0]!] : []));
const file = (name: string): string => readFileSync(join(out, 'lab5', name), 'utf8');

test('All places are graded, by handle, and the table is told and written', async () => {
  const { code, out: said, err } = await grade('', '--at-once', '1');
  expect({ code, err }).toEqual({
    code: 0,
    err: '3 places, 1 at once: about 32 min; one after another 30 min',
  });
  expect(said.replace(/The table: .*lab5/, 'The table: lab5'))
    .toBe(`   place         ≥ 10 requests/s  p99 < 2000 ms
✓  amara-okafor  14.98 /s         1250.5 ms
✓  bjork-g       14.98 /s         1250.5 ms
✓  chidi-o       14.98 /s         1250.5 ms

✓ 3 places, 3 passed, 0 failed, 0 not graded
The table: lab5/results.html (.csv, .json)`);
  expect(made()).toEqual(['amara-okafor', 'bjork-g', 'chidi-o']);
  expect(kubectlWords(tools)).toContain('--context gke_tier-shared-c1_us-west1_tier-shared-c1 --namespace');
  expect(file('results.csv').split('\n')).toHaveLength(5);
  expect(file('results.html')).toContain('<th scope="row">Björk Guðmundsdóttir</th><td>bjork-g</td>');
  expect(`${file('results.csv')}${file('results.json')}${file('results.jsonl')}`).not.toContain('@example');
});

test('A place that cannot be graded has its reason in its row, and the others their grade', async () => {
  const loggedOut = `if [ "$ns" = bjork-g ]; then echo 'error: You must be logged in to the server' >&2; exit 1; fi`;
  const { code, out: said } = await grade(loggedOut);
  expect(code).toBe(1);
  expect(said).toContain('!  bjork-g  not graded: nobody is logged in: "gcloud auth login"\n');
  expect(said).toContain('✗ 3 places, 2 passed, 0 failed, 1 not graded');
  expect(said.split('\n').filter((line) => line.length > 80 && !line.startsWith('The table'))).toEqual([]);
});

test('Started again, it grades only those without a grade', async () => {
  await grade(`if [ "$ns" = bjork-g ]; then exit 1; fi`);
  expect((await grade()).code).toBe(0);
  expect(made()).toEqual(['amara-okafor', 'chidi-o', 'bjork-g']);
  const { code, err } = await grade();
  expect({ code, err, made: made().length }).toEqual({ code: 0, err: '', made: 3 });
});

test('A crash in the middle costs nothing: who has a result keeps it, a Job that stands is adopted', async () => {
  // The process that asks for the second log dies, as if the machine had lost its power.
  const crash = `if [ "$verb $ns" = 'logs bjork-g' ] && [ ! -e "$0.crashed" ]; then touch "$0.crashed"; kill -9 $PPID; exit; fi`;
  const first = new SpawnedPracticum(words(crash, [...AFTER, '--at-once', '1']));
  await first.until(() => (existsSync(join(tools, 'kubectl.sh.crashed')) ? true : undefined));
  expect(await first.stopped('SIGKILL')).toBe('SIGKILL');
  expect(file('results.jsonl').match(/"record":"graded"/g)).toHaveLength(1);
  expect((await grade(crash)).code).toBe(0);
  expect(made()).toEqual(['amara-okafor', 'bjork-g', 'chidi-o']);
}, 30_000);

test('Ctrl-C leaves results and Jobs for the next run, and says so', async () => {
  const hangs = `if [ "$verb" = logs ]; then touch "$0.asked"; exec sleep 30; fi`;
  const first = new SpawnedPracticum(words(hangs, [...AFTER, '--at-once', '1']));
  await first.until(() => (existsSync(join(tools, 'kubectl.sh.asked')) ? true : undefined));
  expect(await first.stopped('SIGINT')).toBe(1);
  expect(first.err).toContain('Stopped. What has a result keeps it; run it again for the rest.');
  expect(existsSync(join(tools, 'job-amara-okafor'))).toBe(true);
}, 30_000);

test('One student is graded again: the row is new, the file keeps the old line', async () => {
  await grade();
  const { code } = await grade('', '--student', 'bjork-g');
  expect(code).toBe(0);
  expect(made()).toEqual(['amara-okafor', 'bjork-g', 'chidi-o', 'bjork-g']);
  expect(file('results.jsonl').match(/"graded","handle":"bjork-g"/g)).toHaveLength(2);
  expect(file('results.csv').match(/^bjork-g/gm)).toHaveLength(1);
});

test('With --again all are, and a run without it finishes what was asked for', async () => {
  await grade();
  await grade(`if [ "$ns" = bjork-g ]; then exit 1; fi`, '--again');
  await grade();
  expect(made().filter((name) => name === 'bjork-g')).toHaveLength(2);
  expect(made().filter((name) => name === 'chidi-o')).toHaveLength(2);
});

test('Before the deadline it says until when, and grades with --early alone', async () => {
  const { code, err } = await run(...words('', ['--at', '2027-04-01T12:00']));
  expect(code).toBe(2);
  expect(err).toBe(`practicum grade:1:1  3 places may still hand in lab5
  got      Thu 1 Apr 2027, 12:00
  allowed  after Mon 5 Apr 2027, 23:59
  write    practicum grade lab5 --early

One problem in practicum grade. Nothing was written.`);
  expect(existsSync(out)).toBe(false);
  expect((await run(...words('', ['--at', '2027-04-01T12:00', '--early']))).code).toBe(0);
});

test('A student prints the Job for their own place, in the words that grading uses', async () => {
  const { code, out: yaml } = await run('grade', 'lab5', '--cohort', cohort, '--manifest', 'bjork-g');
  const [script, job] = yaml.split('\n---\n').map((text) => parse(text) as Record<string, unknown>);
  const metadata = { name: 'grade-lab5', namespace: 'bjork-g', labels: { 'practicum.dev/grading': 'lab5' } };
  expect(code).toBe(0);
  expect(script).toMatchObject({ kind: 'ConfigMap', metadata });
  expect(job).toMatchObject({ kind: 'Job', metadata, spec: { activeDeadlineSeconds: 960, backoffLimit: 0 } });
});

test('With the outputs of a deploy, clusters are found without a context', async () => {
  const outputs = join(tools, 'outputs.json');
  writeFileSync(outputs, JSON.stringify({ 'cell-1': { cluster_endpoint: 'gke-1.us-west1.gke.goog' } }));
  expect((await grade('', '--outputs', outputs)).code).toBe(0);
  expect(kubectlWords(tools)).toMatch(/--kubeconfig \S+kubeconfig-tier-shared-c1.yaml --namespace/);
  expect(file('kubeconfig-tier-shared-c1.yaml')).toContain('server: https://gke-1.us-west1.gke.goog');
});

test.each([
  ['a lab without a load', ['grade', 'lab1'], 'the lab lab1 has no load to grade it with'],
  ['no lab', ['grade', 'lab9'], 'the course has no such lab'],
  [
    'a student who is none',
    ['grade', 'lab5', ...AFTER, '--student', 'bjork'],
    'no place of lab5 has this handle',
  ],
  [
    'no kubectl',
    ['grade', 'lab5', ...AFTER, '--kubectl', '/nowhere/kubectl'],
    'install kubectl, or say where it is',
  ],
  ['outputs without the address', ['grade', 'lab5', ...AFTER, '--outputs', __filename], 'this is not JSON'],
])('It is refused with words: %s', async (_, line, message) => {
  const { code, err } = await run(...line, '--cohort', cohort, '--out', out);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('One context for several clusters is refused', async () => {
  cohort = copyOfExample('tier-cluster', { ledger: true });
  const { code, err } = await grade('', '--context', 'mine');
  expect(code).toBe(2);
  expect(err).toContain('the places are in 2 clusters, and this is one');
});
