import type { Command } from 'commander';
import type { ExitCode } from '../exit-code';
import type { Terminal } from '../terminal';

/** What a command does with its options; the code it ends with. */
export type Action<Options> = (terminal: Terminal, options: Options) => ExitCode | Promise<ExitCode>;

/** What a group of commands is added to. */
export interface CommandLine {
  command(name: string, description: string): Command;
  /** A command on a cohort, with the options that all of them have. */
  onCohort(name: string, description: string): Command;
  /** What commander calls with the options, so that the program ends with the code of the action. */
  runs<Options>(action: Action<Options>): (options: Options) => Promise<void>;
}
