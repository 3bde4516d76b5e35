import { mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { stateStackName } from '../../core/domain/names';
import { bootstrapState } from '../bootstrap/bootstrap-state';
import { runTerraform } from '../terraform';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { BOOTSTRAP_FOLDER } from '../output-directory';
import { reportProblems, wrapped } from '../report-problems';
import type { CohortOptions } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import { writeTerraform } from '../synthesize';
import type { Terminal } from '../terminal';

export interface BootstrapOptions extends CohortOptions {
  readonly out: string;
  readonly terraform: string;
  readonly yes?: boolean;
  readonly keepLocal?: boolean;
}

const DOING = {
  look: 'Looking for the bucket',
  init: 'Preparing terraform',
  apply: 'Making the bucket',
  move: 'Moving the state into the bucket',
} as const;

/** Makes the bucket that `cdktf deploy` needs before it starts. */
export async function bootstrap(terminal: Terminal, options: BootstrapOptions): Promise<ExitCode> {
  const cohort = resolveCohort(options, { record: true, charts: true });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, options.json === true);
  const { plan, charts } = cohort.value;
  const { state } = plan;
  if (state.backend === 'local') {
    terminal.print('State is kept in local files: there is nothing to bootstrap.');
    return EXIT.ok;
  }
  const question = `Make gs://${state.bucket} in project ${state.project}, and switch on the services that deploying needs there?`;
  if (options.yes !== true && !(await agreed(terminal, question))) return EXIT.badInput;
  const out = resolve(options.out);
  writeTerraform(plan, join(out, 'terraform'), terminal.progress, charts);
  const folder = join(out, 'terraform', BOOTSTRAP_FOLDER, 'stacks', stateStackName());
  const kept = join(out, '..', 'terraform-state', plan.cohort);
  mkdirSync(kept, { recursive: true });
  const result = await bootstrapState(
    folder,
    join(kept, 'state.tfstate'),
    options.keepLocal === true,
    (step, args) =>
      runTerraform(options.terraform, folder, args, (line) => terminal.progress(`${DOING[step]}: ${line}`)),
  );
  terminal.done();
  if (!result.ok) {
    terminal.note(terminal.colors.red(`${DOING[result.step]} failed. What terraform said:`));
    terminal.note(result.output.trimEnd());
    terminal.note(
      wrapped(
        '',
        'Mend it and run "practicum bootstrap" again: it goes on where it stopped.',
        terminal.width,
      ),
    );
    return EXIT.findings;
  }
  const where = result.state === 'bucket' ? `gs://${state.bucket}` : relative(process.cwd(), kept);
  terminal.print(
    `${terminal.colors.green('✓')} gs://${state.bucket} ${result.existed ? 'stands already and is up to date' : 'is made'}; its own state is in ${where}.`,
  );
  terminal.print(`  Next: npx cdktf deploy '*' --parallelism 4`);
  return EXIT.ok;
}

async function agreed(terminal: Terminal, question: string): Promise<boolean> {
  if (!terminal.interactive) {
    terminal.note(`${question} Say --yes, since nobody can be asked here. Nothing was written.`);
    return false;
  }
  const { confirm } = await import('@inquirer/prompts');
  return confirm({ message: question, default: false });
}
