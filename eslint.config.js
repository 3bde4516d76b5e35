const tseslint = require('typescript-eslint');

const wholeProvider = {
  regex: '^@cdktf/provider-[a-z]+$',
  message:
    'Import one resource, "@cdktf/provider-google/lib/<resource>": the whole index costs seconds and 345 MB.',
};
const providerLib = {
  regex: '^@cdktf/provider-[a-z]+/lib$',
  message: wholeProvider.message,
};

module.exports = tseslint.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', '**/*.js'] },
  ...tseslint.configs.strict,
  {
    rules: {
      'no-restricted-imports': ['error', { patterns: [wholeProvider, providerLib] }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/core/**', 'src/prover/**', 'src/rehearsal/**', 'constructs/**', 'stacks/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Environment and arguments belong to src/app.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock belongs to src/app; take an instant.' },
        { object: 'Math', property: 'random', message: 'Same input, same bytes.' },
      ],
    },
  },
);
