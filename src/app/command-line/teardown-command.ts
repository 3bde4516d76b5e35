import { teardown } from './commands';
import type { TeardownOptions } from '../teardown/teardown-options';
import type { CommandLine } from './command-line';
import { wholeNumber } from './whole-number';

/** The command that takes a cohort away. */
export function addTeardownCommand({ onCohort, runs }: CommandLine): void {
  onCohort(
    'teardown',
    'take the cohort away, in order: freeze, archive, places, shards, services, cells; goes on where it was ended',
  )
    .option('--dry-run', 'show what would be done; change nothing')
    .option('--yes', 'do not ask for the id of the cohort')
    .option(
      '--archive <place>',
      'gs://bucket/folder or a folder (default: the folder "archive" of the cohort)',
    )
    .option('--skip-archive <handles>', 'places of which nothing is kept, with commas between them, or "all"')
    .option('--before-term-ends', 'although students have access still')
    .option('--include-state', 'the bucket of the states too, last, if all of them are empty')
    .option('--out <folder>', 'where synth wrote', 'dist')
    .option('--grades <folder>', 'where "practicum grade" wrote', 'dist/grades')
    .option('--parallelism <number>', 'stacks at once', wholeNumber(1, 64), 4)
    .option('--lock-timeout <time>', 'how long to wait for a run that holds a state', '2m')
    .option('--context <context>', 'context of kubectl, where there is one cluster')
    .option(
      '--outputs <file>',
      'what "cdktf deploy --outputs-file" wrote, to find clusters without a context',
    )
    .option('--terraform <program>', 'terraform to run', 'terraform')
    .option('--gcloud <program>', 'gcloud to run', 'gcloud')
    .option('--kubectl <program>', 'kubectl to run', 'kubectl')
    .action(runs<TeardownOptions>(teardown));
}
