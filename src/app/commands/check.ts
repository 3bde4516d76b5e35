import { LIMITS } from '../../core/limits/limits';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import type { Terminal } from '../terminal';

/** Tells all that is wrong with the files, then what the plan they make would break; writes nothing. */
export function check(terminal: Terminal, options: CohortOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, added } = cohort.value;
  const { breaches, notices } = plan;
  const code = breaches.length > 0 ? EXIT.findings : EXIT.ok;
  if (json) {
    terminal.print(JSON.stringify({ problems: [], breaches, notices, placesToRecord: added }, undefined, 2));
    return code;
  }
  const { colors } = terminal;
  for (const { limit, where, value, max, remedy } of breaches) {
    const { about, source } = LIMITS[limit];
    terminal.note(`${colors.bold(where)}  ${colors.red(`${value} ${about}`)}`);
    terminal.note(wrapped('  allowed  ', `at most ${max} (${source})`, terminal.width));
    terminal.note(wrapped('  change   ', remedy, terminal.width));
  }
  for (const notice of notices) terminal.note(wrapped(`${colors.yellow('note')}  `, notice, terminal.width));
  if (breaches.length > 0) return code;
  const tenants = plan.shards.reduce((sum, shard) => sum + shard.tenants.length, 0);
  terminal.print(
    `${colors.green('✓')} ${plan.cohort}: ${tenants} places in ${plan.shards.length} shards, within every limit.`,
  );
  if (added > 0)
    terminal.print(`  ${added} of them are new; "practicum synth" records them in cohort.lock.yaml.`);
  return code;
}
