import { exportPerson, forget, groups, privacyKey } from './commands';
import type { ExportOptions } from '../commands/export';
import type { ForgetOptions } from '../commands/forget';
import type { CommandLine } from './command-line';

/** Commands about what is kept of people. */
export function addPrivacyCommands({ command, onCohort, runs }: CommandLine): void {
  onCohort('export', 'tell everything that is stored about one student or team')
    .argument('<who>', 'e-mail, handle or name of a team')
    .option('--at <instant>', 'as of this instant (default: now)')
    .option('--out <file>', 'write it there as JSON too, to hand to them')
    .option('--force', 'replace the file that is there')
    .option('--results <folder>', 'where grades and submissions were written', 'dist')
    .action((who: string, options: ExportOptions) =>
      runs<ExportOptions>((on, given) => exportPerson(on, given, who))(options),
    );
  onCohort('forget', 'take a person out of all files of the cohort, after the retention period')
    .argument('<who>', 'e-mail, handle or name of a team')
    .option('--at <instant>', 'as of this instant (default: now)')
    .option('--out <folder>', 'where pages and grades were written', 'dist')
    .option('--ics <folder>', 'where "practicum calendar --ics" wrote feeds')
    .option('--dry-run', 'tell what would go; write nothing')
    .action((who: string, options: ForgetOptions) =>
      runs<ForgetOptions>((on, given) => forget(on, given, who))(options),
    );
  onCohort('groups', 'write which account belongs in which Google group of a cohort with pseudonyms')
    .option('--out <folder>', 'where to write (default: the folder "private" of the cohort)')
    .action(runs(groups));
  command('privacy', 'keep people out of the cloud: the key of their pseudonyms')
    .command('key')
    .description('make the key of the pseudonyms, once, before the first place is recorded')
    .option('--cohort <folder>', 'folder with cohort.yaml')
    .option('--json', 'machine-readable output')
    .action(runs(privacyKey));
}
