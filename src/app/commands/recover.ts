import { join, resolve } from 'node:path';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { AskedConsent } from '../recover/asked-consent';
import { earlyEnd, terraformMessage } from '../recover/early-end';
import { GcloudListing } from '../recover/gcloud-listing';
import { recoverStacks } from '../recover/recover-stacks';
import { describedRecovery } from '../recover/recovery-report';
import type { StackRecovery } from '../recover/stack-recovery';
import { isRecovered } from '../recover/stack-recovery';
import { whyNoStacks } from '../recover/why-no-stacks';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { counted } from '../table';
import type { Terminal } from '../terminal';

export interface RecoverOptions extends CohortOptions {
  readonly out: string;
  readonly terraform: string;
  readonly gcloud: string;
  readonly stack?: string;
  readonly yes?: boolean;
}

/** Brings the states back in line with the cloud after terraform was killed. */
export async function recover(terminal: Terminal, options: RecoverOptions): Promise<ExitCode> {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const folder = join(resolve(options.out), 'terraform');
  const refusal = whyNoStacks(folder, cohort.value.plan.cohort, options.stack);
  if (refusal !== undefined) {
    terminal.note(wrapped('', refusal, terminal.width));
    return EXIT.badInput;
  }
  const consent = new AskedConsent(terminal, options.yes === true, json);
  const say = (lines: readonly string[]): void => lines.forEach((line) => terminal.print(line));
  let recoveries: readonly StackRecovery[];
  try {
    recoveries = await recoverStacks({
      folder,
      terraform: options.terraform,
      consent,
      listing: new GcloudListing(options.gcloud),
      ...(options.stack === undefined ? {} : { stacks: [options.stack] }),
      onProgress: (stack, line) => terminal.progress(`${stack}: ${terraformMessage(line)}`),
      onStack: (recovery) => {
        if (!json) say(describedRecovery(recovery, terminal));
      },
    });
  } catch (error) {
    const stopped = earlyEnd(error, options.terraform, 'What was recovered until now stays so');
    if (stopped === undefined) throw error;
    terminal.done();
    terminal.note(wrapped('', stopped.said, terminal.width));
    return stopped.code;
  }
  terminal.done();
  const code = consent.wasMissing ? EXIT.badInput : recoveries.every(isRecovered) ? EXIT.ok : EXIT.findings;
  if (json) terminal.print(JSON.stringify({ stacks: recoveries }, undefined, 2));
  else if (code === EXIT.ok) say(summary(recoveries, terminal));
  if (consent.wasMissing) terminal.note('Say --yes, since nobody can be asked here. Nothing was changed.');
  return code;
}

function summary(recoveries: readonly StackRecovery[], { colors }: Terminal): readonly string[] {
  const stacks = `${colors.green('✓')} ${counted(recoveries.length, 'stack')}`;
  const changed = recoveries.some(
    ({ adopted, lock, stateSaved }) => adopted.length > 0 || lock !== undefined || stateSaved === true,
  );
  return changed
    ? [`${stacks}: nothing is left to recover.`, "  Next: npx cdktf deploy '*' --parallelism 4"]
    : [`${stacks}: nothing to recover.`];
}
