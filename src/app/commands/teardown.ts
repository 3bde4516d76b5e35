import { join, relative, resolve } from 'node:path';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { inventoryCommands } from '../../core/teardown/inventory-commands';
import { reservedNames } from '../../core/teardown/reserved-names';
import { newJournal } from '../../core/teardown/teardown-journal';
import { now } from '../clock';
import type { ExitCode } from '../exit-code';
import { EXIT } from '../exit-code';
import { isKubectl } from '../grade/run-kubectl';
import { AskedConsent } from '../recover/asked-consent';
import { earlyEnd } from '../recover/early-end';
import { GcloudListing } from '../recover/gcloud-listing';
import { reportProblems, wrapped } from '../report-problems';
import type { ResolvedCohort } from '../resolve-cohort';
import { resolveCohort } from '../resolve-cohort';
import type { LeftElsewhere } from '../teardown/left-elsewhere';
import { leftElsewhere } from '../teardown/left-elsewhere';
import { runTeardown } from '../teardown/run-teardown';
import { surveyStacks } from '../teardown/stack-survey';
import { TeardownJournalFile } from '../teardown/teardown-journal-file';
import { endLines, planLines, unreadLines } from '../teardown/teardown-lines';
import type { TeardownOptions } from '../teardown/teardown-options';
import { wrongOptions } from '../teardown/teardown-options';
import {
  archiveTarget,
  destroyBucketOfStates,
  teardownGround,
  whyNotThese,
} from '../teardown/teardown-tools';
import { typedConsent } from '../teardown/typed-consent';
import { WatchedWork } from '../teardown/watched-work';
import type { Terminal } from '../terminal';

/** Takes a cohort away, in order, keeps of it what the course says, and goes on where a run ended. */
export async function teardown(terminal: Terminal, options: TeardownOptions): Promise<ExitCode> {
  const json = options.json === true;
  const cohort = resolveCohort(options, { record: false });
  if (!cohort.ok) return reportProblems(terminal, cohort.problems, json);
  const { plan, directory } = cohort.value;
  const path = join(directory.path, '.practicum', `teardown-${plan.cohort}.json`);
  const file = new TeardownJournalFile(path, relative(process.cwd(), path));
  const earlier = file.read(plan.cohort);
  if (!earlier.ok) return reportProblems(terminal, earlier.problems, json);
  const problems = wrongOptions(options, plan, earlier.value?.archive);
  if (problems.length > 0) return reportProblems(terminal, problems, json);
  const refusal =
    whyNotThese(options, plan) ?? whyNoKubectl(options, cohort.value) ?? whyNoToken(options, plan);
  if (refusal !== undefined) {
    terminal.note(wrapped('', refusal, terminal.width));
    return EXIT.badInput;
  }
  const target = archiveTarget(options, cohort.value, earlier.value?.archive);
  const journal = {
    ...(target === undefined ? {} : { archive: target }),
    ...(earlier.value ?? newJournal(plan.cohort, now())),
  };
  const consent = new AskedConsent(terminal, false, json);
  const work = new WatchedWork(terminal, plan.term.timeZone, json);
  const ground = teardownGround({
    options,
    cohort: cohort.value,
    target,
    consent,
    work,
    journal,
    store: file,
  });
  if (!ground.ok) return reportProblems(terminal, ground.problems, json);
  try {
    return await teardownOn(terminal, options, cohort.value, { ...ground.value, target, work });
  } catch (error) {
    const stopped = earlyEnd(error, options.terraform, 'What was taken away until now stays so');
    if (stopped === undefined) throw error;
    terminal.done();
    terminal.note(wrapped('', stopped.said, terminal.width));
    return stopped.code;
  }
}

type Ground = Extract<ReturnType<typeof teardownGround>, { ok: true }>['value'] & {
  readonly target: string | undefined;
  readonly work: WatchedWork;
};

async function teardownOn(
  terminal: Terminal,
  options: TeardownOptions,
  { plan, inputs }: ResolvedCohort,
  ground: Ground,
): Promise<ExitCode> {
  const json = options.json === true;
  const say = (lines: readonly string[]): void => {
    if (!json) for (const line of lines) terminal.print(line);
  };
  terminal.progress('Reading the states');
  const stacks = await surveyStacks(ground);
  terminal.done();
  const bucket = plan.state.backend === 'gcs' ? plan.state.bucket : undefined;
  const archive = ground.target === undefined ? undefined : { choice: inputs.config.archive, target: shownTarget(ground.target) }; // prettier-ignore
  const places = plan.shards.flatMap(({ tenants }) => tenants).length - ground.skipped.size;
  const stateBucket =
    bucket === undefined ? undefined : { name: bucket, goes: options.includeState === true };
  say(planLines({ cohort: plan.cohort, stacks, places, archive, stateBucket }, terminal));
  const survey = stacks.map(({ stack, ...rest }) => ({ stack: stack.name, ...rest }));
  if (stacks.some(({ problem }) => problem !== undefined)) {
    if (json) terminal.print(JSON.stringify({ stacks: survey }, undefined, 2));
    else for (const line of unreadLines(stacks, terminal)) terminal.note(line);
    return EXIT.findings;
  }
  if (options.dryRun === true) {
    if (json) terminal.print(JSON.stringify({ stacks: survey, archive, stateBucket }, undefined, 2));
    return EXIT.ok;
  }
  if (options.yes !== true && !(await typedConsent(terminal, plan.cohort, json))) return EXIT.badInput;

  await runTeardown(ground);
  const { kept, log, work } = ground;
  let elsewhere: readonly LeftElsewhere[] = [];
  let stateKept: string | undefined;
  if (kept.size === 0) {
    elsewhere = await leftElsewhere(plan, new GcloudListing(options.gcloud));
    if (options.includeState === true && plan.state.backend === 'gcs')
      stateKept = await log.work({ step: 'state' }, () => destroyBucketOfStates(options, plan));
  }
  const whole = kept.size === 0 && stateKept === undefined && !elsewhere.some(({ stands }) => stands);
  if (whole) log.end();
  const reserved = reservedNames(plan, (stack) => log.goneSince(stack));
  const commands = inventoryCommands(plan, options.cohort === undefined ? '' : ` --cohort ${options.cohort}`);
  terminal.done();
  if (json)
    terminal.print(
      JSON.stringify(
        {
          stacks: survey,
          work: work.reports,
          kept: Object.fromEntries(kept),
          stateKept,
          reserved,
          elsewhere,
          commands,
        },
        undefined,
        2,
      ),
    );
  say(
    endLines(
      {
        cohort: plan.cohort,
        kept,
        ...(stateKept === undefined ? {} : { stateKept }),
        ...(bucket === undefined || options.includeState === true
          ? {}
          : { stateLeft: `gs://${bucket} keeps the states, which are empty: --include-state takes it away` }),
        reserved,
        elsewhere,
        commands,
        timeZone: plan.term.timeZone,
      },
      terminal,
    ),
  );
  return whole ? EXIT.ok : EXIT.findings;
}

/** Manifests and dashboards are asked for through kubectl. */
function whyNoKubectl(options: TeardownOptions, { inputs }: ResolvedCohort): string | undefined {
  const { manifests, dashboards } = inputs.config.archive;
  if (options.dryRun === true || options.skipArchive === 'all' || !(manifests || dashboards))
    return undefined;
  if (isKubectl(options.kubectl)) return undefined;
  return `"${options.kubectl}" cannot be run: install kubectl, or say where it is with --kubectl.`;
}

/** Where the provider of GitHub is nobody, private repositories are not there for it, and it forgets them: provider github 6.9, 2026-11. */
function whyNoToken({ dryRun }: TeardownOptions, { repositories }: CohortPlan): string | undefined {
  const token = process.env['GITHUB_TOKEN'] ?? '';
  if (dryRun === true || repositories === undefined || token !== '') return undefined;
  return `Repositories of ${repositories} on GitHub are archived with the token in GITHUB_TOKEN, and it is not set. Without it Terraform would take them for gone, and they would stay open. Nothing was changed.`;
}

const shownTarget = (target: string): string =>
  target.startsWith('gs://') ? target : relative(process.cwd(), resolve(target)) || '.';
