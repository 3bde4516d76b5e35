import { atInstant } from '../../core/calendar/at-instant';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { atLines } from '../calendar/at-lines';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import type { Terminal } from '../terminal';

/** Tells of one instant which labs are open for whom, who may do what, and what the nodes can cost. Writes nothing. */
export function at(terminal: Terminal, options: CohortOptions, instant: string): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort({ ...options, at: instant }, { record: false });
  if (!cohort.ok) {
    const problems = cohort.problems.map((problem) =>
      problem.file === '--at'
        ? { ...problem, file: 'practicum at', write: 'practicum at 2027-03-09T18:00' }
        : problem,
    );
    return reportProblems(terminal, problems, json);
  }
  const { plan } = cohort.value;
  const state = atInstant(plan);
  if (json) terminal.print(JSON.stringify({ cohort: plan.cohort, ...state }, undefined, 2));
  else for (const line of atLines(plan, state, terminal)) terminal.print(line);
  return EXIT.ok;
}
