import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { STACK_FOLDERS } from '../output-directory';
import type { StackNode } from './stack-graph';
import { inOrder, reversed, stackGraph } from './stack-graph';
import type { EngineRun } from './terraform-run';
import { runEngine } from './terraform-run';

export const ENGINES = ['cdktf', 'terraform'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What became of the stacks of one run. */
export interface StacksRun {
  readonly ok: boolean;
  /** What was printed by all, for messages. */
  readonly output: string;
}

/** What a plan of one stack says. */
export interface StackPlan {
  readonly stack: string;
  readonly outcome: 'empty' | 'changes' | 'failed';
  readonly output: string;
}

export interface StackEngineProps {
  /** Folder of Terraform output, with `stacks` and `bootstrap`. */
  readonly terraform: string;
  readonly logs: string;
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** Stacks at once. */
  readonly parallelism: number;
  /** Told of each process; what it answers is called when that has ended. */
  readonly onProcess: (pid: number) => () => void;
}

/** Folder of the program, where `cdktf.json` stands. */
const HOME = join(__dirname, '..', '..', '..');

/** Applies and destroys the stacks of an output with the real programs. */
export class StackEngine {
  constructor(
    private readonly engine: EngineName,
    private readonly props: StackEngineProps,
  ) {}

  /** The stack that is applied before all others, apart from them, and taken away after all. */
  async bootstrap(action: 'apply' | 'destroy'): Promise<StacksRun> {
    const folder = join(this.props.terraform, STACK_FOLDERS[1], 'state');
    if (!existsSync(folder)) return { ok: true, output: '' };
    return joined([await this.stackRun({ name: 'state', folder, after: [] }, action)]);
  }

  /** Applies every stack in order. */
  deploy(): Promise<StacksRun> {
    return this.engine === 'cdktf' ? this.cdktf('deploy') : this.terraform('apply');
  }

  /** Destroys every stack, each before those that it depends on. */
  destroy(): Promise<StacksRun> {
    return this.engine === 'cdktf' ? this.cdktf('destroy') : this.terraform('destroy');
  }

  /** What terraform would change in each stack. */
  async plan(): Promise<readonly StackPlan[]> {
    const stacks = stackGraph(this.props.terraform).map((stack) => ({ ...stack, after: [] }));
    const plans = await inOrder(stacks, this.props.parallelism, async (stack) => {
      const { code, output } = await this.terraformRun(stack, ['plan', '-detailed-exitcode', '-lock=false']);
      const outcome: StackPlan['outcome'] = code === 0 ? 'empty' : code === 2 ? 'changes' : 'failed';
      return { ok: true, result: { stack: stack.name, outcome, output } };
    });
    return [...plans].sort((a, b) => (a.stack < b.stack ? -1 : 1));
  }

  private async cdktf(action: 'deploy' | 'destroy'): Promise<StacksRun> {
    const { terraform, logs, env, parallelism, onProcess, program } = this.props;
    const cli = join(dirname(require.resolve('cdktf-cli/package.json')), 'bundle', 'bin', 'cdktf.js');
    const run = await runEngine({
      program: process.execPath,
      args: [
        cli,
        action,
        '*',
        '--auto-approve',
        '--skip-synth',
        '--skip-provider-lock',
        '--parallelism',
        String(parallelism),
        '--output',
        terraform,
        '--no-color',
      ],
      folder: HOME,
      env: { ...env, CI: '1', NO_COLOR: '1', TERRAFORM_BINARY_NAME: program },
      log: join(logs, `cdktf-${action}.log`),
      onProcess,
    });
    return joined([run]);
  }

  private async terraform(action: 'apply' | 'destroy'): Promise<StacksRun> {
    const stacks = stackGraph(this.props.terraform);
    const runs = await inOrder(
      action === 'apply' ? stacks : reversed(stacks),
      this.props.parallelism,
      async (stack) => {
        const result = await this.stackRun(stack, action);
        return { ok: result.code === 0, result };
      },
    );
    const all = joined(runs);
    return { ...all, ok: all.ok && runs.length === stacks.length };
  }

  private stackRun(stack: StackNode, action: 'apply' | 'destroy'): Promise<EngineRun> {
    return this.terraformRun(stack, [action, '-auto-approve']);
  }

  private async terraformRun(stack: StackNode, args: readonly string[]): Promise<EngineRun> {
    const { program, logs, env, onProcess } = this.props;
    const run = (words: readonly string[]): Promise<EngineRun> =>
      runEngine({
        program,
        args: [...words, '-input=false', '-no-color'],
        folder: stack.folder,
        env: { ...env, TF_IN_AUTOMATION: '1' },
        log: join(logs, `${stack.name}.log`),
        onProcess,
      });
    if (!existsSync(join(stack.folder, '.terraform', 'terraform.tfstate'))) {
      const prepared = await run(['init']);
      if (prepared.code !== 0) return prepared;
    }
    return run(args);
  }
}

const joined = (runs: readonly EngineRun[]): StacksRun => ({
  ok: runs.every(({ code }) => code === 0),
  output: runs.map(({ output }) => output).join('\n'),
});
