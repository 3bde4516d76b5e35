import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TAGGED_IMAGES } from '../../../src/core/domain/pinned-images';
import { TOOL_ENTRY, TOOL_MANIFEST } from '../../core/catalogue/own/a-tool';
import { COHORT, COURSE, changed } from '../../core/sample-cohort';
import { LoopbackRegistry } from '../charts/loopback-registry';
import { digestOf, imageOf, inPlaceOfTheWorld } from '../images/loopback-images';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';

// Synthesis and proof take their time on a busy machine.
jest.setTimeout(60_000);

const AT = ['--at', '2027-01-12T12:00'];
const ENFORCER = imageOf('enforcer');
const NOTE = '3 images are run by tag: "practicum images lock" pins them';

let registry: LoopbackRegistry;
let cohort: string;

beforeEach(async () => {
  registry = await LoopbackRegistry.start();
  registry.images
    .set('prometheuscommunity/prom-label-proxy:v0.11.1', ENFORCER)
    .set('prometheuscommunity/stackdriver-exporter:v0.18.0', imageOf('exporter'))
    .set('example/tool:1.2.0', imageOf('tool'));
  inPlaceOfTheWorld(registry);
  cohort = temporaryFolder();
  const course = changed(
    changed(COURSE, 'labs:\n', `${TOOL_ENTRY}labs:\n`),
    '[{ id: redis, setUp: student }]',
    '[{ id: grafana }, { id: own-tool }]',
  );
  for (const [file, text] of Object.entries({
    'cohort.yaml': changed(
      changed(COHORT, 'course: mlops', 'course: ./course.yaml'),
      'state: { backend: gcs, bucket: example-mlops-state }',
      'state: { backend: local }',
    ),
    'course.yaml': course,
    'roster.csv': 'email,name\namara.okafor@example.edu,Amara Okafor\n',
    'toolkits/own-tool/tool.yaml': TOOL_MANIFEST,
  })) {
    mkdirSync(dirname(join(cohort, file)), { recursive: true });
    writeFileSync(join(cohort, file), text);
  }
});
afterEach(async () => {
  jest.restoreAllMocks();
  await registry.stop();
});

const lock = (...more: readonly string[]) => run('images', 'lock', '--cohort', cohort, ...more);
const told = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** Every image that is started, in manifests as they are applied. */
async function started(): Promise<readonly string[]> {
  const out = join(temporaryFolder(), 'dist');
  expect(await run('synth', '--cohort', cohort, '--out', out)).toMatchObject({ code: 0 });
  return [...filesIn(out)].flatMap(([name, text]) =>
    name.endsWith('.k8s.yaml') ? [...text.matchAll(/^\s*(?:- )?image: (\S+)$/gm)].map(([, ref]) => ref!) : [],
  );
}

test('A cohort is told what it runs by tag until it locks that, and then runs all by digest', async () => {
  for (const command of ['check', 'plan']) {
    const { code, out, err } = await run(command, '--cohort', cohort, ...AT);
    expect(code).toBe(0);
    expect(told(out + err)).toContain(NOTE);
  }
  const open = (await started()).filter((ref) => !ref.includes('@sha256:'));
  expect([...new Set(open)].sort()).toEqual(
    [...Object.values<string>(TAGGED_IMAGES), 'ghcr.io/example/tool:1.2.0'].sort(),
  );

  const { code, out, err } = await lock();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(
    `✓ quay.io/prometheuscommunity/prom-label-proxy:v0.11.1\n  seen for the first time\n  ${digestOf(ENFORCER)}\n`,
  );
  expect(told(out)).toContain(
    'from now on clusters run these images by digest, and a tag that is moved is told.',
  );
  expect(out.split('\n').filter((line) => line.length > 80 && !line.startsWith('Commit /'))).toEqual([]);

  const held = await started();
  expect(held.filter((ref) => !/@sha256:[0-9a-f]{64}$/.test(ref))).toEqual([]);
  expect(held).toContain(`quay.io/prometheuscommunity/prom-label-proxy:v0.11.1@${digestOf(ENFORCER)}`);
  expect(held).toContain(`ghcr.io/example/tool:1.2.0@${digestOf(imageOf('tool'))}`);
  const checked = await run('check', '--cohort', cohort, ...AT);
  expect(checked).toMatchObject({ code: 0 });
  expect(told(checked.err)).not.toContain('by tag');
});

test('A moved tag is told, and the cohort stays with what it saw', async () => {
  await lock();
  const before = filesIn(cohort);
  registry.images.set('prometheuscommunity/prom-label-proxy:v0.11.1', imageOf('thief'));
  const { code, out, err } = await lock();
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(
    /images\.lock\.yaml:8:1 {2}the tag leads to another image than it did\n {2}got {6}quay\.io\/prometheuscommunity\/prom-label-proxy:v0\.11\.1 is\n/,
  );
  expect(err).toContain('Nothing was written.');
  expect(filesIn(cohort)).toEqual(before);
  expect(await started()).toContain(
    `quay.io/prometheuscommunity/prom-label-proxy:v0.11.1@${digestOf(ENFORCER)}`,
  );
});

test('What was written before the lock is not what the cohort is held to', async () => {
  const out = join(temporaryFolder(), 'dist');
  await run('synth', '--cohort', cohort, '--out', out);
  await lock();
  const { code, out: proof } = await run('prove', '--cohort', cohort, '--out', out);
  expect(code).toBe(1);
  expect(told(proof)).toContain(
    'An image is run that is not held to the digest which the cohort saw. 1 k8s/cell-1-services/services.k8s.yaml Deployment practicum-monitoring/load-balancer-metrics runs docker.io/prometheuscommunity/stackdriver-exporter:v0.18.0 in the place of docker.io/prometheuscommunity/stackdriver-exporter:v0.18.0@sha256:',
  );
  expect(told(proof)).toContain('This and 2 like it are true');
});

test('The list for a mirror copies what the lock holds', async () => {
  await lock();
  const { out } = await run('images', '--cohort', cohort);
  expect(out).toMatch(/^\d+ images, all with a digest\n/);
  expect(out).toContain(
    `quay.io/prometheuscommunity/prom-label-proxy:v0.11.1\n  ${digestOf(ENFORCER)}\n  Apache-2.0; held by images.lock.yaml; for practicum\n`,
  );
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const script = join(temporaryFolder(), 'mirror.sh');
  await run('images', '--cohort', cohort, '--out', script);
  expect(readFileSync(script, 'utf8')).toContain(
    `D=${digestOf(ENFORCER)}\ncrane copy quay.io/prometheuscommunity/prom-label-proxy@$D \\\n`,
  );
  const open = await run('images', '--course', join(cohort, 'course.yaml'));
  expect(open.out).toContain('no digest is known: "practicum images lock" pins it in a cohort');
});

test('As data it is the lock, and what became of each image', async () => {
  const { out } = await lock('--json');
  expect(JSON.parse(out)).toMatchObject({
    images: [{ how: 'seen first' }, { how: 'seen first' }, { digest: digestOf(ENFORCER), how: 'seen first' }],
    gone: [],
  });
});

test('A line that holds nothing of the cohort is told of, and taken out when it is locked anew', async () => {
  await lock();
  const file = join(cohort, 'images.lock.yaml');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, `${good}  - image: docker.io/old/tool:1\n    digest: ${digestOf(ENFORCER)}\n`);
  const { code, err } = await run('check', '--cohort', cohort, ...AT);
  expect(code).toBe(0);
  expect(told(err)).toContain(
    'images.lock.yaml:10 holds docker.io/old/tool:1, which this cohort does not run',
  );
  const again = await lock();
  expect(told(again.out)).toContain('– docker.io/old/tool:1 taken out of');
  expect(readFileSync(file, 'utf8')).toBe(good);
});

test.each([
  [['lock', '--cohort', './nowhere', '--course', 'w255'], 'a lock is of a cohort, and lies in its folder'],
  [['lock', '--cohort', './nowhere', '--out', 'lock.sh'], 'a lock is of a cohort, and lies in its folder'],
  [['--cohort', '.', '--course', 'w255'], 'a cohort has its course in its own file'],
  [['--cohort', './nowhere'], 'there is no such folder'],
  [['lock', '--cohort', './nowhere'], 'there is no such folder'],
])('What cannot be meant is refused: %j', async (args, message) => {
  const { code, err } = await run('images', ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(registry.asked).toEqual([]);
});
