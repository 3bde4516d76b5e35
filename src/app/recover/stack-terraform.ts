import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adoption } from '../../core/recover/adoption';
import type { PlanEvents } from '../../core/recover/plan-events';
import { readEvents } from '../../core/recover/plan-events';
import type { PlannedChange } from '../../core/recover/planned-changes';
import { readPlan } from '../../core/recover/planned-changes';
import type { TerraformRun } from '../terraform';

/** A plan, or why there is none. */
export type PlanRun =
  | { readonly ok: true; readonly changes: readonly PlannedChange[] }
  | { readonly ok: false; readonly events: PlanEvents; readonly output: string };

export type Ran = Pick<TerraformRun, 'code' | 'output'>;

/** What recovering asks of terraform, in the folder of one stack. */
export interface StackTerraform {
  init(): Promise<Ran>;
  /** Plans with imports; `only` leaves out all but them and what they depend on. */
  plan(imports: readonly Adoption[], only?: 'imports'): Promise<PlanRun>;
  /** Applies the last plan that there was. */
  apply(): Promise<Ran>;
  importOne(adoption: Adoption): Promise<Ran>;
  releaseLock(id: string): Promise<Ran>;
  /** Whether a state lies beside the stack that could not be written into its backend. */
  hasUnsavedState(): boolean;
  /** Writes that state into the backend; it goes away when it is there. */
  saveState(): Promise<Ran>;
}

/** Somebody stopped terraform. */
export class Stopped extends Error {}

/** Extra file of a stack with the imports of one plan; it is there only while terraform plans. */
export const IMPORTS_FILE = 'practicum_recover.tf.json';

/** State that terraform leaves where its backend does not take it. */
export const UNSAVED_STATE = 'errored.tfstate';

/** Terraform in the folder of a stack; `run` is what starts it there. */
export class StackFolder implements StackTerraform {
  private readonly plans = mkdtempSync(join(tmpdir(), 'practicum-plan-'));
  private readonly planFile = join(this.plans, 'plan');
  private readonly importsFile: string;

  constructor(
    private readonly folder: string,
    private readonly start: (args: readonly string[]) => Promise<TerraformRun>,
  ) {
    this.importsFile = join(folder, IMPORTS_FILE);
    // A recovery that was killed may have left it.
    rmSync(this.importsFile, { force: true });
  }

  init(): Promise<Ran> {
    return this.run(['init', '-no-color']);
  }

  async plan(imports: readonly Adoption[], only?: 'imports'): Promise<PlanRun> {
    const targets = only === undefined ? [] : imports.map(({ address }) => `-target=${address}`);
    const { code, output } = await this.withImports(imports, () =>
      this.run(['plan', '-json', `-out=${this.planFile}`, ...targets]),
    );
    if (code !== 0) return { ok: false, events: readEvents(output), output };
    const shown = await this.run(['show', '-json', this.planFile]);
    if (shown.code !== 0) return { ok: false, events: readEvents(shown.output), output: shown.output };
    return { ok: true, changes: readPlan(shown.result) };
  }

  apply(): Promise<Ran> {
    return this.run(['apply', '-no-color', this.planFile]);
  }

  importOne({ address, id }: Adoption): Promise<Ran> {
    return this.run(['import', '-no-color', address, id]);
  }

  releaseLock(id: string): Promise<Ran> {
    return this.run(['force-unlock', '-no-color', '-force', id]);
  }

  hasUnsavedState(): boolean {
    return existsSync(join(this.folder, UNSAVED_STATE));
  }

  async saveState(): Promise<Ran> {
    const pushed = await this.run(['state', 'push', '-no-color', UNSAVED_STATE]);
    if (pushed.code === 0) rmSync(join(this.folder, UNSAVED_STATE), { force: true });
    return pushed;
  }

  /** Takes away the plans: they hold what the state holds. */
  close(): void {
    rmSync(this.plans, { recursive: true, force: true });
  }

  private async withImports<T>(imports: readonly Adoption[], work: () => Promise<T>): Promise<T> {
    if (imports.length === 0) return work();
    const blocks = imports.map(({ address, id }) => ({ to: address, id: literal(id) }));
    try {
      writeFileSync(this.importsFile, JSON.stringify({ import: blocks }));
      return await work();
    } finally {
      rmSync(this.importsFile, { force: true });
    }
  }

  private async run(args: readonly string[]): Promise<TerraformRun> {
    const run = await this.start(args);
    if (run.stopped) throw new Stopped();
    return run;
  }
}

/** A text that terraform takes as it is: JSON configuration has templates. */
const literal = (text: string): string => text.replaceAll(/[$%](?=\{)/g, '$&$&');
