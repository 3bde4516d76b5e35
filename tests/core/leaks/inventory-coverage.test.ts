import { readFileSync } from 'node:fs';
import { silentAbout } from '../../../src/core/leaks/inventory-coverage';
import { fixture, itemsIn } from './judged';

const GOOGLE = { folder: '123456789012', billingAccount: '0A1B2C-3D4E5F-6A7B8C' };

const silences = (...files: readonly string[]): readonly string[] => {
  const items = files.flatMap((file) => itemsIn(readFileSync(fixture(file), 'utf8')));
  return silentAbout(items, GOOGLE).map(({ about }) => about.split(/[,:]/)[0]!);
};

test('What no file is about is asked for', () => {
  expect(silences('disks.json')).toEqual([
    'what stands in projects',
    'projects',
    'budgets',
    'grants outside the cohort’s projects',
  ]);
  expect(silences('search.ndjson')).toEqual(['budgets', 'grants outside the cohort’s projects']);
  expect(silences('search.ndjson', 'budgets.json', 'iam-policies.ndjson')).toEqual([]);
});

test('Who asks for what is the cohort’s folder and billing account', () => {
  const asked = silentAbout([], GOOGLE).map(({ ask }) => ask);
  expect(asked[0]).toBe('gcloud asset search-all-resources --scope=folders/123456789012 --format=json');
  expect(asked[2]).toContain('--billing-account=0A1B2C-3D4E5F-6A7B8C');
});
