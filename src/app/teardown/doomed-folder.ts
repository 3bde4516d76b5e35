import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LockInfo } from '../../core/recover/lock-info';
import { tryParseLock } from '../../core/recover/lock-info';
import type { StateResource } from '../../core/teardown/state-resources';
import { tryReadState } from '../../core/teardown/state-resources';
import { complaint } from '../recover/complaint';
import { Stopped, UNSAVED_STATE } from '../recover/stack-terraform';
import type { TerraformRun } from '../terraform';
import { Undone } from './undone';

export interface DoomedFolderProps {
  readonly stack: string;
  readonly folder: string;
  /**
   * How long terraform waits for a run that is still at work, in its words: `2m`. A killed teardown leaves its terraform
   * running, which ends by itself.
   */
  readonly lockTimeout: string;
  run(args: readonly string[]): Promise<TerraformRun>;
  /** Asked whether a run that holds the lock is dead, so that its lock can be released. */
  releaseLock(stack: string, lock: LockInfo): Promise<boolean>;
}

/** Terraform in the folder of a stack that is taken away. @throws Undone where terraform fails, Stopped where somebody stops it */
export class DoomedFolder {
  constructor(private readonly props: DoomedFolderProps) {}

  /** What the stack's state remembers. */
  async resources(): Promise<readonly StateResource[]> {
    const { stack, folder } = this.props;
    if (existsSync(join(folder, UNSAVED_STATE)))
      throw new Undone(`its last state is not in its backend: practicum recover --stack ${stack}`);
    const resources = tryReadState((await this.succeeded(['state', 'pull'])).result);
    if (resources === undefined) throw new Undone('what terraform says of its state is no state');
    return resources;
  }

  /** Destroys what has these addresses and what depends on it; without addresses all. */
  async destroy(addresses?: readonly string[]): Promise<void> {
    await this.succeeded(['destroy', '-auto-approve', '-no-color', this.wait, ...targets(addresses)]);
  }

  /** Brings what has these addresses in line with the stack's file. */
  async apply(addresses: readonly string[]): Promise<void> {
    await this.succeeded(['apply', '-auto-approve', '-no-color', this.wait, ...targets(addresses)]);
  }

  private get wait(): string {
    return `-lock-timeout=${this.props.lockTimeout}`;
  }

  private async succeeded(args: readonly string[]): Promise<TerraformRun> {
    await this.prepare();
    const first = await this.run(args);
    const lock = first.code === 0 ? undefined : tryParseLock(first.output);
    if (lock === undefined) return passed(first);
    const { stack } = this.props;
    if (!(await this.props.releaseLock(stack, lock)))
      throw new Undone(
        `its state is locked${lock.who === undefined ? '' : ` by ${lock.who}`}; if that run is dead: practicum recover --stack ${stack}`,
      );
    passed(await this.run(['force-unlock', '-no-color', '-force', lock.id]));
    return passed(await this.run(args));
  }

  private async prepare(): Promise<void> {
    if (existsSync(join(this.props.folder, '.terraform', 'terraform.tfstate'))) return;
    passed(await this.run(['init', '-no-color']));
  }

  private async run(args: readonly string[]): Promise<TerraformRun> {
    const run = await this.props.run(args);
    if (run.stopped) throw new Stopped();
    return run;
  }
}

function passed(run: TerraformRun): TerraformRun {
  if (run.code !== 0) throw new Undone(complaint(run.output));
  return run;
}

const targets = (addresses: readonly string[] = []): readonly string[] =>
  addresses.map((address) => `-target=${address}`);
