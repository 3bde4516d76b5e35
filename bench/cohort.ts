import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inventedStudent } from '../src/app/rehearse/invented-students';
import { HOME } from '../src/app/cohort-directory';
import { parseCohort } from '../src/core/config/parse-cohort';
import { parseCourse } from '../src/core/course/parse-course';
import { byText } from '../src/core/domain/sorting';
import type { Outcome } from '../src/core/input/problem';
import { YamlSource } from '../src/core/input/yaml-source';
import { emptyLedger } from '../src/core/ledger/ledger';
import type { PlanInputs } from '../src/core/plan/plan-inputs';

/**
 * A cohort as it is after its files were read: that of an example, with as many invented students as
 * asked for. Every lab is for individuals, so that tenants are students and a time per student is one
 * per place.
 */
export function benchCohort(students: number, example = 'w255-spring'): PlanInputs {
  const { config } = parsed(join('examples', example, 'cohort.yaml'), parseCohort);
  const { course } = parsed(join('courses', `${config.course}.yaml`), parseCourse);
  return {
    config: { ...config, teamLabs: [], places: [] },
    course,
    roster: {
      file: 'generated',
      students: Array.from({ length: students }, (_, index) => inventedStudent(index, false)).sort(
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
