import { wrapped } from '../report-problems';
import { counted } from '../table';
import type { Terminal } from '../terminal';
import { describedAdoptions, describedLock } from './recovery-report';
import type { Consent } from './stack-recovery';

/** Shows what is found and asks, unless all was agreed to beforehand. */
export class AskedConsent implements Consent {
  /** Whether something was to be agreed to, and there was nobody to ask. */
  wasMissing = false;

  constructor(
    private readonly terminal: Terminal,
    private readonly yes: boolean,
    private readonly json: boolean,
  ) {}

  releaseLock: Consent['releaseLock'] = (stack, lock) =>
    this.agreed(
      describedLock(stack, lock, this.terminal),
      'Is that run dead, so that its lock can be released?',
    );

  saveState: Consent['saveState'] = (stack) =>
    this.agreed(
      [
        wrapped(
          '',
          `${stack}: its last state could not be saved, it is in errored.tfstate`,
          this.terminal.width,
        ),
      ],
      'Write it into its backend?',
    );

  adopt: Consent['adopt'] = (stack, adoptions) =>
    this.agreed(
      describedAdoptions(stack, adoptions, this.terminal),
      `Adopt ${counted(adoptions.length, 'resource')} into the state of ${stack}?`,
    );

  private async agreed(shown: readonly string[], question: string): Promise<boolean> {
    if (!this.json) for (const line of shown) this.terminal.print(line);
    if (this.yes) return true;
    if (!this.terminal.interactive || this.json) {
      this.wasMissing = true;
      return false;
    }
    this.terminal.done();
    const { confirm } = await import('@inquirer/prompts');
    return confirm({ message: question, default: false });
  }
}
