import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { AskedConsent } from '../recover/asked-consent';
import { GcloudListing } from '../recover/gcloud-listing';
import { recoverStacks, stackFolders } from '../recover/recover-stacks';
import { describedRecovery } from '../recover/recovery-report';
import type { StackRecovery } from '../recover/stack-recovery';
import { isRecovered } from '../recover/stack-recovery';
import { Stopped } from '../recover/stack-terraform';
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
  const refusal = refused(folder, cohort.value.plan.cohort, options.stack);
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
      onProgress: (stack, line) => terminal.progress(`${stack}: ${messageOf(line)}`),
      onStack: (recovery) => {
        if (!json) say(describedRecovery(recovery, terminal));
      },
    });
  } catch (error) {
    const stopped = ending(error, options.terraform);
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

/** Why there is nothing to work on. */
function refused(folder: string, cohort: string, stack: string | undefined): string | undefined {
  const folders = stackFolders(folder);
  const shown = relative(process.cwd(), folder) || '.';
  if (folders.length === 0) return `${shown} has no stacks: write them with "practicum synth".`;
  const names = folders.map((path) => basename(path));
  if (stack !== undefined && !names.includes(stack))
    return `There is no stack "${stack}" in ${shown}; there are ${names.join(', ')}.`;
  if (folders.every((path) => stateFolders(path).includes(cohort))) return undefined;
  return `${shown} holds the stacks of another cohort than ${cohort}: write these with "practicum synth".`;
}

interface Backends {
  readonly terraform: {
    readonly backend: {
      readonly gcs?: { readonly prefix: string };
      readonly local?: { readonly path: string };
    };
  };
}

/** Folders that lead to a stack's state; the cohort is one of them. */
function stateFolders(path: string): readonly string[] {
  const { backend } = (JSON.parse(readFileSync(join(path, 'cdk.tf.json'), 'utf8')) as Backends).terraform;
  return (backend.gcs?.prefix ?? backend.local?.path ?? '').split('/');
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

/** How a recovery ends that somebody stopped, or that has no terraform; undefined for other errors. */
function ending(
  error: unknown,
  program: string,
): { readonly said: string; readonly code: ExitCode } | undefined {
  const { name, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Stopped || name === 'ExitPromptError')
    return { said: 'Stopped. What was recovered until now stays so; run it again.', code: EXIT.findings };
  if (syscall?.startsWith('spawn') !== true) return undefined;
  return {
    said: `"${program}" cannot be run: install terraform, or say where it is with --terraform.`,
    code: EXIT.badInput,
  };
}

/** What a line of terraform's output says: with -json, it is an event. */
function messageOf(line: string): string {
  try {
    return String((JSON.parse(line) as { readonly '@message'?: unknown })['@message'] ?? line);
  } catch {
    return line;
  }
}
