const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites that take half a minute or more, in folders with others like them: begun last, one would run alone. */
const LONGEST = [
  'tests/rehearsal/seeds/',
  'tests/readme.test.ts',
  'tests/rehearsal/terms/',
  'tests/fence/',
  'tests/hostile/inputs.test.ts',
  'tests/rehearsal/roster/',
  'tests/rehearsal/mutants/',
  'tests/rehearsal/teardown/',
  'tests/properties/',
  'tests/app/rehearse/run-rehearsal.test.ts',
  'tests/monitoring/tenancy/',
  'tests/catalogue/run/',
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
