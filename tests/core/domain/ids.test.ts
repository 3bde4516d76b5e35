import fc from 'fast-check';
import type { IdRule } from '../../../src/core/domain/ids';
import * as ids from '../../../src/core/domain/ids';

const RULES: Readonly<Record<string, IdRule>> = {
  COHORT_ID: ids.COHORT_ID,
  HANDLE: ids.HANDLE,
  COURSE_ID: ids.COURSE_ID,
  LAB_ID: ids.LAB_ID,
  PROJECT_ID: ids.PROJECT_ID,
  EMAIL: ids.EMAIL,
};

test('Every rule is covered here', () => {
  const rules = Object.entries(ids).filter(([, value]) => typeof value === 'object');
  expect(Object.keys(RULES).sort()).toEqual(rules.map(([name]) => name).sort());
});

test.each(Object.entries(RULES))(
  'The example of %s keeps to the rule it stands for',
  (_, { pattern, example }) => {
    expect(example).toMatch(pattern);
  },
);

const MAKERS = [
  ['Cohort id', ids.cohortId, 4, 13],
  ['Handle', ids.handle, 1, 16],
  ['Course id', ids.courseId, 1, 20],
  ['Lab id', ids.labId, 1, 20],
] as const;

describe.each(MAKERS)('A %s', (kind, make, min, max) => {
  test(`has ${min} to ${max} characters`, () => {
    expect(make('a'.repeat(min))).toBe('a'.repeat(min));
    expect(make('a'.repeat(max))).toBe('a'.repeat(max));
    expect(() => make('a'.repeat(min - 1))).toThrow(
      `${kind} "${'a'.repeat(min - 1)}" is not allowed: ${min} to ${max}`,
    );
    expect(() => make('a'.repeat(max + 1))).toThrow('is not allowed');
  });

  test.each([
    'Upper',
    '1first',
    '-first',
    'last-',
    'two--hyphens',
    'dot.ted',
    'under_s',
    'spa ce',
    'line\nx',
    'tail\n',
    'é-acute',
  ])('is not %j', (value) => expect(() => make(value)).toThrow(`${kind} ${`"${value}"`} is not allowed`));

  test('holds only lower-case letters, digits and single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 24, unit: fc.constantFrom(...'abz09-A.\n ') }), (text) => {
        const legal =
          /^[a-z][a-z0-9-]*$/.test(text) &&
          !text.endsWith('-') &&
          !text.includes('--') &&
          !text.includes('\n');
        const fits = legal && text.length >= min && text.length <= max;
        let accepted = true;
        try {
          make(text);
        } catch {
          accepted = false;
        }
        expect(accepted).toBe(fits);
      }),
      { examples: [['ab'], ['abc-d'], ['abcd\n']] },
    );
  });
});

test('An e-mail is kept without outer space and in lower case', () => {
  expect(ids.email('  Amara.Okafor@Example.EDU ')).toBe('amara.okafor@example.edu');
});

test.each(["o'brien+lab@example.edu", 'a@b.co', `${'l'.repeat(64)}@example.edu`, '42@sub.dept.example.edu'])(
  '%s is an e-mail of a Google account',
  (address) => expect(ids.email(address)).toBe(address),
);

test.each([
  'amara',
  '@example.edu',
  'a@b',
  'a b@example.edu',
  'a@@example.edu',
  'josé@example.edu',
  'a@exa_mple.edu',
  'a@-x.edu',
  `${'l'.repeat(65)}@example.edu`,
  `a@${'d'.repeat(64)}.edu`,
  'a@example.edu\nb@example.edu',
  '<a@example.edu>',
  'a@1.2.3.4',
])('%j is not an e-mail', (address) =>
  expect(() => ids.email(address)).toThrow('is not allowed: an e-mail address of a Google account'),
);

test.each([0, -1, 1.5, 100, Number.NaN, Number.POSITIVE_INFINITY])(
  '%d numbers neither cell nor shard',
  (value) => {
    expect(() => ids.cellNumber(value)).toThrow(`Cell ${value} is not in 1..99`);
    expect(() => ids.shardNumber(value)).toThrow(`Shard ${value} is not in 1..99`);
  },
);

test.each(['abcde', `a${'b'.repeat(30)}`, 'ends-in-', '1starts', 'has.dot', 'Upper-case'])(
  '%s is no project id',
  (value) => {
    expect(() => ids.projectId(value)).toThrow(`Project id "${value}" is not allowed`);
  },
);
