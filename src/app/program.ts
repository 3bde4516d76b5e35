import {
  at,
  bootstrap,
  calendar,
  check,
  grade,
  handout,
  init,
  leaks,
  plan,
  prove,
  recover,
  rehearse,
  synth,
} from './command-line/commands';
import { Command, CommanderError, Option } from 'commander';
import type { Action } from './command-line/command-line';
import { addCatalogueCommands } from './command-line/catalogue-commands';
import { addClassCommands } from './command-line/class-commands';
import { addCourseCommands } from './command-line/course-commands';
import { addPrivacyCommands } from './command-line/privacy-commands';
import { addTermCommands } from './command-line/term-commands';
import { addTeardownCommand } from './command-line/teardown-command';
import { wholeNumber } from './command-line/whole-number';
import type { GradeOptions } from './commands/grade';
import type { LeaksOptions } from './commands/leaks';
import type { CohortOptions } from './resolve-cohort';
import type { ExitCode } from './exit-code';
import { EXIT } from './exit-code';
import { ENGINES } from './rehearse/stack-engine';
import type { Terminal } from './terminal';

/** The command line: words in, an exit code out. */
export interface Program {
  run(args: readonly string[]): Promise<ExitCode>;
}

export function program(terminal: Terminal): Program {
  return {
    run: async (args) => {
      let code: ExitCode = EXIT.ok;
      const root = commandLine(terminal, (result) => {
        code = result;
      });
      try {
        await root.parseAsync([...args], { from: 'user' });
      } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        return error.exitCode === 0 ? EXIT.ok : EXIT.badInput;
      }
      return code;
    },
  };
}

function commandLine(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const root = new Command('practicum')
    .description('Gives a class its cloud labs: from cohort.yaml and roster.csv to Terraform and Kubernetes.')
    .exitOverride()
    .showHelpAfterError('(practicum --help lists what there is)')
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.note(text.trimEnd()),
      getOutHelpWidth: () => terminal.width,
    });
  const runs =
    <Options>(action: Action<Options>) =>
    async (options: Options): Promise<void> =>
      end(await action(terminal, options));
  const command = (name: string, description: string): Command => root.command(name).description(description);
  const onCohort = (name: string, description: string): Command =>
    command(name, description)
      .option(
        '--cohort <folder>',
        'folder with cohort.yaml and roster.csv (default: PRACTICUM_COHORT, this folder, or the example)',
      )
      .option('--json', 'machine-readable output');

  command('init', 'write cohort.yaml and roster.csv for a new cohort; asks for what no option says')
    .option('--dir <folder>', 'where to write', '.')
    .option('--id <id>', 'id of the cohort, such as w255-spring27')
    .option('--course <course>', 'preset or path of a course file')
    .option('--starts <day>', 'first day of the term')
    .option('--ends <day>', 'last day of the term')
    .option('--time-zone <zone>', 'zone of all times, such as America/Los_Angeles')
    .option('--folder <number>', 'folder on Google Cloud for the projects')
    .option('--billing-account <account>', 'billing account that pays')
    .option('--region <region>', 'region of everything')
    .option('--admin-project <project>', 'a project you have already')
    .option('--state-bucket <bucket>', 'bucket for Terraform state, or "local"')
    .option('--domain <domain>', 'domain of the cohort')
    .option('--budget <money>', 'budget per tenant, such as "60 USD"')
    .option('--instructor <email>', 'e-mail of the first instructor')
    .option('--instructor-name <name>', 'name of the first instructor')
    .option(
      '--groups-domain <domain>',
      'name nobody in the cloud: let people in by Google groups of this domain',
    )
    .action(runs(init));
  onCohort('check', 'tell all that is wrong with the files, their plan and its fence; writes nothing')
    .option('--at <instant>', 'as of this instant (default: now)')
    .action(runs(check));
  onCohort('plan', 'show what the cohort will get; writes nothing')
    .option('--at <instant>', 'as of this instant (default: now)')
    .action(runs(plan));
  onCohort('calendar', 'show when labs open and are due, and who has other deadlines')
    .option('--at <instant>', 'as of this instant (default: now)')
    .option('--student <who>', 'only the places of this student, by e-mail or handle')
    .option('--ics <folder>', 'write feeds for calendars: the course, and each place with other deadlines')
    .option('--everyone', 'with --ics: a feed for every place')
    .action(runs(calendar));
  onCohort('at', 'tell of any instant what is open, who may do what, and what the nodes can cost')
    .argument('<instant>', 'local time of the cohort, 2027-03-09T18:00, or with its offset')
    .action((instant: string, options: CohortOptions) =>
      runs<CohortOptions>((on, given) => at(on, given, instant))(options),
    );
  onCohort(
    'synth',
    'write Terraform stacks, Kubernetes manifests and hand-outs; records new places in cohort.lock.yaml',
  )
    .option('--out <folder>', 'where to write', 'dist')
    .action(runs(synth));
  onCohort('prove', 'prove from the output that no tenant reaches another, or show the way; writes nothing')
    .option('--out <folder>', 'what "practicum synth" wrote there (default: what it would write)')
    .action(runs(prove));
  onCohort('handout', 'write a page and a kubeconfig for each tenant')
    .option('--out <folder>', 'where to write', 'dist')
    .option('--outputs <file>', 'what "cdktf deploy --outputs-file" wrote: the addresses of the clusters')
    .option('--scans <file>', 'what "practicum scans" wrote: known vulnerabilities of images')
    .action(runs(handout));
  addClassCommands({ command, onCohort, runs });
  addCourseCommands({ command, onCohort, runs });
  addCatalogueCommands({ command, onCohort, runs });
  addTermCommands({ command, onCohort, runs });
  addPrivacyCommands({ command, onCohort, runs });
  onCohort('bootstrap', 'make the bucket for Terraform state, once, before "cdktf deploy"')
    .option('--out <folder>', 'where synth wrote', 'dist')
    .option('--terraform <program>', 'terraform to run', 'terraform')
    .option('--yes', 'do not ask before applying')
    .option('--keep-local', 'leave the state of the bucket itself in a local file')
    .action(runs(bootstrap));
  onCohort(
    'recover',
    'after terraform was killed: release its lock, and take what it made and did not record into the state',
  )
    .option('--out <folder>', 'where synth wrote', 'dist')
    .option('--terraform <program>', 'terraform to run', 'terraform')
    .option('--gcloud <program>', 'gcloud that lists what Google gave a name of its own', 'gcloud')
    .option('--stack <stack>', 'only this stack (default: all)')
    .option('--yes', 'do not ask before releasing and adopting')
    .action(runs(recover));
  onCohort('grade', 'load the services of a lab, many at once, and tell who holds what its rubric asks')
    .argument('<lab>', 'a lab of the course that has a load')
    .option('--at <instant>', 'whose deadline has passed by this instant (default: now)')
    .option('--out <folder>', 'where to write a folder for the lab', 'dist/grades')
    .option('--student <handle>', 'only this place, again if it has a result')
    .option('--again', 'all places again')
    .option('--early', 'those too who may still hand in')
    .option('--at-once <number>', 'so many at once in each cluster', wholeNumber(1, 1000))
    .option('--context <context>', 'context of kubectl, where there is one cluster')
    .option(
      '--outputs <file>',
      'what "cdktf deploy --outputs-file" wrote, to find clusters without a context',
    )
    .option('--kubectl <program>', 'kubectl to run', 'kubectl')
    .option('--manifest <handle>', 'print the Job of this place, for its owner to try; grades nothing')
    .action((lab: string, options: GradeOptions) =>
      runs<GradeOptions>((on, given) => grade(on, given, lab))(options),
    );
  addTeardownCommand({ command, onCohort, runs });
  onCohort('leaks', 'tell what of the cohort inventories of the cloud still list, and certify it')
    .argument('<inventory...>', 'JSON as "gcloud asset search-all-resources" and "gcloud … list" print it')
    .option('--at <instant>', 'as of this instant (default: now)')
    .option('--out <folder>', 'where to write leak-certificate.json and leak-certificate.md')
    .action((files: string[], options: LeaksOptions) =>
      runs<LeaksOptions>((on, given) => leaks(on, given, files))(options),
    );
  onCohort('rehearse', 'run a term through the real terraform on a simulated cloud: no account, no network')
    .option(
      '--scenario <file>',
      'what happens in the term: term, long-term, faults, or a file of yours',
      'term',
    )
    .option('--students <number>', 'so many invented students in place of the roster', wholeNumber(1, 5000))
    .option('--faults <seed>', 'make things go wrong as this number says', wholeNumber(0, 2 ** 31))
    .addOption(new Option('--engine <engine>', 'what applies the stacks').choices(ENGINES).default('cdktf'))
    .option('--parallelism <number>', 'stacks at once', wholeNumber(1, 64), 4)
    .option('--out <folder>', 'where to write the folder "rehearsal"', 'dist')
    .option('--serve', 'keep the cloud up for your own terraform, until Ctrl-C; it goes on where it was')
    .option('--terraform <program>', 'terraform to run', 'terraform')
    .action(runs(rehearse));
  return root;
}
