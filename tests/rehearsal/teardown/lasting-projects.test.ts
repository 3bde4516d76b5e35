import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Day } from '../../../src/core/domain/time';
import { COURSE, changed } from '../../core/sample-cohort';
import { run } from '../../app/recorded-terminal';
import { cloudPrograms } from './cloud-programs';
import type { TornDownTerm } from './torn-down-term';
import { deployedTerm } from './torn-down-term';

const REDIS = '[{ id: redis, setUp: student }]';
const BOTH = '[{ id: cloud-run }, { id: vm }]';
const LOGS = 'logs: { perPlace: true }\n';
const BESIDE = ['tier-shared-c1-logs', 'tier-shared-c1-run', 'tier-shared-c1-vm'];

/** Students with a service on Cloud Run, a machine and a log each, in projects that their cell has for them. */
let term: TornDownTerm;

beforeAll(async () => {
  term = await deployedTerm('tier-namespace', 'terraform', {
    'cohort.yaml': (text) => `${changed(text, 'course: w255', 'course: ./course.yaml')}${LOGS}`,
    'course.yaml': () => changed(COURSE, REDIS, BOTH),
  });
  Object.assign(process.env, term.ground.simulation.environment);
}, 90_000);

afterAll(() => term.ground.close());

const cloud = () => term.ground.simulation.cloud;
const ofKind = (kind: RegExp): readonly string[] =>
  cloud().list().map(({ name }) => String(name)).filter((name) => kind.test(name)).sort(); // prettier-ignore
const beside = (): readonly string[] =>
  ofKind(/resourcemanager.*-c1-\w+$/).map((name) => name.split('/').at(-1)!);
const used = (): number =>
  ofKind(/\/\/run\.googleapis\.com\/.*\/services\/|\/instances\/|-c1-logs\/.*\/buckets\/(?!_)[^/]+$/).length;

/** Says another thing in a file of the cohort, and deploys it. */
async function deploy(day: string, edits: Readonly<Record<string, (text: string) => string>>): Promise<void> {
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(term.cohort, file);
    writeFileSync(path, edit(readFileSync(path, 'utf8')));
  }
  const planned = term.ground.synthesize(day as Day);
  if (!planned.ok) throw new Error(JSON.stringify(planned.problems));
  const { ok, output } = await term.ground.engine.deploy();
  if (!ok) throw new Error(output);
}

test('Projects beside that of a cell stay, empty, when they are not used any more', async () => {
  expect([beside(), used()]).toEqual([BESIDE, 9]);
  await deploy('2027-01-20', {
    'cohort.yaml': (text) => changed(text, LOGS, ''),
    'course.yaml': (text) => changed(text, BOTH, REDIS),
  });
  expect([beside(), used()]).toEqual([BESIDE, 0]);
}, 90_000);

test('Used again, they have what they had', async () => {
  // Log buckets keep their names for a week.
  cloud().advanceTo(cloud().now + 8 * 86_400_000);
  await deploy('2027-02-01', {
    'cohort.yaml': (text) => `${text}${LOGS}`,
    'course.yaml': (text) => changed(text, REDIS, BOTH),
  });
  expect([beside(), used()]).toEqual([BESIDE, 9]);
}, 90_000);

test('A teardown takes them away, used or not', async () => {
  await deploy('2027-02-02', { 'course.yaml': (text) => changed(text, BOTH, REDIS) });
  cloudPrograms(cloud(), dirname(term.programs.gcloud));
  const { code, out } = await run('teardown', ...term.options, '--yes');
  expect([code, out.split('\n').filter((line) => /✗/.test(line))]).toEqual([0, []]);
  expect(beside()).toEqual([]);
}, 90_000);
