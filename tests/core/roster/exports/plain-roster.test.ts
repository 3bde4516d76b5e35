import fc from 'fast-check';
import { email } from '../../../../src/core/domain/ids';
import { byText } from '../../../../src/core/domain/sorting';
import { readCsv } from '../../../../src/core/input/csv-source';
import { formatRoster } from '../../../../src/core/roster/exports/plain-roster';
import { parseRoster } from '../../../../src/core/roster/roster';
import { valueOf } from '../../outcomes';

test('The plain roster has all five columns, and quotes only where they must be', () => {
  const students = [
    { email: email('ann@example.edu'), name: 'Ann "Annie" Lee', team: 'Kestrel' },
    { email: email('bo@example.edu'), name: 'Lee, Bo', section: '001', github: 'bo-lee' },
  ];
  expect(formatRoster({ students })).toBe(
    'email,name,team,section,github\nann@example.edu,"Ann ""Annie"" Lee",Kestrel,,\nbo@example.edu,"Lee, Bo",,001,bo-lee\n',
  );
});

test('What is written is read back as it was', () => {
  const name = fc
    .string({ unit: fc.constantFrom(...'aé",;= @'), minLength: 1, maxLength: 12 })
    .map((each) => `x${each}x`);
  const student = fc.record({
    email: fc.nat(10_000).map((n) => email(`s${n}@example.edu`)),
    name,
    section: name,
  });
  fc.assert(
    fc.property(fc.uniqueArray(student, { minLength: 1, selector: (each) => each.email }), (students) => {
      const sorted = students.sort(byText((each) => each.email));
      const source = valueOf(readCsv('roster.csv', formatRoster({ students: sorted })));
      expect(valueOf(parseRoster(source)).students).toEqual(sorted);
    }),
  );
});
