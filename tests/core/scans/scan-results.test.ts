import { readEntries } from '../../../src/core/leaks/inventory-text';
import { scanEntries } from '../../../src/core/scans/scan-entries';
import type { JudgedScans } from '../../../src/core/scans/scan-results';
import { SCAN_RESULTS_SCHEMA, judgeScans, scanResultsText } from '../../../src/core/scans/scan-results';
import { aPlan, tenantsOf } from '../plan/a-plan';
import { aConfig } from '../sample-cohort';
import { problemsOf, valueOf } from '../outcomes';
import { digest, image, registryOf, scan, vulnerability } from './occurrences';

const tenants = tenantsOf(aPlan({ config: aConfig('registry: { scan: true }\n') }));
const ADA = registryOf('ada');

function judged(...texts: readonly string[]): JudgedScans {
  const entries = texts.flatMap((text) => valueOf(scanEntries('f', valueOf(readEntries('f', text)))));
  return judgeScans('mlops-fall27', tenants, entries);
}

const json = (...entries: readonly object[]): string => JSON.stringify(entries);

test('An image has its tags, how much of each severity was found, and the five worst', () => {
  const found = [
    { id: 'CVE-2027-0001', severity: 'LOW', score: 3 },
    { id: 'CVE-2027-0002', severity: 'CRITICAL', score: 9.1 },
    { id: 'CVE-2027-0003', severity: 'CRITICAL', score: 9.8, fixed: '3.0.15-1' },
    { id: 'CVE-2027-0004', severity: 'HIGH', fixed: '3.0.15-1' },
    { id: 'CVE-2027-0005', severity: 'HIGH', fixed: '3.0.16-1', package: 'zlib' },
    { id: 'CVE-2027-0006', severity: 'MEDIUM', score: 5 },
    { id: 'CVE-2027-0007', severity: 'SEVERITY_UNSPECIFIED', score: 0 },
  ].map((each) => vulnerability(ADA, 'team/api', 'a1', each));
  const { results, strangers } = judged(
    json(image(ADA, 'team/api', 'a1', { tags: ['v2', 'v1'] })),
    JSON.stringify({ occurrences: [scan(ADA, 'team/api', 'a1'), ...found] }),
  );
  expect(strangers).toBe(0);
  const [{ worst, ...rest }] = results.images as [(typeof results.images)[number]];
  expect(rest).toEqual({
    place: 'ada',
    image: 'team/api',
    digest: digest('a1'),
    tags: ['v1', 'v2'],
    pushed: '2027-01-19T10:00:00Z',
    scanned: '2027-01-20T04:00:00Z',
    finished: true,
    counts: { CRITICAL: 2, HIGH: 2, MEDIUM: 1, LOW: 1, MINIMAL: 0, UNRATED: 1 },
  });
  expect(worst.map(({ id }) => id.slice(-1))).toEqual(['3', '2', '4', '5', '6']);
  expect(worst[0]).toEqual({
    id: 'CVE-2027-0003',
    severity: 'CRITICAL',
    score: 9.8,
    package: 'openssl',
    version: '3.0.14-1',
    fixed: '3.0.15-1',
  });
  expect(worst[1]).not.toHaveProperty('fixed');
});

test('What was found in the image of another is that one’s alone, and what is nobody’s is only counted', () => {
  const { results, strangers } = judged(
    json(
      vulnerability(registryOf('bo'), 'api', 'b1', { id: 'CVE-2027-1000' }),
      vulnerability(registryOf('ada', 'other-c1'), 'api', 'c1', { id: 'CVE-2027-2000' }),
      vulnerability(registryOf('adam'), 'api', 'd1', { id: 'CVE-2027-3000' }),
      { ...vulnerability(ADA, 'api', 'e1', { id: 'X' }), resourceUri: 'https://gcr.io/ada/api@sha256:1' },
    ),
  );
  expect(results.images.map(({ place }) => place)).toEqual(['bo']);
  expect(strangers).toBe(2);
});

test('The newest image of a place is first; files that say the same twice say it once; bytes do not depend on the order', () => {
  const old = image(ADA, 'api', 'a1', { createTime: '2027-01-12T10:00:00Z' });
  const all = [
    old,
    image(ADA, 'api', 'a2'),
    image(registryOf('bo'), 'api', 'a3'),
    scan(ADA, 'api', 'a1', { analysisStatus: 'SCANNING' }),
    vulnerability(ADA, 'api', 'a2', { id: 'CVE-2027-1000' }),
    vulnerability(ADA, 'api', 'a2', { id: 'CVE-2027-1001', package: 'zlib' }),
  ];
  const { results } = judged(json(...all), json(...all));
  expect(results.images.map(({ place, digest: of }) => `${place} ${of.slice(-2)}`)).toEqual([
    'ada a2',
    'ada a1',
    'bo a3',
  ]);
  expect(results.images.map(({ counts, finished }) => [counts.HIGH, finished])).toEqual([[2, true], [0, false], [0, false]]); // prettier-ignore
  const again = judged(json(...[...all].reverse()));
  expect(scanResultsText(again.results)).toBe(scanResultsText(results));
  expect(SCAN_RESULTS_SCHEMA.parse(JSON.parse(scanResultsText(results)))).toEqual(results);
});

test('Which image is the newest does not depend on the clock by which it is told, nor on parts of a second', () => {
  const { results } = judged(
    json(
      image(ADA, 'api', 'a1', { createTime: '2027-01-20T01:00:00Z' }),
      image(ADA, 'api', 'a2', { createTime: '2027-01-19T23:30:00-08:00' }),
      image(ADA, 'api', 'a3', { createTime: '2027-01-20T02:00:00.5Z' }),
    ),
  );
  expect(results.images.map(({ digest: of, pushed }) => [of.slice(-2), pushed])).toEqual([
    ['a2', '2027-01-20T07:30:00Z'],
    ['a3', '2027-01-20T02:00:00Z'],
    ['a1', '2027-01-20T01:00:00Z'],
  ]);
});

test.each([
  ['what is no image and no occurrence', '[{"name":"x"}]', 'got "name"'],
  ['a list in a list', '[[1,2]]', 'got a list of 2'],
  ['a digest that is none', json(image(ADA, 'api', 'a1', { version: 'latest' })), 'package, version'],
  ['an image of another registry', json({ ...image(ADA, 'api', 'a1'), package: 'docker.io/library/x' }), 'package, version'], // prettier-ignore
  ['a time that is none', json(image(ADA, 'api', 'a1', { createTime: 'yesterday' })), 'package, version'],
  ['a time of very small parts', json(image(ADA, 'api', 'a1', { createTime: '2027-01-19T10:00:00.1234567890123Z' })), 'package, version'], // prettier-ignore
  ['a vulnerability without one', json({ kind: 'VULNERABILITY', resourceUri: 'x', noteName: 'y' }), 'kind'],
  ['null', '[null]', 'null'],
])('%s is refused', (_, text, got) => {
  const [problem] = problemsOf(scanEntries('f.json', valueOf(readEntries('f.json', text))));
  expect(problem!.message).toBe('this entry is neither an image of a registry nor what a scan found in one');
  expect(`got ${problem!.got!}`).toContain(got);
});

test('Occurrences of builds and an answer without any are no fault, and say nothing', () => {
  const build = { ...scan(ADA, 'api', 'a1'), kind: 'BUILD' };
  expect(judged(json(build), '{}', '{"nextPageToken":""}').results.images).toEqual([]);
});

test('Thousands of occurrences are read in a moment', () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    vulnerability(ADA, 'api', String(index % 40), { id: `CVE-2027-${index}`, severity: 'LOW' }),
  );
  const before = process.cpuUsage();
  const { results } = judged(json(...many));
  // Of the processor, and not of the clock: others may be at work on the machine. Seen: a second.
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(3);
  expect(results.images).toHaveLength(40);
  expect(results.images[0]!.counts.LOW).toBe(500);
});
