/** What a command tells its caller, beside words. */
export const EXIT = {
  /** All is well. */
  ok: 0,
  /** The command worked and found something to mend. */
  findings: 1,
  /** The input or the command line is wrong; nothing was written. */
  badInput: 2,
  /** Something is due; only where a script asked to be told so. */
  due: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
