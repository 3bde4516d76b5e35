import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { argoWorkflowsCrds } from '../../../src/core/catalogue/shared/argo-workflows-crds';
import { BY_TAG } from '../../core/plan/a-plan';
import { run } from '../recorded-terminal';
import { filesIn, temporaryFolder } from '../temporary-folder';
import { ARCHIVE, cohortWithWorkflows, withChart } from './cohort-with-workflows';
import { packedChart, sha256 } from './packed-chart';
import { tellDigest, tellNoDigest } from './told-digests';

const AT = ['--at', '2027-01-12T12:00'];

/** Errors of a command on one line. */
const told = (err: string): string => err.replaceAll(/\s+/g, ' ');

test('A cohort without its charts is told so, by each command that would write, and nothing is written', async () => {
  const { path } = cohortWithWorkflows();
  const before = filesIn(path);
  const out = join(temporaryFolder(), 'dist');
  for (const args of [
    ['check', ...AT],
    ['synth', '--out', out],
    ['prove'],
    ['rehearse', '--out', out],
    ['bootstrap', '--out', out, '--yes'],
  ]) {
    const { code, err } = await run(args[0]!, '--cohort', path, ...args.slice(1));
    expect([args[0], code]).toEqual([args[0], 2]);
    expect(told(err)).toContain(
      'charts/argo-workflows-crds-1.0.19.tgz:1:1 the chart of Kinds of Argo Workflows, which the course\'s labs need, is not here write run "practicum charts get"',
    );
  }
  expect(filesIn(path)).toEqual(before);
});

test('Commands that write nothing of the kind do without the charts', async () => {
  const { path } = cohortWithWorkflows();
  for (const command of ['plan', 'calendar'])
    expect(await run(command, '--cohort', path, ...AT)).toMatchObject({ code: 0, err: '' });
});

test('An archive that was exchanged is refused', async () => {
  const { path } = withChart(
    cohortWithWorkflows(),
    packedChart('argo-workflows', argoWorkflowsCrds.version, { 'argo-workflows/x': 'y' }),
  );
  const { code, err } = await run('check', '--cohort', path, ...AT);
  expect(code).toBe(2);
  expect(told(err)).toContain('this is another chart than the one that is meant');
});

test('The list of charts says why an archive is not taken, and does not take it for missing', async () => {
  const other = packedChart('argo-workflows', argoWorkflowsCrds.version, { 'argo-workflows/x': 'y' });
  const { path } = withChart(cohortWithWorkflows(), other);
  const { code, out } = await run('charts', '--cohort', path);
  expect(code).toBe(0);
  expect(out).toContain('1 chart, 1 not as it should be');
  expect(told(out)).toContain(
    `charts/argo-workflows-crds-1.0.19.tgz: this is another chart than the one that is meant got sha256:${sha256(other)}`,
  );
  expect(out).toContain(`\n  sha256:${sha256(ARCHIVE)}\n`);
  expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(out).toContain('Get what is missing, or another in its place:');
  const { out: data } = await run('charts', '--cohort', path, '--json');
  expect(JSON.parse(data)).toMatchObject([
    { here: false, wrong: { message: 'this is another chart than the one that is meant' } },
  ]);
});

test('Where a digest is told, no lock says otherwise', async () => {
  const { path } = withChart(cohortWithWorkflows());
  tellDigest(argoWorkflowsCrds, Buffer.from('what the publisher packed'));
  const { code, err } = await run('check', '--cohort', path, ...AT);
  tellNoDigest(argoWorkflowsCrds);
  expect(code).toBe(2);
  expect(told(err)).toContain('this is another chart than the one that is meant');
  expect(told(err)).toContain('as the catalogue of practicum says');
});

test('With it, the archive lies beside the stack, byte for byte, and is a release before the services', async () => {
  const { path } = withChart(cohortWithWorkflows());
  expect(await run('check', '--cohort', path, ...AT)).toMatchObject({ code: 0, err: `note  ${BY_TAG}` });
  const outs = [temporaryFolder(), temporaryFolder()].map((folder) => join(folder, 'dist'));
  for (const out of outs) {
    const { code, err } = await run('synth', '--cohort', path, '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  }
  const [stack, again] = outs.map((out) => join(out, 'terraform', 'stacks', 'cell-1-services')) as [
    string,
    string,
  ];
  expect(filesIn(stack)).toEqual(filesIn(again));
  expect(readFileSync(join(stack, 'charts', 'argo-workflows-crds-1.0.19.tgz'))).toEqual(ARCHIVE);
  const { resource } = JSON.parse(readFileSync(join(stack, 'cdk.tf.json'), 'utf8')) as {
    readonly resource: {
      readonly helm_release: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    };
  };
  const releases = Object.entries(resource.helm_release);
  const [key, chart] = releases.find(([, { name }]) => name === 'argo-workflows-crds')!;
  const [, services] = releases.find(([, { name }]) => name === 'practicum-services')!;
  expect(chart).toMatchObject({
    chart: './charts/argo-workflows-crds-1.0.19.tgz',
    namespace: 'practicum-system',
    create_namespace: true,
    description: `sha256:${sha256(ARCHIVE)}`,
  });
  expect(parse((chart['values'] as readonly string[])[0]!)).toMatchObject({
    crds: { install: true, full: false },
    server: { enabled: false },
  });
  expect(services['depends_on']).toEqual([`helm_release.${key}`]);
});

test('What is needed is listed, with what is not there yet', async () => {
  const directory = cohortWithWorkflows();
  const before = await run('charts', '--cohort', directory.path);
  expect(before).toMatchObject({ code: 0, err: '' });
  expect(before.out).toContain('1 chart, 1 not here');
  expect(before.out).toContain('– argo-workflows-crds 1.0.19  Kinds of Argo Workflows');
  expect(before.out).toContain(
    `Get what is missing:\n  npx practicum charts get --cohort ${relative(process.cwd(), directory.path)}`,
  );
  withChart(directory);
  const after = await run('charts', '--cohort', directory.path);
  expect(after.out).toContain('1 chart, all here');
  expect(after.out).toContain(`sha256:${sha256(ARCHIVE)}`);
  const data = await run('charts', '--cohort', directory.path, '--json');
  expect(JSON.parse(data.out)).toEqual([
    {
      id: 'argo-workflows-crds',
      version: '1.0.19',
      from: 'https://argoproj.github.io/argo-helm argo-workflows',
      sha256: sha256(ARCHIVE),
      archive: 'charts/argo-workflows-crds-1.0.19.tgz',
      here: true,
    },
  ]);
  expect([before, after].flatMap(({ out }) => out.split('\n')).filter((line) => line.length > 80)).toEqual(
    [],
  );
});

test('What is here is not asked for again', async () => {
  const { path } = withChart(cohortWithWorkflows());
  const { code, out, err } = await run('charts', 'get', '--cohort', path);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toBe(`✓ argo-workflows-crds 1.0.19  was here\n  sha256:${sha256(ARCHIVE)}`);
  const data = await run('charts', 'get', '--json', '--cohort', path);
  expect(JSON.parse(data.out)).toMatchObject([{ id: 'argo-workflows-crds', how: 'was here' }]);
});

test('A cohort whose labs need none is told so', async () => {
  const { out } = await run(
    'charts',
    '--cohort',
    join(__dirname, '..', '..', '..', 'examples', 'tier-namespace'),
  );
  expect(out).toBe('No lab of this course needs a chart of others.');
});
