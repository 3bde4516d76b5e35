'use strict';

const isSkipped = ({ ancestorTitles: [title] }) => /^On a real kube-apiserver: skipped/.test(title ?? '');
const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** Says at the end of a run how many tests had no real Kubernetes API, and how to get one. */
module.exports = class SkippedRealApiReporter {
  onRunComplete(_contexts, { testResults: files }) {
    const skipped = files.map(({ testResults: tests }) => tests.filter(isSkipped).length).filter(Boolean);
    if (skipped.length === 0) return;
    const tests = skipped.reduce((sum, count) => sum + count);
    process.stderr.write(
      `\nSkipped without a real Kubernetes API: ${counted(tests, 'test')} in ${counted(skipped.length, 'file')}. ` +
        '`npm run kube-assets` gets its programs once, and then they run; docs/testing.md says more.\n',
    );
  }
};
