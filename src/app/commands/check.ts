import { LIMITS } from '../../core/limits/limits';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { findingLines, pairsText } from '../prove/proof-report';
import { proofOfPlan } from '../prove/proof-of-plan';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { counted } from '../table';
import type { Terminal } from '../terminal';

/** Tells all that is wrong with the files, with the plan they make and with its fence; writes nothing. */
export function check(terminal: Terminal, options: CohortOptions): ExitCode {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false, charts: true });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, added, charts } = cohort.value;
  const { breaches, notices } = plan;
  // A plan that breaks a limit is not deployed as it is: there is nothing to prove yet.
  const proof = breaches.length > 0 ? undefined : proofOfPlan(plan, terminal.progress, charts);
  const code = breaches.length > 0 || (proof?.findings.length ?? 0) > 0 ? EXIT.findings : EXIT.ok;
  if (json) {
    terminal.print(
      JSON.stringify(
        { problems: [], breaches, notices, placesToRecord: added, findings: proof?.findings ?? [] },
        undefined,
        2,
      ),
    );
    return code;
  }
  terminal.done();
  const { colors } = terminal;
  for (const { limit, where, value, max, remedy } of breaches) {
    const { about, source } = LIMITS[limit];
    terminal.note(`${colors.bold(where)}  ${colors.red(`${value} ${about}`)}`);
    terminal.note(wrapped('  allowed  ', `at most ${max} (${source})`, terminal.width));
    terminal.note(wrapped('  change   ', remedy, terminal.width));
  }
  for (const notice of notices) terminal.note(wrapped(`${colors.yellow('note')}  `, notice, terminal.width));
  if (proof === undefined) return code;
  const tenants = plan.shards.reduce((sum, shard) => sum + shard.tenants.length, 0);
  terminal.print(
    `${colors.green('✓')} ${plan.cohort}: ${tenants} places in ${plan.shards.length} shards, within every limit.`,
  );
  terminal.print(
    proof.findings.length === 0
      ? wrapped(
          `${colors.green('✓')} `,
          `Nobody reaches what is not theirs: ${pairsText(proof)}.`,
          terminal.width,
        )
      : `${colors.red('✗')} ${counted(proof.findings.length, 'way')} past the fence; "practicum prove" tells what was looked at.`,
  );
  for (const line of findingLines(proof, terminal)) terminal.note(line);
  if (added > 0)
    terminal.print(`  ${added} of them are new; "practicum synth" records them in cohort.lock.yaml.`);
  return code;
}
