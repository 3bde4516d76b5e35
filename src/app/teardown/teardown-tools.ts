import { join, relative, resolve } from 'node:path';
import type { Outcome } from '../../core/input/problem';
import { accept } from '../../core/input/problem';
import { stateStackName } from '../../core/domain/names';
import type { CohortPlan, StateBucketPlan, TenantPlan } from '../../core/plan/cohort-plan';
import { doomedStacks } from '../../core/teardown/doomed-stacks';
import type { TeardownJournal } from '../../core/teardown/teardown-journal';
import { monotonicMilliseconds, now } from '../clock';
import { clusterFlags } from '../grade/cluster-flags';
import type { RunKubectl } from '../grade/kubectl';
import { kubectlRunner } from '../grade/run-kubectl';
import { BOOTSTRAP_FOLDER } from '../output-directory';
import type { AskedConsent } from '../recover/asked-consent';
import { stackFolders } from '../recover/recover-stacks';
import { whyNoStacks } from '../recover/why-no-stacks';
import type { ResolvedCohort } from '../resolve-cohort';
import type { TerraformRun } from '../terraform';
import { runTerraform } from '../terraform';
import { KeptArchive } from './archive/archive';
import { CloudQuestions } from './archive/cloud-questions';
import { destroyState } from './destroy-state';
import { DoomedFolder } from './doomed-folder';
import type { TeardownGround } from './teardown-ground';
import type { JournalStore } from './teardown-journal-file';
import type { TeardownOptions } from './teardown-options';
import { skippedHandles } from './teardown-options';
import type { WatchedWork } from './watched-work';
import { WorkLog } from './work-log';

const terraformFolder = ({ out }: TeardownOptions): string => join(resolve(out), 'terraform');

/** Why the stacks that are written are not those of the plan; undefined if they are. */
export function whyNotThese(options: TeardownOptions, plan: CohortPlan): string | undefined {
  const folder = terraformFolder(options);
  const refusal = whyNoStacks(folder, plan.cohort, undefined);
  if (refusal !== undefined) return refusal;
  const written = new Set(stackFolders(join(folder)).map((path) => relative(folder, path)));
  const planned = doomedStacks(plan).map(({ name }) => join('stacks', name));
  const missing = planned.find((path) => !written.has(path));
  const extra = [...written].find((path) => path.startsWith('stacks') && !planned.includes(path));
  const shown = relative(process.cwd(), folder) || '.';
  if (missing !== undefined)
    return `${shown} has no ${missing}: write the stacks anew with "practicum synth".`;
  if (extra === undefined) return undefined;
  return `${shown} has ${extra}, which the plan does not know: write the stacks anew with "practicum synth".`;
}

/** Where the archive goes: `gs://…` or a path from the root; undefined where nothing is archived. */
export function archiveTarget(
  { archive, skipArchive }: TeardownOptions,
  { directory }: ResolvedCohort,
  settled: string | undefined,
): string | undefined {
  if (skipArchive === 'all') return undefined;
  if (archive?.startsWith('gs://') === true) return archive;
  return archive === undefined ? (settled ?? join(directory.path, 'archive')) : resolve(archive);
}

export interface TeardownGroundProps {
  readonly options: TeardownOptions;
  readonly cohort: ResolvedCohort;
  readonly target: string | undefined;
  readonly consent: AskedConsent;
  readonly work: WatchedWork;
  readonly journal: TeardownJournal;
  readonly store: JournalStore;
}

/** What a teardown works on, with the programs of this machine. */
export function teardownGround(props: TeardownGroundProps): Outcome<TeardownGround> {
  const { options, cohort, target, consent, work, journal, store } = props;
  const { plan, directory, inputs } = cohort;
  const local = join(directory.path, '.practicum', 'archive');
  const isRemote = target?.startsWith('gs://') === true;
  const kubectl = kubectlOf(options, plan, local);
  if (!kubectl.ok) return kubectl;
  const archive =
    target === undefined
      ? undefined
      : new KeptArchive({
          folder: isRemote ? local : target,
          ...(isRemote ? { url: target } : {}),
          choice: inputs.config.archive,
          gradesFolder: resolve(options.grades),
          cloud: new CloudQuestions(options.gcloud),
          kubectlOf: kubectl.value,
        });
  const folders = new Map<string, DoomedFolder>();
  return accept({
    plan,
    stacks: doomedStacks(plan),
    kept: new Map(),
    parallelism: options.parallelism,
    archive,
    skipped: new Set(skippedHandles(options)),
    log: new WorkLog({
      journal,
      store,
      now,
      clock: monotonicMilliseconds,
      onBegin: (each) => work.begin(each),
      onEnd: (report) => work.end(report),
    }),
    folderOf: ({ name }) => {
      const folder = join(terraformFolder(options), 'stacks', name);
      const known =
        folders.get(name) ??
        new DoomedFolder({
          stack: name,
          folder,
          lockTimeout: options.lockTimeout,
          run: (args) => runTerraform(options.terraform, folder, args, (line) => work.line(name, line)),
          releaseLock: consent.releaseLock,
        });
      folders.set(name, known);
      return known;
    },
  });
}

/** What runs kubectl for a tenant: the same for all whose cluster is the same. */
function kubectlOf(
  options: TeardownOptions,
  plan: CohortPlan,
  folder: string,
): Outcome<(tenant: TenantPlan) => RunKubectl> {
  const tenants = plan.shards.flatMap((shard) => shard.tenants);
  const flags = clusterFlags(plan, tenants, options, join(folder, '..'));
  if (!flags.ok) return flags;
  const runner = kubectlRunner(options.kubectl);
  const runs = new Map<string, RunKubectl>();
  return accept((tenant) => {
    const words = flags.value(tenant);
    const run = runs.get(words.join(' ')) ?? runner(words);
    runs.set(words.join(' '), run);
    return run;
  });
}

/** Destroys the bucket of all states. @throws Undone with what is in the way */
export function destroyBucketOfStates(
  options: TeardownOptions,
  { state, cohort }: CohortPlan,
): Promise<string> {
  const { bucket } = state as StateBucketPlan;
  const folder = join(terraformFolder(options), BOOTSTRAP_FOLDER, 'stacks', stateStackName());
  return destroyState({
    cohort,
    bucket,
    folder,
    // Where a bootstrap that kept the bucket's own state here put it.
    localState: join(resolve(options.out), '..', 'terraform-state', cohort, 'state.tfstate'),
    cloud: new CloudQuestions(options.gcloud),
    run: (args): Promise<TerraformRun> => runTerraform(options.terraform, folder, args, () => undefined),
  });
}
