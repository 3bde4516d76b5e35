'use strict';

/** What tests may be skipped without, by the title under which they stand then. */
const PARTS = [
  {
    titles: /^On a real kube-apiserver: skipped/,
    what: 'a real Kubernetes API',
    how: '`npm run kube-assets` gets its programs once',
  },
  {
    titles: /^With the real .*: skipped/,
    what: 'programs of the monitoring',
    how: '`npm run monitoring-programs` gets them once (`-- --k6` builds k6 too)',
  },
  {
    titles: /^As a toolkit with the real .*: skipped/,
    what: 'the real programs of toolkits',
    how: '`npm run toolkit-programs` gets them once',
  },
];

const isSkipped = ({ titles }, { ancestorTitles }) =>
  titles.test(ancestorTitles.find((title) => PARTS.some((part) => part.titles.test(title))) ?? '');
const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** Says at the end of a run how many tests had no real part to be tried with, and how to get it. */
module.exports = class SkippedRealPartsReporter {
  onRunComplete(_contexts, { testResults: files }) {
    for (const part of PARTS) {
      const skipped = files
        .map(({ testResults: tests }) => tests.filter((test) => isSkipped(part, test)).length)
        .filter(Boolean);
      if (skipped.length === 0) continue;
      const tests = skipped.reduce((sum, count) => sum + count);
      process.stderr.write(
        `\nSkipped without ${part.what}: ${counted(tests, 'test')} in ${counted(skipped.length, 'file')}. ` +
          `${part.how}, and then they run; docs/testing.md says more.\n`,
      );
    }
  }
};
