import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RehearsalReport } from '../../../src/app/rehearse/report/report';
import { copyOfExample, temporaryFolder } from '../temporary-folder';
import type { Recorded } from '../recorded-terminal';
import { run } from '../recorded-terminal';

/** A term that ends badly: what is said to fail goes through. */
const TERM = `name: A term that ends badly
about: Everything happens once.
steps:
  - deploy
  - re-apply
  - add: { students: 1 }
    at: 8
  - drop: { students: 1, until: held }
    at: 15
  - return: { students: 1 }
    at: 17
  - use: { objects: 2, images: 1, volumes: 1, loadBalancers: 1 }
  - drift: { delete: google_dns_record_set }
  - deploy:
    name: mend
  - drop: { students: [nobody@example.edu] }
    expect: fails
    message: The scenario names nobody@example.edu, who is not there at this step
  - drift: { delete: google_dns_record_set, count: 99 }
    expect: fails
    message: /only \\d+ of 99 google_dns_record_set to delete/
  - deploy:
    name: mend again
  - fault: { kind: lock-held, stack: cell-1 }
    name: lock
  - deploy:
    name: locked
    expect: fails
    message: Error acquiring the state lock
  - recover
  - fault: { kind: 503, on: google_storage_bucket }
    name: busy
  - deploy:
    name: mend all
  - add: { students: 1 }
    name: strikes
  - teardown
  - teardown:
    name: of nothing
    expect: fails
    message: nothing stands
  - deploy:
    name: never
`;

let recorded: Recorded;
let report: RehearsalReport;
const out = temporaryFolder();

beforeAll(async () => {
  const scenario = join(temporaryFolder(), 'term.yaml');
  writeFileSync(scenario, TERM);
  const options = ['--cohort', copyOfExample('tier-namespace'), '--out', out, '--students', '2', '--json'];
  recorded = await run('rehearse', '--engine', 'terraform', '--scenario', scenario, ...options);
  report = JSON.parse(recorded.out) as RehearsalReport;
}, 120_000);

const step = (name: string) => report.steps.find((each) => each.name === name)!;
const counts = (name: string): readonly number[] => {
  const { added, changed, destroyed, kept } = step(name);
  return [added, changed, destroyed, kept];
};

test('Every step goes as it must, the teardown with all that students left, until one fails and ends the scenario', () => {
  expect(report.steps.map(({ name, outcome, findings }) => [name, outcome, findings.length])).toEqual([
    ['deploy', 'done', 0],
    ['re-apply', 'done', 0],
    ['add 1 student', 'done', 0],
    ['drop 1 student, hold', 'done', 0],
    ['return 1 student', 'done', 0],
    ['students work', 'done', 0],
    ['delete 1 google_dns_record_set by hand', 'done', 0],
    ['mend', 'done', 0],
    ['drop 1 student', 'failed as expected', 0],
    ['delete 99 google_dns_record_set by hand', 'failed as expected', 0],
    ['mend again', 'done', 0],
    ['lock', 'done', 0],
    ['locked', 'failed as expected', 0],
    ['recover', 'done', 0],
    ['busy', 'done', 0],
    ['mend all', 'done', 0],
    ['strikes', 'done', 0],
    ['teardown', 'done', 0],
    ['of nothing', 'failed', 1],
  ]);
});

test('What is made, changed and kept is counted', () => {
  const [all] = counts('deploy');
  expect(counts('deploy')).toEqual([all, 0, 0, 0]);
  expect(counts('re-apply')).toEqual([0, 0, 0, all]);
  const [added, changed, destroyed, kept] = counts('add 1 student');
  expect([added, destroyed, kept]).toEqual([6, 0, all! - changed!]);
  expect(counts('mend')[0]).toBe(1);
});

test('A step that goes through and should have failed is a finding', () => {
  expect(step('of nothing').findings.map(({ message }) => message)).toEqual([
    'It went through, and should have failed.',
  ]);
});

test('A fault that found nothing to strike waits for the step in which it does', () => {
  expect(step('mend all').faults).toEqual([]);
  expect(step('strikes').faults).toEqual(['Google refuses the 1st create of google_storage_bucket with 503']);
  expect(step('locked').faults).toEqual(['a run that is dead holds the state lock of cell-1']);
});

test('The command ends with 1, and nothing but the report is on the output', () => {
  expect(recorded.code).toBe(1);
  expect(report.scenario).toBe('A term that ends badly');
  expect(recorded.err.split('\n')).toHaveLength(report.steps.length);
});

test('What stood after each step is listed, and no address of a person is in a log', () => {
  const folder = join(out, 'rehearsal');
  expect(readdirSync(join(folder, 'assets'))).toHaveLength(report.steps.length);
  const logs = readdirSync(join(folder, 'logs')).map((log) =>
    readFileSync(join(folder, 'logs', log), 'utf8'),
  );
  expect(logs.length).toBeGreaterThan(2);
  expect(logs.join('')).not.toMatch(/@example\.edu/);
});

test('What students made outside of Terraform stands beside it', () => {
  const after = readdirSync(join(out, 'rehearsal', 'assets')).find((file) => file.includes('students-work'))!;
  const assets = JSON.parse(readFileSync(join(out, 'rehearsal', 'assets', after), 'utf8')) as {
    readonly assetType: string;
    readonly resource: { readonly data: { readonly why?: string } };
  }[];
  // The disk of the metrics is nobody's work.
  const ofStudents = assets.filter(
    ({ resource }) => resource.data.why?.includes('practicum-monitoring') !== true,
  );
  const count = (type: string): number =>
    ofStudents.filter(({ assetType }) => assetType.endsWith(type)).length;
  expect(['/Object', '/DockerImage', '/Disk'].map(count)).toEqual([6, 3, 3]);
  expect(count('/ForwardingRule')).toBeGreaterThanOrEqual(3);
});
