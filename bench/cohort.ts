import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../src/app/cohort-directory';
import { parseCohort } from '../src/core/config/parse-cohort';
import { parseCourse } from '../src/core/course/parse-course';
import { email } from '../src/core/domain/ids';
import { byText } from '../src/core/domain/sorting';
import type { Outcome } from '../src/core/input/problem';
import { YamlSource } from '../src/core/input/yaml-source';
import { emptyLedger } from '../src/core/ledger/ledger';
import type { PlanInputs } from '../src/core/plan/plan-inputs';
import type { Student } from '../src/core/roster/roster';

const GIVEN = [
  'Amara',
  'Bruno',
  'Chidi',
  'Defne',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Imani',
  'Jonas',
  'Kofi',
] as const;
const FAMILY = [
  'Abara',
  'Berg',
  'Castillo',
  'Dvorak',
  'Eze',
  'Fontaine',
  'Garcia',
  'Haddad',
  'Ito',
  'Jansen',
] as const;

/**
 * A cohort as it is after its files were read: that of the example, with as many invented students as
 * asked for. Every lab is for individuals, so that tenants are students and a time per student is one
 * per place.
 */
export function benchCohort(students: number): PlanInputs {
  const { config } = parsed(join('examples', 'w255-spring', 'cohort.yaml'), parseCohort);
  const { course } = parsed(join('courses', `${config.course}.yaml`), parseCourse);
  return {
    config: { ...config, teamLabs: [] },
    course,
    roster: {
      file: 'generated',
      students: Array.from({ length: students }, (_, index) => student(index)).sort(
        byText(({ email }) => email),
      ),
    },
    ledger: emptyLedger(config.id),
  };
}

function parsed<T>(file: string, parse: (source: YamlSource) => Outcome<T>): T {
  return accepted(parse(accepted(YamlSource.read(file, readFileSync(join(HOME, file), 'utf8')))));
}

function accepted<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(outcome.problems.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return outcome.value;
}

/** The lists' lengths share no factor, so 110 names come before one comes again, with a number behind it. */
function student(index: number): Student {
  const given = GIVEN[index % GIVEN.length]!;
  const family = FAMILY[index % FAMILY.length]!;
  const round = Math.floor(index / (GIVEN.length * FAMILY.length));
  const local = `${given}.${family}${round === 0 ? '' : `.${round + 1}`}`;
  return { email: email(`${local}@example.edu`), name: `${given} ${family}` };
}
