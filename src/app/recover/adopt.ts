import type { Adoption, NotAdopted } from '../../core/recover/adoption';
import { onlyAdopts } from '../../core/recover/planned-changes';
import { complaint } from './complaint';
import type { StackTerraform } from './stack-terraform';

export interface Adopted {
  readonly adopted: readonly Adoption[];
  readonly notAdopted: readonly NotAdopted[];
}

/** What `terraform import` says of what the state has already. */
const IN_STATE = 'Resource already managed by Terraform';

/**
 * Takes what was found into the state, and makes nothing. All at once where a plan of the imports alone does no
 * more than that: hundreds of objects enter with one run, and what has to be mended in place is mended. What such
 * a plan depends on comes with it, so where the configuration changed since the killed run, it would do more:
 * then one after another by `terraform import`, which touches the state alone. So too for what is left when the
 * one run fails half-way.
 */
export async function adopt(terraform: StackTerraform, adoptions: readonly Adoption[]): Promise<Adopted> {
  const planned = await terraform.plan(adoptions, 'imports');
  const atOnce = planned.ok && onlyAdopts(planned.changes) && (await terraform.apply()).code === 0;
  return atOnce ? { adopted: adoptions, notAdopted: [] } : adoptOneByOne(terraform, adoptions);
}

async function adoptOneByOne(terraform: StackTerraform, adoptions: readonly Adoption[]): Promise<Adopted> {
  const adopted: Adoption[] = [];
  const notAdopted: NotAdopted[] = [];
  for (const adoption of adoptions) {
    const { code, output } = await terraform.importOne(adoption);
    if (code === 0 || output.includes(IN_STATE)) adopted.push(adoption);
    else notAdopted.push({ ...adoption, why: complaint(output) });
  }
  return { adopted, notAdopted };
}
