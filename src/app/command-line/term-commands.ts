import { due, scans, submissions, workflow } from './commands';
import type { ScansOptions } from '../commands/scans';
import type { SubmissionsOptions } from '../commands/submissions';
import type { CommandLine } from './command-line';

/** Commands about what the dates of a term bring, and what was handed in by then. */
export function addTermCommands({ onCohort, runs }: CommandLine): void {
  onCohort('due', 'tell what of the term has become due, and what comes next; writes nothing')
    .option('--at <instant>', 'as of this instant (default: now)')
    .option('--since <instant>', 'what became due after this instant (default: a day before)')
    .option('--exit-code', 'end with 3 if something is due')
    .action(runs(due));
  onCohort(
    'workflow',
    'write the GitHub Actions workflow that applies the changes of the term when they are due',
  )
    .option('--out <folder>', 'where to write', '.github/workflows')
    .option('--check', 'write nothing; end with 1 if the file is not current')
    .action(runs(workflow));
  onCohort('submissions', 'tell by digest which images run what the places handed in for a lab')
    .argument('<lab>', 'a lab of the course')
    .option('--out <folder>', 'where to write <lab>.csv and <lab>.json', 'dist/submissions')
    .option('--student <handle>', 'only this place')
    .option('--context <context>', 'context of kubectl, where there is one cluster')
    .option(
      '--outputs <file>',
      'what "cdktf deploy --outputs-file" wrote, to find clusters without a context',
    )
    .option('--kubectl <program>', 'kubectl to run', 'kubectl')
    .action((lab: string, options: SubmissionsOptions) =>
      runs<SubmissionsOptions>((terminal, given) => submissions(terminal, given, lab))(options),
    );
  onCohort('scans', 'tell what scans of Google found in the images of places; without files, how to ask')
    .argument('[file...]', 'JSON of Artifact Analysis, and of "gcloud artifacts docker images list"')
    .option('--out <file>', 'where to write what the hand-outs tell', 'dist/scans.json')
    .action((files: string[], options: ScansOptions) =>
      runs<ScansOptions>((terminal, given) => scans(terminal, given, files))(options),
    );
}
