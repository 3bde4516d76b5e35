import type { Command } from 'commander';
import { charts, chartsGet, images, imagesLock } from './commands';
import type { ChartsOptions } from '../commands/charts';
import type { ImagesLockOptions } from '../commands/images-lock';
import type { CommandLine } from './command-line';

/** Commands about what labs can ask for. */
export function addCatalogueCommands({ command, onCohort, runs }: CommandLine): void {
  const run = command(
    'images',
    'list the images that a course or a cohort runs, and how to copy them to a registry of your own',
  )
    .option(
      '--course <course>',
      'a course that ships with practicum, or a course file (default: all toolkits)',
    )
    .option(
      '--cohort <folder>',
      'folder with cohort.yaml and roster.csv: its course, with what its lock holds',
    )
    .option('--out <file>', 'write it there: .json, .md, or .sh with the commands that copy')
    .option('--json', 'machine-readable output')
    .action(runs(images));
  run
    .command('lock')
    .description('ask registries for those that nobody names by digest, and hold them to what was seen first')
    .option('--cohort <folder>', 'folder with cohort.yaml and roster.csv')
    .option('--json', 'machine-readable output')
    .action((_own: ImagesLockOptions, lock: Command) =>
      runs(imagesLock)(lock.optsWithGlobals<ImagesLockOptions>()),
    );
  const list = onCohort(
    'charts',
    'list the charts of others that the clusters of a cohort get; writes nothing',
  ).action(runs(charts));
  list
    .command('get')
    .description('get them into the folder "charts" of the cohort, each held to its digest')
    .option('--cohort <folder>', 'folder with cohort.yaml and roster.csv')
    .option('--json', 'machine-readable output')
    .action((_own: ChartsOptions, get: Command) =>
      // Options that the list has as well are the list's to commander.
      runs(chartsGet)(get.optsWithGlobals<ChartsOptions>()),
    );
}
