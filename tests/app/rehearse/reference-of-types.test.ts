import { referenceOfTypes, withReference } from '../../../src/app/rehearse/reference-of-types';
import { SIMULATED_KINDS } from '../../../src/app/rehearse/simulated-providers';
import { bucketKind } from '../../rehearsal/provider/sample-bucket';

const BUCKET = {
  ...bucketKind({ checks: ['The name is free.'], ignores: ['Quotas.'] }),
};
const RATED = {
  ...BUCKET,
  type: 'google_a',
  writeRate: { about: 'buckets made', perSecond: 0.5, scope: () => '', source: 'docs, 2026-11' },
};

test('Each type has what is checked, what is not, and what it is counted as, sorted by type', () => {
  expect(referenceOfTypes([BUCKET, RATED])).toBe(`### google_a

Checked:

- The name is free.

Not checked:

- Quotas.

Counted as 5 s to create and 2 s to delete; buckets made: one every 2 s (docs, 2026-11).

### google_storage_bucket

Checked:

- The name is free.

Not checked:

- Quotas.

Counted as 5 s to create and 2 s to delete.
`);
});

test('Every type that is simulated says what it does not check', () => {
  const silent = SIMULATED_KINDS.filter(({ checks, ignores }) => checks.length === 0 || ignores.length === 0);
  expect(silent.map(({ type }) => type)).toEqual([]);
});

test('Only the part of a page between its marks is written anew', () => {
  const marks = ['<!-- types: written by "npm run schemas" -->\n', '<!-- end of types -->'] as const;
  const page = `# Rehearsal\n\n${marks[0]}\nold\n${marks[1]}\n\nThe end.\n`;
  expect(withReference(page, 'new')).toBe(`# Rehearsal\n\n${marks[0]}\nnew\n${marks[1]}\n\nThe end.\n`);
  expect(() => withReference('# Another page\n', 'new')).toThrow('The page has no place for the types');
});
