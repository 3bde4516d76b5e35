import type { LockInfo } from '../../core/recover/lock-info';
import { tryParseLock } from '../../core/recover/lock-info';
import type { PlannedChange } from '../../core/recover/planned-changes';
import { isCreated } from '../../core/recover/planned-changes';
import { adopt } from './adopt';
import { complaint } from './complaint';
import { findAdoptions } from './find-adoptions';
import type { ResourceListing } from './resource-listing';
import type { Consent, StackRecovery } from './stack-recovery';
import type { PlanRun, Ran, StackTerraform } from './stack-terraform';

export interface RecoverStackProps {
  readonly stack: string;
  readonly terraform: StackTerraform;
  readonly consent: Consent;
  /** Projects that do not stand; what is found missing is added. */
  readonly missing: Set<string>;
  /** Stack before this one that is not deployed to its end: without it this one may not be plannable. */
  readonly unfinished?: string;
  /** Where to look for what has an id that Google made up. @default - nowhere: it is told as unseen */
  readonly listing?: ResourceListing;
  /** Who holds the lock of a stack, where terraform cannot tell: for its `http` backend it tells the id alone. */
  tryFindHolder?(stack: string): LockInfo | undefined;
}

/** The report while it is being made. */
type Report = { -readonly [Part in keyof StackRecovery]: StackRecovery[Part] };

/** Recovering ends here, with a reason that goes into the report. */
class Ended extends Error {}

/** Releases a dead run's lock and takes what that run made into the state. */
export async function recoverStack(props: RecoverStackProps): Promise<StackRecovery> {
  const { stack, terraform } = props;
  const report: Report = { stack, adopted: [], notAdopted: [], tainted: [], unseen: [], toCreate: 0 };
  try {
    succeeded(await terraform.init());
    let first = await unlocked(props, report);
    if (terraform.hasUnsavedState()) {
      await saveState(props, report);
      first = await terraform.plan([]);
    }
    if (first.ok) await adoptAll(props, first.changes, report);
    else if (props.unfinished !== undefined) report.waitsFor = props.unfinished;
    else throw new Ended(complaint(first.output));
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    report.problem = error.message;
  }
  return report;
}

/** The stack's plan as it is; if a lock is in the way, after releasing it. */
async function unlocked(props: RecoverStackProps, report: Report): Promise<PlanRun> {
  const { stack, terraform, consent } = props;
  const first = await terraform.plan([]);
  const lock = tryFindLock(first, props);
  if (lock === undefined) return first;
  report.lock = { ...lock, released: false };
  if (!(await consent.releaseLock(stack, lock))) throw new Ended('its state is locked');
  succeeded(await terraform.releaseLock(lock.id));
  report.lock = { ...lock, released: true };
  const second = await terraform.plan([]);
  const next = tryFindLock(second, props);
  if (next !== undefined) throw new Ended(`another run took the lock meanwhile: ${next.who ?? next.id}`);
  return second;
}

function tryFindLock(run: PlanRun, { stack, tryFindHolder }: RecoverStackProps): LockInfo | undefined {
  if (run.ok) return undefined;
  const errors = run.events.errors.map(({ summary, detail }) => `${summary}\n${detail}`).join('\n');
  const lock = tryParseLock(errors) ?? tryParseLock(run.output);
  const holder = lock === undefined ? undefined : tryFindHolder?.(stack);
  return holder?.id === lock?.id ? (holder ?? lock) : lock;
}

/** Without that state, all it knows of would look as if it stood outside any state. */
async function saveState({ stack, terraform, consent }: RecoverStackProps, report: Report): Promise<void> {
  report.stateSaved = false;
  if (!(await consent.saveState(stack))) throw new Ended('its last state is not in its backend');
  succeeded(await terraform.saveState());
  report.stateSaved = true;
}

async function adoptAll(
  { stack, terraform, consent, missing, listing }: RecoverStackProps,
  planned: readonly PlannedChange[],
  report: Report,
): Promise<void> {
  const found = await findAdoptions(terraform, planned, missing, listing);
  if (!found.ok) throw new Ended(complaint(found.output));
  const { adoptions, changes } = found;
  report.notAdopted = found.notAdopted;
  report.tainted = changes.filter(({ tainted }) => tainted).map(({ address }) => address);
  report.toCreate = changes.filter(isCreated).length;
  const died = report.lock ?? report.stateSaved ?? adoptions[0];
  if (died !== undefined) report.unseen = found.unseen;
  if (adoptions.length === 0) return;
  const result = (await consent.adopt(stack, adoptions))
    ? await adopt(terraform, adoptions)
    : { adopted: [], notAdopted: adoptions.map((each) => ({ ...each, why: 'nobody agreed to adopt it' })) };
  report.adopted = result.adopted;
  report.notAdopted = [...found.notAdopted, ...result.notAdopted];
}

function succeeded({ code, output }: Ran): void {
  if (code !== 0) throw new Ended(complaint(output));
}
