import { createHash } from 'node:crypto';
import type { CohortId } from '../../../src/core/domain/ids';
import type { Instant } from '../../../src/core/domain/time';
import { certificateMarkdown } from '../../../src/core/leaks/certificate-markdown';
import type { LeakCertificate } from '../../../src/core/leaks/leak-certificate';
import { certificateOf, sumOfContent } from '../../../src/core/leaks/leak-certificate';
import { emptyLedger } from '../../../src/core/ledger/ledger';
import { judgedFixture } from './judged';

const input = (name: string) => ({ name, sha256: 'a'.repeat(64), entries: 3, forms: [] });

const certificate = (...inventories: readonly string[]): LeakCertificate =>
  certificateOf({
    cohort: 'w255-spring27',
    at: '2027-05-01T00:00:00Z' as Instant,
    ledger: emptyLedger('w255-spring27' as CohortId),
    inventories: inventories.map(input),
    findings: judgedFixture('disks.json'),
    pricesOf: 'us-central1',
    silentAbout: [{ about: 'budgets', ask: 'gcloud billing budgets list' }],
  });

test('The sum is over all that the certificate says, with sorted keys', () => {
  const { sha256, ...said } = certificate('disks.json');
  const sorted = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(sorted)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]))
        : value; // prettier-ignore
  const text = JSON.stringify(sorted(said));
  expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
});

test('Whoever changes a word of a certificate changes its sum', () => {
  const whole = certificate('disks.json');
  expect(sumOfContent(whole)).toBe(whole.sha256);
  expect(sumOfContent({ ...whole, leftovers: whole.leftovers.slice(1) })).not.toBe(whole.sha256);
  expect(sumOfContent({ ...whole, at: '2027-05-02T00:00:00Z' as Instant })).not.toBe(whole.sha256);
  expect(sumOfContent({ ...whole, verdict: 'nothing left' })).not.toBe(whole.sha256);
});

test('The order of the files changes nothing', () =>
  expect(certificate('a', 'b')).toEqual(certificate('b', 'a')));

test('The page has every leftover, every command in order, and the sum', () => {
  const whole = certificate('disks.json');
  const page = certificateMarkdown(whole);
  for (const { name, remove } of whole.leftovers) {
    expect(page).toContain(`disk ${name}`);
    expect(page).toContain(`\n${remove!}\n`);
  }
  expect(page).toContain(whole.sha256);
});
