import { join, relative, resolve } from 'node:path';
import { sharedChartsIn } from '../../core/plan/shared-charts-plan';
import { recordOf } from '../../prover/cohort-record';
import type { Proof } from '../../prover/proof';
import { prove as proofOf } from '../../prover/proof';
import { monotonicMilliseconds } from '../clock';
import { knownDigests } from '../charts/cohort-charts';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { aspectLines, assumptionLines, findingLines, pairsText } from '../prove/proof-report';
import { readArtifacts } from '../prove/read-artifacts';
import { synthesisedArtifacts } from '../prove/synthesised-artifacts';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import type { Terminal } from '../terminal';

export interface ProveOptions extends CohortOptions {
  readonly out?: string;
}

/** Proves from the output alone that no tenant reaches another or the staff, or shows by which way; writes nothing. */
export function prove(terminal: Terminal, options: ProveOptions): ExitCode {
  const json = options.json === true;
  const started = monotonicMilliseconds();
  const cohort = resolveCohort(options, { record: false, charts: options.out === undefined });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, charts } = cohort.value;
  const { out } = options;
  const artifacts =
    out === undefined
      ? synthesisedArtifacts(plan, terminal.progress, charts)
      : readArtifacts(resolve(out), plan);
  if (!artifacts.ok) return reportProblems(terminal, artifacts.problems, json);
  const digests = knownDigests(cohort.value.directory, sharedChartsIn(plan));
  if (!digests.ok) return reportProblems(terminal, digests.problems, json);
  terminal.progress('Proving');
  const proof = proofOf(artifacts.value, recordOf(plan, digests.value));
  terminal.done();
  const seconds = (monotonicMilliseconds() - started) / 1_000;
  if (json) {
    const { findings } = proof;
    const aspects = proof.aspects.map((aspect) => ({ ...aspect, findings: aspect.findings.length }));
    terminal.print(
      JSON.stringify({ cohort: plan.cohort, ...proof, aspects, findings, seconds }, undefined, 2),
    );
  } else {
    const where =
      out === undefined ? 'what "practicum synth" writes' : relative(process.cwd(), join(out)) || '.';
    for (const line of described(proof, { cohort: plan.cohort, where, seconds }, terminal))
      terminal.print(line);
  }
  return proof.findings.length > 0 ? EXIT.findings : EXIT.ok;
}

interface Heading {
  readonly cohort: string;
  /** Folder that files are named from. */
  readonly where: string;
  readonly seconds: number;
}

function described(proof: Proof, { cohort, where, seconds }: Heading, terminal: Terminal): readonly string[] {
  const { colors, width } = terminal;
  const { findings, objects, resources } = proof;
  const verdict =
    findings.length === 0
      ? `${colors.green('✓')} Nobody reaches what is not theirs, and every guard stands by itself.`
      : `${colors.red('✗')} ${findings.length === 1 ? 'One finding' : `${findings.length} findings`}.`;
  return [
    `${colors.bold(cohort)}  ${where}`,
    wrapped('  ', `${pairsText(proof)}.`, width),
    wrapped(
      '  ',
      `Read: ${objects.toLocaleString('en-US')} objects, ${resources.toLocaleString('en-US')} resources; ${seconds.toFixed(1)} s.`,
      width,
    ),
    '',
    ...aspectLines(proof),
    '',
    colors.bold('Taken for granted'),
    ...assumptionLines(proof, terminal),
    '',
    ...findingLines(proof, terminal),
    verdict,
  ];
}
