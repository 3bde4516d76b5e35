import { ledger, placeStep, rosterApply, rosterCheck } from './commands';
import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { PlaceStep } from '../../core/ledger/place-step';
import type { PlaceStepOptions } from '../commands/place-step';
import type { RosterCheckOptions } from '../commands/roster';
import type { RosterApplyOptions } from '../commands/roster-apply';
import type { CohortOptions } from '../resolve-cohort';
import type { CommandLine } from './command-line';

/** Commands about who is in the class, and what becomes of their places. */
export function addClassCommands(on: CommandLine): void {
  const roster = on.command('roster', 'read what a learning system exports, and change the class by it');
  addCheck(roster, on);
  addApply(roster, on);
  addPlaceSteps(on);
  on.onCohort(
    'ledger',
    'show what happened to whose place and when, and which may be destroyed; writes nothing',
  )
    .argument('[who]', 'e-mail, handle or name of a team (default: everyone)')
    .option('--at <instant>', 'as of this instant (default: now)')
    .action((who: string | undefined, options: CohortOptions) =>
      on.runs<CohortOptions>((terminal, given) => ledger(terminal, given, who))(options),
    );
}

function addCheck(roster: Command, { runs }: CommandLine): void {
  ofExports(roster.command('check'))
    .description('tell who is in one export, or in two of the same class, and all that is wrong with them')
    .option('--out <file>', 'write the plain roster there (default: write nothing)')
    .option('--force', 'replace the file that is there')
    .action((first: string, second: string | undefined, options: RosterCheckOptions) =>
      runs<RosterCheckOptions>((terminal, given) => rosterCheck(terminal, given, [first, second]))(options),
    );
}

function addApply(roster: Command, { runs }: CommandLine): void {
  ofExports(roster.command('apply'))
    .description('show what an export changes for whom, and write roster.csv and cohort.lock.yaml')
    .option(
      '--cohort <folder>',
      'folder with cohort.yaml (default: PRACTICUM_COHORT, this folder, or the example)',
    )
    .option('--expect-drops <number>', 'so many leave: needed for more than 5 people or 10 %', people)
    .option('--same-person <old=new...>', 'one person, whose e-mail address changed')
    .option('--another-person <e-mail...>', 'somebody new, though somebody of their name left')
    .option('--team <old=new...>', 'this team goes on in the place of that one')
    .option('--enroll-again <who...>', 'a new place for whose place was destroyed')
    .option('--at <instant>', 'as of this instant (default: now)')
    .option('--prove', 'write both outputs and show that nobody else changes by a byte')
    .option('--dry-run', 'show what would change; write nothing')
    .action((first: string, second: string | undefined, options: RosterApplyOptions) =>
      runs<RosterApplyOptions>((terminal, given) => rosterApply(terminal, given, [first, second]))(options),
    );
}

/** What every command that reads exports takes. */
function ofExports(command: Command): Command {
  return command
    .argument('<file>', 'export of Canvas, Moodle, Gradescope, Google Groups, GitHub Classroom, or plain CSV')
    .argument('[second]', 'another one with the same students, such as their GitHub names')
    .option('--email-domain <domain>', 'makes an e-mail address of each login, such as example.edu')
    .option('--team-prefix <text>', 'of the groups, those that begin so are teams')
    .option('--json', 'machine-readable output');
}

function addPlaceSteps({ onCohort, runs }: CommandLine): void {
  const step = (name: PlaceStep, description: string): Command =>
    onCohort(name, description)
      .argument('<who...>', 'e-mails, handles or names of teams')
      .option('--at <instant>', 'as of this instant (default: now)')
      .option('--dry-run', 'tell what would be recorded; write nothing')
      .action((who: string[], options: PlaceStepOptions) =>
        runs<PlaceStepOptions>((terminal, given) => placeStep(terminal, given, name, who))(options),
      );
  step('hold', 'take access to places away, and keep what is in them; "return" gives it back');
  step('return', 'give held places back as they were');
  step('destroy', 'take held places away for good, after their hold period').option(
    '--now',
    'before the hold period is over',
  );
}

function people(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 0 to 9999.');
}
