import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { driftReport, reportArguments } from '../../../src/core/catalogue/drift-report/toolkit';
import { temporaryFolder } from '../../app/temporary-folder';
import { placeOf } from '../../core/catalogue/a-place';
import { exampleText } from './example-text';
import type { LoopbackBucket } from './loopback-bucket';
import { serveBucket } from './loopback-bucket';
import { withParts } from './parts';
import type { Ended } from './started';
import { ran } from './started';

const PLACE = placeOf(driftReport, 'small');
const FILES = driftReport.examples(PLACE);
const [REFERENCE, CURRENT] = ['reference.csv', 'current.csv'].map((name) => exampleText(FILES, name)) as [
  string,
  string,
];

withParts({ onPath: ['python3'] }, () => {
  const folder = temporaryFolder();
  const program = join(folder, 'drift_report.py');
  let bucket: LoopbackBucket;

  const report = (args: readonly string[]): Promise<Ended> =>
    ran('python3', [program, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'], STORAGE_EMULATOR_HOST: bucket.url, GCE_METADATA_HOST: bucket.host },
    });
  const onFiles = (reference: string, current: string): Promise<Ended> => {
    writeFileSync(join(folder, 'reference.csv'), reference);
    writeFileSync(join(folder, 'current.csv'), current);
    return report(['reference.csv', 'current.csv', 'report.html']);
  };

  beforeAll(async () => {
    bucket = await serveBucket();
    writeFileSync(program, exampleText(FILES, 'drift_report.py'));
  });
  afterAll(() => bucket.close());

  test('The Job reads its tables from the bucket as the account of the place, and writes the report there', async () => {
    const at = (name: string): string => `${PLACE.bucket}/drift/${name}`;
    bucket.put(at('reference.csv'), REFERENCE);
    bucket.put(at('current.csv'), CURRENT);
    const { code, said } = await report(reportArguments(PLACE.bucket).slice(1));
    expect(said.split('\n')).toEqual([
      expect.stringMatching(/^changed {2}PSI \d+\.\d{3} {2}KS 1\.000 {2}visits$/),
      expect.stringMatching(/^look {5}PSI 0\.\d{3} {2}KS 0\.0\d\d {2}income$/),
      'same     PSI 0.000  KS 0.000  age',
      '',
    ]);
    expect(code).toBe(1);
    expect(String(bucket.objects.get(at('report.html')))).toContain(
      '<tr class="changed"><td>visits<td>changed',
    );
    expect([...bucket.tokens]).toEqual(['Bearer of-the-place']);
  }, 20_000);

  test('On a machine it needs no bucket, and ends well where nothing has changed', async () => {
    expect(await onFiles(REFERENCE, REFERENCE)).toEqual({
      code: 0,
      said: expect.not.stringMatching(/look|changed/),
    });
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('<h1>Drift</h1>');
  }, 20_000);

  test('It agrees with values that are known: equal shares, and shares of 0.1 and 0.3 in place of 0.2', async () => {
    const column = (values: readonly number[]): string => ['x', ...values.map(String), ''].join('\n');
    const tenths = Array.from({ length: 1000 }, (_, index) => index % 10);
    // The part of 0 had a tenth and has a fifth, the part of 1 had a tenth and has none: half a value is counted.
    const moved = tenths.map((value) => (value === 1 ? 0 : value));
    const psi = (0.2 - 0.1) * Math.log(2) + (0.0005 - 0.1) * Math.log(0.0005 / 0.1);
    const { said } = await onFiles(column(tenths), column(moved));
    expect(said).toBe(`changed  PSI ${psi.toFixed(3)}  KS 0.100  x\n`);
    // Two samples of 1000 that are a tenth apart: by Kolmogorov's law once in some ten thousand times.
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toMatch(/<td>8\.\d+e-05/);
  }, 20_000);

  test('A column without numbers is left out, and a table without any is told of', async () => {
    const { code, said } = await onFiles('name\nAda\n', 'name\nBo\n');
    expect([code, said]).toEqual([1, 'No column of numbers with 10 values or more is in both tables.\n']);
  }, 20_000);
});
