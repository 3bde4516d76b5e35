import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { Stopped } from './stack-terraform';

/**
 * How a command on stacks ends that somebody stopped, or that has no terraform; undefined for other errors. `done` says
 * what becomes of what was done.
 */
export function earlyEnd(
  error: unknown,
  program: string,
  done: string,
): { readonly said: string; readonly code: ExitCode } | undefined {
  const { name, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Stopped || name === 'ExitPromptError')
    return { said: `Stopped. ${done}; run it again.`, code: EXIT.findings };
  if (syscall?.startsWith('spawn') !== true) return undefined;
  return {
    said: `"${program}" cannot be run: install terraform, or say where it is with --terraform.`,
    code: EXIT.badInput,
  };
}

/** What a line of terraform's output says: with -json, it is an event. */
export function terraformMessage(line: string): string {
  try {
    return String((JSON.parse(line) as { readonly '@message'?: unknown })['@message'] ?? line);
  } catch {
    return line;
  }
}
