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
  // Jest looks each global up through a hook of its sandbox, which doubled the time of what only computes: these are handed
  // to each module instead. Only names that no package declares for itself, or that module is refused as it is read.
  sandboxInjectedGlobals: [
    'Array',
    'JSON',
    'Map',
    'Math',
    'Object',
    'RegExp',
    'Set',
    'WeakMap',
    'WeakSet',
    'isNaN',
    'parseInt',
  ],
};
