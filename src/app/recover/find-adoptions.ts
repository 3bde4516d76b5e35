import type { Adoption, NotAdopted } from '../../core/recover/adoption';
import { adoptionRefusals } from '../../core/recover/adoption-refusals';
import { importVerdicts } from '../../core/recover/import-verdicts';
import type { PlannedChange } from '../../core/recover/planned-changes';
import { importable, isCreated } from '../../core/recover/planned-changes';
import type { ListedFinds } from './find-listed';
import { findListed } from './find-listed';
import type { ResourceListing } from './resource-listing';
import type { Unseen } from './stack-recovery';
import type { PlanRun, StackTerraform } from './stack-terraform';

/** What stands and is not in the state. */
export interface Found {
  readonly adoptions: readonly Adoption[];
  readonly notAdopted: readonly NotAdopted[];
  /** What could not be looked for. */
  readonly unseen: readonly Unseen[];
  /** The plan with all adoptions in it: what is left to do once they are made. */
  readonly changes: readonly PlannedChange[];
}

export type Search = ({ readonly ok: true } & Found) | Extract<PlanRun, { readonly ok: false }>;

/**
 * Looks for everything that a plan would create and that stands already. Terraform tells of imports that find
 * nothing all at once, but not of what depends on them: so it plans again without them until nothing fails, and
 * again with what is known only now, until nothing is new.
 * @param missing Ids of projects that do not stand, and so nothing in them; what is found missing is added.
 * @param listing Where to look for what has no id that is known; without it, all of that is unseen.
 */
export async function findAdoptions(
  terraform: StackTerraform,
  first: readonly PlannedChange[],
  missing: Set<string>,
  listing?: ResourceListing,
): Promise<Search> {
  const tried = new Set<string>();
  const notAdopted: NotAdopted[] = [];
  let adoptions: readonly Adoption[] = [];
  let changes = first;
  for (;;) {
    noteMissing(changes, tried, missing);
    const { fresh, listed } = await nextToTry(changes, tried, missing, listing);
    if (fresh.length === 0) {
      const { unseen } = listed;
      return { ok: true, adoptions, notAdopted: [...notAdopted, ...listed.notAdopted], unseen, changes };
    }
    for (const { address } of fresh) tried.add(address);
    let offered = [...adoptions, ...fresh];
    while (!isSame(offered, adoptions)) {
      const run = await terraform.plan(offered);
      const { absent, refused } = judged(run, offered);
      const dropped = new Set([...absent, ...refused.map(({ address }) => address)]);
      const left = offered.filter(({ address }) => !dropped.has(address));
      notAdopted.push(...refused);
      if (left.length === offered.length) {
        // An error that is about none of the imports would be there again.
        if (!run.ok) return run;
        ({ changes } = run);
        adoptions = offered;
      }
      offered = left;
    }
  }
}

const isSame = (some: readonly Adoption[], others: readonly Adoption[]): boolean =>
  some.length === others.length && some.every((each) => others.includes(each));

function judged(
  run: PlanRun,
  offered: readonly Adoption[],
): { readonly absent: Iterable<string>; readonly refused: readonly NotAdopted[] } {
  if (run.ok) return { absent: notImported(run.changes, offered), refused: adoptionRefusals(run.changes) };
  const { absent, unread } = importVerdicts(run.events, offered);
  return { absent, refused: unread };
}

/** What the state knows and somebody deleted: terraform takes no import for it, and makes it again. */
function notImported(changes: readonly PlannedChange[], offered: readonly Adoption[]): readonly string[] {
  const imported = new Set(
    changes.filter(({ importId }) => importId !== undefined).map(({ address }) => address),
  );
  return offered.map(({ address }) => address).filter((address) => !imported.has(address));
}

/** Projects first: where one does not stand, nothing in it does, and nobody need be asked. */
async function nextToTry(
  changes: readonly PlannedChange[],
  tried: ReadonlySet<string>,
  missing: ReadonlySet<string>,
  listing: ResourceListing | undefined,
): Promise<{ readonly fresh: readonly Adoption[]; readonly listed: ListedFinds }> {
  const known = importable(changes).filter(
    ({ address, after }) => !tried.has(address) && !missing.has(String(after['project'])),
  );
  const projects = known.filter(({ type }) => type === 'google_project');
  if (projects.length > 0) return { fresh: projects.map(adoptionOf), listed: NOTHING_LISTED };
  const listed = await findListed(changes, missing, listing);
  const seen = listed.adoptions.filter(({ address }) => !tried.has(address));
  return { fresh: [...known.map(adoptionOf), ...seen], listed };
}

const NOTHING_LISTED: ListedFinds = { adoptions: [], notAdopted: [], unseen: [] };

const adoptionOf = ({ address, id }: Adoption): Adoption => ({ address, id });

function noteMissing(
  changes: readonly PlannedChange[],
  tried: ReadonlySet<string>,
  missing: Set<string>,
): void {
  for (const change of changes.filter(isCreated)) {
    if (change.type === 'google_project' && tried.has(change.address))
      missing.add(String(change.after['project_id']));
  }
}
