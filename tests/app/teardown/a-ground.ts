import type { Archive } from '../../../src/app/teardown/archive/archive';
import type { DoomedFolder } from '../../../src/app/teardown/doomed-folder';
import type { TeardownGround } from '../../../src/app/teardown/teardown-ground';
import { Undone } from '../../../src/app/teardown/undone';
import type { WorkReport } from '../../../src/app/teardown/work-log';
import { WorkLog } from '../../../src/app/teardown/work-log';
import type { Instant } from '../../../src/core/domain/time';
import type { CohortPlan } from '../../../src/core/plan/cohort-plan';
import { doomedStacks } from '../../../src/core/teardown/doomed-stacks';
import type { StateResource } from '../../../src/core/teardown/state-resources';
import type { TeardownJournal } from '../../../src/core/teardown/teardown-journal';
import { newJournal } from '../../../src/core/teardown/teardown-journal';

const NOON = '2027-05-01T12:00:00Z' as Instant;

/** Stacks that are lists of resources, and what was asked of them. */
export class FakeStacks {
  readonly calls: string[] = [];
  readonly resources = new Map<string, readonly StateResource[]>();
  /** Stacks whose destroys fail. */
  readonly failing = new Set<string>();

  constructor(readonly plan: CohortPlan) {
    for (const { name } of doomedStacks(plan)) this.deploy(name);
  }

  /** Lets a stack have a release and a bucket. */
  deploy(stack: string): void {
    this.resources.set(stack, [
      { address: 'helm_release.Place', type: 'helm_release', attributes: {} },
      { address: 'google_storage_bucket.Data', type: 'google_storage_bucket', attributes: { force_destroy: false } },
    ]); // prettier-ignore
  }

  folder(stack: string): DoomedFolder {
    const folder: Pick<DoomedFolder, 'resources' | 'destroy' | 'apply'> = {
      resources: async () => this.resources.get(stack)!,
      destroy: async (addresses) => {
        this.calls.push(`destroy ${stack}${addresses === undefined ? '' : ` ${addresses.join(' ')}`}`);
        if (this.failing.has(stack)) throw new Undone('Error 403: not allowed');
        this.resources.set(stack, addresses === undefined ? [] : this.resources.get(stack)!.filter(({ address }) => !addresses.includes(address))); // prettier-ignore
      },
      apply: async () => {
        this.calls.push(`apply ${stack}`);
        this.resources.set(stack, this.resources.get(stack)!.map((each) => ({ ...each, attributes: { force_destroy: true } }))); // prettier-ignore
      },
    };
    return folder as DoomedFolder;
  }
}

/** An archive that notes what is kept; places in `failing` cannot be. */
export class FakeArchive implements Archive {
  readonly calls: string[] = [];
  readonly failing = new Set<string>();

  forget(handles: readonly string[]): void {
    this.calls.push(`forget ${handles.join(' ')}`);
  }

  place: Archive['place'] = async ({ handle }) => {
    if (this.failing.has(handle)) throw new Undone('the cluster cannot be reached');
    this.calls.push(`place ${handle}`);
    return 'kept';
  };

  grades = async (): Promise<string> => 'kept';

  finish = async (): Promise<string> => {
    this.calls.push('finish');
    return 'kept';
  };
}

export interface AGround {
  readonly ground: TeardownGround;
  readonly reports: WorkReport[];
  journal(): TeardownJournal;
}

/** A run of a teardown on such stacks, behind earlier ones if `journal` is theirs. */
export function aGround(stacks: FakeStacks, archive: FakeArchive, journal?: TeardownJournal): AGround {
  const reports: WorkReport[] = [];
  let saved = journal ?? newJournal(stacks.plan.cohort, NOON);
  const ground: TeardownGround = {
    plan: stacks.plan,
    stacks: doomedStacks(stacks.plan),
    kept: new Map(),
    parallelism: 2,
    archive,
    skipped: new Set(),
    folderOf: ({ name }) => stacks.folder(name),
    log: new WorkLog({
      journal: saved,
      store: { save: (next) => (saved = next) },
      now: () => NOON,
      clock: () => 0,
      onBegin: () => undefined,
      onEnd: (report) => reports.push(report),
    }),
  };
  return { ground, reports, journal: () => saved };
}
