import { transitionsBetween, transitionsOf } from '../../core/calendar/transitions';
import { inZone, plusHours, readable } from '../../core/domain/time';
import { dueLines } from '../due/due-lines';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { instantOf, resolveCohort } from '../resolve-cohort';
import type { Terminal } from '../terminal';

export interface DueOptions extends CohortOptions {
  readonly since?: string;
  readonly exitCode?: boolean;
}

const A_DAY = 24;
/** Transitions to come that are told. */
const NEXT = 5;

/** Tells what changed since an instant and is to be applied, and what comes next. Writes nothing. */
export function due(terminal: Terminal, options: DueOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, inputs } = cohort.value;
  const { at } = plan;
  const { timeZone } = plan.term;
  const asked = options.since === undefined ? undefined : instantOf(options.since, timeZone, '--since');
  if (asked?.ok === false) return reportProblems(terminal, asked.problems, json);
  const since = asked?.value ?? plusHours(at, -A_DAY);
  if (since > at) {
    const before = inZone(plusHours(at, -A_DAY), timeZone);
    const problem = {
      file: '--since',
      line: 1,
      column: 1,
      message: 'this is after the instant that is asked about',
      got: readable(since, timeZone),
      allowed: `a time up to ${readable(at, timeZone)}`,
      write: `--since ${before.day}T${before.time}`,
    };
    return reportProblems(terminal, [problem], json);
  }
  const all = transitionsOf({ plan, config: inputs.config, ledger: inputs.ledger });
  const report = {
    since,
    at,
    due: transitionsBetween(all, since, at),
    next: all.filter((each) => each.at > at).slice(0, NEXT),
  };
  const deploy = report.due.some(({ deploys }) => deploys);
  if (json)
    terminal.print(JSON.stringify({ cohort: plan.cohort, timeZone, deploy, ...report }, undefined, 2));
  else for (const line of dueLines(plan, report, terminal)) terminal.print(line);
  return options.exitCode === true && report.due.length > 0 ? EXIT.due : EXIT.ok;
}
