/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // All processors: the rehearsals wait for terraform, and a worker less would double the time on two.
  maxWorkers: '100%',
  reporters: ['default', '<rootDir>/tests/skipped-real-parts.reporter.js'],
  testSequencer: '<rootDir>/tests/longest-first.sequencer.js',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: {
    '^.+\\.[jt]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Published as ES modules only, which jest does not load by itself.
  transformIgnorePatterns: ['/node_modules/(?!(temporal-polyfill|temporal-utils)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist'],
};
