import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cohortDirectory } from '../../../src/app/cohort-directory';
import { RehearsalCohort } from '../../../src/app/rehearse/rehearsal-cohort';
import { OVERRIDE_FILE } from '../../../src/rehearsal/state-backend/backend-override';
import { instantOf } from '../../../src/app/rehearse/term-day';
import { writeTerraform } from '../../../src/app/synthesize';
import { seedOrganization } from '../../../src/rehearsal/google/organization';
import { copyOfExample, temporaryFolder } from '../../app/temporary-folder';
import { valueOf } from '../../core/outcomes';
import type { Mutant } from './mutant';
import { Race } from './race';
import { StackFiles } from './stack-files';
import type { Outcome } from './stack-ground';
import { StackGround } from './stack-ground';

/** The stacks of an example, and copies of the cloud as it is when some of them are applied. */
export class SynthesisedCohort {
  private readonly bases = new Map<string, Promise<string>>();

  private constructor(
    private readonly empty: string,
    private readonly start: number,
  ) {}

  static async of(example: string): Promise<SynthesisedCohort> {
    const copy = copyOfExample(example, { edit: { 'cohort.yaml': withStateBucket } });
    const folder = temporaryFolder();
    const cohort = valueOf(RehearsalCohort.copy(cohortDirectory(copy), join(folder, 'cohort'), undefined));
    const plan = valueOf(cohort.plan(cohort.firstDay));
    writeTerraform(plan, join(folder, 'terraform'), () => undefined);
    const start = instantOf(plan.term.starts);
    const ground = await StackGround.open(folder, 'state', start);
    seedOrganization(ground.cloud, plan.google);
    await ground.close();
    return new SynthesisedCohort(folder, start);
  }

  /** What a rehearsal finds of a stack on its own when those before it are applied; of the stack as it is without a mutant. */
  async rehearse(stack: string, after: readonly string[], mutant?: Mutant): Promise<Outcome> {
    const folder = copied(await this.applied(after));
    mutant?.mutate(
      new StackFiles(join(folder, 'terraform', stack === 'state' ? 'bootstrap/stacks' : 'stacks', stack)),
    );
    const race = mutant?.race === undefined ? [] : [new Race(mutant.race)];
    const ground = await StackGround.open(folder, stack, this.start, ...race);
    try {
      mutant?.given?.(ground.cloud);
      return await ground.rehearse((cloud) => mutant?.meanwhile?.(cloud));
    } finally {
      await ground.close();
    }
  }

  /** A folder whose cloud has these stacks. */
  private applied(stacks: readonly string[]): Promise<string> {
    const last = stacks.at(-1);
    if (last === undefined) return Promise.resolve(this.empty);
    const key = stacks.join();
    const known = this.bases.get(key) ?? this.apply(last, stacks.slice(0, -1));
    this.bases.set(key, known);
    return known;
  }

  private async apply(stack: string, after: readonly string[]): Promise<string> {
    const folder = copied(await this.applied(after));
    const ground = await StackGround.open(folder, stack, this.start);
    const findings = await ground.apply();
    await ground.close();
    if (findings.length > 0) throw new Error(findings.map(({ message }) => message).join('\n'));
    return folder;
  }
}

const withStateBucket = (cohort: string): string =>
  cohort.replace('backend: local', 'backend: gcs, bucket: example-mutants-state');

/** A copy of stacks and cloud in which terraform has not been yet. */
function copied(from: string): string {
  const folder = temporaryFolder();
  const left = new Set(['.terraform', '.terraform.lock.hcl', OVERRIDE_FILE]);
  for (const part of ['terraform', 'cloud'])
    cpSync(join(from, part), join(folder, part), {
      recursive: true,
      filter: (path) => !left.has(basename(path)),
    });
  return folder;
}
