import { images } from './commands';
import type { CommandLine } from './command-line';

/** Commands about what labs can ask for. */
export function addCatalogueCommands({ command, runs }: CommandLine): void {
  command('images', 'list the images that a course runs, and how to copy them to a registry of your own')
    .option(
      '--course <course>',
      'a course that ships with practicum, or a course file (default: all toolkits)',
    )
    .option('--out <file>', 'write it there: .json, .md, or .sh with the commands that copy')
    .option('--json', 'machine-readable output')
    .action(runs(images));
}
