import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartFolders } from '../../../src/app/rehearse/chart-folders';
import { contentHashOf } from '../../../src/rehearsal/helm/chart';
import type { Attributes } from '../../../src/rehearsal/values/value';
import { UNKNOWN } from '../../../src/rehearsal/values/value';
import { chartFiles, lab } from '../../rehearsal/helm/sample-release';
import { packedChart, sha256 } from '../charts/packed-chart';
import { temporaryFolder } from '../temporary-folder';

const ONE = chartFiles(lab({ week: '1' }));
const TWO = chartFiles(lab({ week: '2' }));

const STACKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'shard-1-01': ONE,
  'shard-1-02': TWO,
  'cell-1': {},
};

/** An output with the same chart in two stacks, of different content. */
function output(): string {
  const folder = temporaryFolder();
  for (const [stack, files] of Object.entries(STACKS)) {
    mkdirSync(join(folder, 'stacks', stack), { recursive: true });
    for (const [file, text] of Object.entries(files)) {
      const path = join(folder, 'stacks', stack, 'charts/lab', file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return folder;
}

const stating = (contentHash: string): Attributes => ({ values: [JSON.stringify({ contentHash })] });

test('A chart is found beside whatever stack it lies, with all its files', () => {
  expect(chartFolders(output()).read('./charts/lab', { values: null })).toEqual({
    path: './charts/lab',
    files: ONE,
  });
});

test('Of several charts of a name it is the one whose content the values state', () => {
  const charts = chartFolders(output());
  for (const files of [ONE, TWO]) {
    expect(charts.read('./charts/lab', stating(contentHashOf(files)))).toMatchObject({ files });
  }
});

test('While values are not known any will do', () => {
  expect(chartFolders(output()).read('./charts/lab', { values: [UNKNOWN] })).toMatchObject({ files: ONE });
});

test('A chart that is nowhere is told of with the places', () => {
  const folder = output();
  const places = ['cell-1', 'shard-1-01', 'shard-1-02'].map((stack) =>
    join(folder, 'stacks', stack, 'charts/other'),
  );
  expect(chartFolders(folder).read('./charts/other', {})).toEqual({
    problem: `Unable to locate chart ./charts/other: path "./charts/other" not found (looked for ${places.join(', ')})`,
  });
  const empty = temporaryFolder();
  expect(chartFolders(empty).read('./charts/lab', {})).toEqual({
    problem: `Unable to locate chart ./charts/lab: path "./charts/lab" not found (looked for no stack in ${empty})`,
  });
});

test('The archive of a chart is known by its digest, whichever stack it lies beside', () => {
  const folder = output();
  const [one, two] = [packedChart('base', '1.2.3'), packedChart('base', '1.2.3', { 'base/x': 'y' })];
  for (const [stack, bytes] of [
    ['shard-1-01', one],
    ['shard-1-02', two],
  ] as const)
    writeFileSync(join(folder, 'stacks', stack, 'charts', 'base-1.2.3.tgz'), bytes);
  const read = (description?: string) =>
    chartFolders(folder).read('./charts/base-1.2.3.tgz', description === undefined ? {} : { description });
  const packed = { name: 'base', version: '1.2.3', appVersion: 'v4.0.8' };
  for (const bytes of [one, two])
    expect(read(`sha256:${sha256(bytes)}`)).toEqual({
      path: './charts/base-1.2.3.tgz',
      packed: { ...packed, sha256: sha256(bytes) },
    });
  expect(read()).toMatchObject({ packed: { sha256: sha256(one) } });
});

test('An archive that is not there or is none says so, as Helm does', () => {
  const folder = output();
  const charts = chartFolders(folder);
  expect(charts.read('./charts/base-1.2.3.tgz', {})).toMatchObject({
    problem: expect.stringMatching(/^Unable to locate chart .\/charts\/base-1.2.3.tgz: path/),
  });
  writeFileSync(join(folder, 'stacks', 'shard-1-01', 'charts', 'base-1.2.3.tgz'), 'no archive');
  expect(charts.read('./charts/base-1.2.3.tgz', {})).toEqual({
    problem: 'Unable to load chart ./charts/base-1.2.3.tgz: it is not compressed by gzip, or cut off',
  });
});
