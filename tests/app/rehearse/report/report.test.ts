import { longestWaits, passed, withTotals } from '../../../../src/app/rehearse/report/report';
import { BAD, GOOD, step } from './sample-report';

test('Totals are the sums of all steps, and the highest peak of each process', () => {
  const report = withTotals({
    ...GOOD,
    steps: [
      step('a', { added: 3, processes: [{ name: 'terraform', peakMiB: 90 }] }),
      step('b', {
        changed: 2,
        destroyed: 1,
        seconds: 5,
        findings: [{ invariant: 'only-planned', where: 'here', message: 'this' }],
        processes: [
          { name: 'cdktf', peakMiB: 300 },
          { name: 'terraform', peakMiB: 80 },
        ],
      }),
    ],
  });
  expect(report.totals).toEqual({
    seconds: 15,
    virtualSeconds: 1200,
    added: 3,
    changed: 2,
    destroyed: 1,
    findings: 1,
    processes: [
      { name: 'terraform', peakMiB: 90 },
      { name: 'cdktf', peakMiB: 300 },
    ],
  });
});

test('A finding, a step that failed and something left over each keep a rehearsal from passing', () => {
  const failing = withTotals({ ...GOOD, steps: [step('a', { outcome: 'failed' })] });
  const expected = withTotals({ ...GOOD, steps: [step('a', { outcome: 'failed as expected' })] });
  const left = { ...GOOD, assetsLeft: BAD.assetsLeft };
  const found = withTotals({
    ...GOOD,
    steps: [step('a', { findings: [{ invariant: 'only-planned', where: 'here', message: 'this' }] })],
  });
  expect([GOOD, expected, failing, left, found].map(passed)).toEqual([true, true, false, false, false]);
});

test('Waits for the same are counted together, the longest first', () => {
  const report = withTotals({
    ...GOOD,
    steps: [
      step('a', { waits: [{ about: 'repositories', seconds: 40 }] }),
      step('b', {
        waits: [
          { about: 'cluster', seconds: 60 },
          { about: 'zone', seconds: 1 },
          { about: 'repositories', seconds: 30 },
        ],
      }),
    ],
  });
  expect(longestWaits(report, 2)).toEqual([
    { about: 'repositories', seconds: 70 },
    { about: 'cluster', seconds: 60 },
  ]);
});
