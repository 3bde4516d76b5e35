const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites that take minutes: begun last, they would keep one processor busy while the other waits. */
const LONGEST = [
  'tests/rehearsal/seeds/seeds.test.ts',
  'tests/readme.test.ts',
  'tests/fence/mutants/mutants.test.ts',
  'tests/app/rehearse/run-rehearsal.test.ts',
  'tests/rehearsal/mutants/',
  'tests/rehearsal/teardown/',
];

const rank = ({ path }) => {
  const found = LONGEST.findIndex((each) => path.includes(each));
  return found === -1 ? LONGEST.length : found;
};

/** Runs the longest suites first, the others in jest's own order. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
