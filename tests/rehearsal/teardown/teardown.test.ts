import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '../../../src/app/rehearse/process-memory';
import { writeAssets } from '../../../src/app/rehearse/write-assets';
import { TeardownJournalFile } from '../../../src/app/teardown/teardown-journal-file';
import type { TeardownJournal } from '../../../src/core/teardown/teardown-journal';
import { SpawnedPracticum } from '../../app/commands/spawned-practicum';
import { run } from '../../app/recorded-terminal';
import { filesIn, temporaryFolder } from '../../app/temporary-folder';
import { fillStateBucket, withGuards } from './hazards-of-teardown';
import type { TornDownTerm } from './torn-down-term';
import { deployedTerm } from './torn-down-term';

const BUCKET = 'tier-shared-state';

let term: TornDownTerm;

beforeAll(async () => {
  term = await deployedTerm('tier-namespace', 'terraform', {
    'cohort.yaml': (text) => text.replace('{ backend: local }', `{ backend: gcs, bucket: ${BUCKET} }`),
  });
  Object.assign(process.env, term.ground.simulation.environment);
  withGuards(term);
  fillStateBucket(term, BUCKET);
}, 90_000);

afterEach(() => jest.restoreAllMocks());

afterAll(() => term.ground.close());

const teardown = (...more: readonly string[]) => run('teardown', ...term.options, ...more);
const journalPath = (): string => join(term.cohort, '.practicum', 'teardown-tier-shared.json');
const journal = (): TeardownJournal => JSON.parse(readFileSync(journalPath(), 'utf8')) as TeardownJournal;
const cloud = () => term.ground.simulation.cloud;
const standing = (): readonly string[] => cloud().list().map(({ name }) => name); // prettier-ignore

/** What a cohort leaves that is taken away: not what was there before it, and not its bucket of states. */
const left = (): readonly string[] =>
  standing().filter((name) => !/serviceusage|billingAccounts\/[^/]+$|folders\/|projects\/example-labs-admin$/.test(name)); // prettier-ignore

/** A teardown that loses its power at the end of each piece of work, before it has written that down. */
class PowerCut extends Error {}

test('A dry run shows what would go and what protects itself, and changes nothing', async () => {
  const before = standing();
  const { code, out, err } = await teardown('--dry-run');
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('tier-shared: 70 resources in 3 stacks will be destroyed');
  expect(out.split('\n').filter((line) => /^ {2}(shard|cell)/.test(line))).toEqual([
    '  shard-1-01                   20          1',
    '  cell-1-services               1          0',
    '  cell-1                       49          2',
  ]);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(standing()).toEqual(before);
  expect(existsSync(journalPath())).toBe(false);
}, 60_000);

test('Killed at the end of each piece of work, it goes on each time: students are locked out, and all is archived', async () => {
  await killedAtEachEnd('releases');
  expect(Object.keys(journal().work).map((key) => key.split(' ')[0])).toEqual(
    ['freeze', 'freeze', 'archive', 'archive', 'archive', 'archive', 'archive', 'unlock', 'unlock', 'unlock', 'releases'],
  ); // prettier-ignore
  const members = cloud().list().flatMap(({ policy }) => policy?.bindings ?? []).flatMap(({ members }) => members); // prettier-ignore
  expect(members).toContain('user:ines.duarte@example.edu');
  expect(members.filter((member) => /amara|bjork|chidi|subject\/ns\/(?!practicum-)/.test(member))).toEqual(
    [],
  );
  // What runs goes on running.
  for (const kind of ['/clusters/', '/repositories/', '/disks/', '/forwardingRules/'])
    expect(standing().filter((name) => name.includes(kind))).not.toEqual([]);
}, 90_000);

test('A teardown that is killed while terraform works tells of the lock, and goes on after "practicum recover"', async () => {
  const child = new SpawnedPracticum(['teardown', ...term.options, '--yes']);
  await child.until(() => (journal().work['releases shard-1-01'] && locks()[0] ? true : undefined));
  for (const pid of [...familyOf(child.pid), child.pid]) process.kill(pid, 'SIGKILL');
  await child.stopped('SIGKILL');
  expect(journal().work['releases shard-1-01']).toEqual({ began: expect.any(String) as string });
  const locked = await teardown('--yes');
  expect(locked.code).toBe(1);
  expect(locked.out).toContain('practicum recover --stack');
  const recovered = await run(
    'recover', '--cohort', term.cohort, '--out', join(term.ground.terraform, '..'), '--stack', 'shard-1-01', '--yes', '--gcloud', term.programs.gcloud,
  ); // prettier-ignore
  expect([recovered.code, locks()]).toEqual([0, []]);
}, 90_000);

const locks = (): readonly string[] => term.ground.simulation.states.listLocks().map(({ stack }) => stack);

test('Killed at the end of each further piece of work, it ends with an empty cloud', async () => {
  await killedAtEachEnd(undefined);
  expect(left().filter((name) => !name.includes(BUCKET))).toEqual([]);
  expect(left()).not.toEqual([]);
}, 120_000);

/**
 * Runs teardowns that lose their power each time that a piece of work has ended and is not written down, each piece
 * once, until one comes to its end, or is about to begin a step.
 */
async function killedAtEachEnd(until: string | undefined): Promise<void> {
  const cut = new Set<string>();
  const { save } = TeardownJournalFile.prototype;
  let [isDead, isThere] = [false, false];
  jest.spyOn(TeardownJournalFile.prototype, 'save').mockImplementation(function (
    this: TeardownJournalFile,
    next,
  ) {
    if (isDead) throw new PowerCut();
    const known = existsSync(journalPath()) ? journal().work : {};
    const ended = Object.keys(next.work).find((key) => next.work[key]!.ended && !known[key]?.ended);
    isThere = Object.keys(next.work).some((key) => key.split(' ')[0] === until);
    isDead = isThere || (ended !== undefined && !cut.has(ended));
    if (ended !== undefined) cut.add(ended);
    if (!isDead || isThere) save.call(this, next);
    if (isDead) throw new PowerCut();
  });
  let code = 1;
  for (let runs = 0; runs < 20 && code !== 0 && !isThere; runs += 1) {
    isDead = false;
    try {
      ({ code } = await teardown('--yes'));
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
  }
  expect([code === 0, isThere]).toEqual([until === undefined, until !== undefined]);
}

test('What was archived is whole, verified by its sums, and holds no Secret', () => {
  const files = new Map([...filesIn(join(term.cohort, 'archive'))].filter(([path]) => path !== '.gitignore'));
  const sums = files.get('archive.sha256')!.trim().split('\n').map((line) => line.split('  ') as [string, string]); // prettier-ignore
  expect(sums.map(([, path]) => path)).toEqual(
    [...files.keys()].filter((path) => path !== 'archive.sha256').sort(),
  );
  for (const [sum, path] of sums)
    expect(createHash('sha256').update(files.get(path)!).digest('hex')).toBe(sum);
  expect(sums.filter(([, path]) => path.startsWith('places/amara-okafor/')).map(([, path]) => path)).toEqual(
    ['bucket', 'dashboards', 'images', 'index', 'manifests']
      .map((name) => `places/amara-okafor/${name}.${name === 'manifests' ? 'yaml' : 'json'}`),
  ); // prettier-ignore
  const objects = JSON.parse(files.get('places/amara-okafor/bucket.json')!) as object[];
  expect(objects).toHaveLength(2);
  expect(objects[0]).toEqual({
    name: 'data-1.csv',
    size: 11,
    generation: '1797000000000001',
    crc32c: 'yZRlqg==',
    md5: 'XrY7u+Ae7tCTyyK7j1rNww==',
  });
  expect(files.get('places/bjork-g/dashboards.json')).toContain('Latency of mine');
  expect([...files.values()].filter((text) => /Secret|aHVzaC1odXNo|managedFields/.test(text))).toEqual([]);
});

test('The bucket of the states stays while it holds what is not empty or not the cohort’s, and then goes last', async () => {
  const listing = join(term.programs.gcloud, '..', `gs___${BUCKET}___.json`);
  const own = readFileSync(listing, 'utf8');
  writeFileSync(
    listing,
    own.replace('[', '[{"name":"other-term/cell-1/default.tfstate","size":9,"generation":"1"},'),
  );
  const others = await teardown('--yes', '--include-state');
  expect(others.code).toBe(1);
  expect(others.out).toContain(`gs://${BUCKET} holds what is not`);
  expect(others.out).toContain('other-term/cell-1/default.tfstate');
  writeFileSync(listing, own);
  expect(left()).not.toEqual([]);
  const { code, out } = await teardown('--yes', '--include-state');
  expect([code, left()]).toEqual([0, []]);
  expect(out).toContain(`gs://${BUCKET} destroyed with all versions`);
}, 60_000);

test('The certificate of leaks finds nothing, on what the cloud lists then', async () => {
  const inventory = writeAssets(cloud(), temporaryFolder(), 0, 'torn down');
  const { code, out } = await run('leaks', inventory, '--cohort', term.cohort);
  expect([code, out.split('\n')[0]]).toEqual([0, expect.stringContaining('nothing is left')]);
});
