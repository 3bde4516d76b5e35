import { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { sentenceOf } from '../calendar/transition-words';
import type { Transition } from '../calendar/transitions';
import { readable } from '../domain/time';
import type { CohortPlan } from '../plan/cohort-plan';
import type { CronRun } from './cron-runs';
import { cronOf, cronRuns } from './cron-runs';

/** What a workflow is written from. */
export interface WorkflowInputs {
  readonly plan: Pick<CohortPlan, 'cohort' | 'term' | 'repositories'>;
  readonly transitions: readonly Transition[];
  /** Folder of the cohort, from the repository's. */
  readonly folder: string;
  /** Whether its clusters get charts of others. @default false */
  readonly charts?: boolean;
}

/**
 * Actions by the commit of the version beside it, so that nobody who moves a tag runs in the cohort's name. The commits are
 * those that public repositories pin for these versions (read 2026-11).
 */
const ACTIONS = {
  checkout: ['actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683', 'v4.2.2'],
  node: ['actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020', 'v4.4.0'],
  terraform: ['hashicorp/setup-terraform@b9cd54a3c349d3f38e8881555d616ced269862dd', 'v3.1.2'],
  auth: ['google-github-actions/auth@c200f3691d83b41bf9bbd8638997a462592937ed', 'v2.1.13'],
  gcloud: ['google-github-actions/setup-gcloud@e427ad8a34f8676edf47cf7d7925499adf3eb74f', 'v2.2.1'],
} as const;

/** First line of every workflow of the cohort, by which it is known again. */
export const workflowStart = (cohort: string): string =>
  `# Written by "practicum workflow" for ${cohort}: do not edit, write it anew.\n`;

/** Name of the workflow's file. */
export const workflowFile = (cohort: string): string => `practicum-${cohort}.yml`;

/** The GitHub Actions workflow that applies a term's changes when they are due; the same at any instant. */
export function scheduledWorkflow({ plan, transitions, folder, charts = false }: WorkflowInputs): string {
  const { cohort, term, repositories } = plan;
  const steps = STEPS.filter((step) => charts || step !== GET_CHARTS);
  const document = new Document({
    name: `Practicum: ${cohort}`,
    on: { workflow_dispatch: null, schedule: [] },
    permissions: { contents: 'read', 'id-token': 'write' },
    concurrency: { group: `practicum-${cohort}`, 'cancel-in-progress': false },
    env: { PRACTICUM_COHORT: folder, CHECKPOINT_DISABLE: '1' },
    jobs: {
      apply: {
        'runs-on': 'ubuntu-24.04',
        steps: [
          ...steps,
          { ...APPLY, run: deployCommand(repositories === undefined ? '*' : ALL_BUT_REPOSITORIES) },
        ],
      },
    },
  });
  document.setIn(['on', 'schedule'], scheduleOf(cronRuns(transitions), term.timeZone));
  if (cronRuns(transitions).length === 0) document.deleteIn(['on', 'schedule']);
  pinned(document);
  const text = document.toString({ lineWidth: 0 });
  return `${workflowStart(cohort)}# Cron is UTC and knows no year: a run for which nothing is due applies nothing. Delete this file after the term.\n\n${text}`;
}

function scheduleOf(runs: readonly CronRun[], zone: CohortPlan['term']['timeZone']): YAMLSeq {
  const sequence = new YAMLSeq();
  for (const { at, transitions } of runs) {
    const cron = new Scalar(cronOf(at));
    cron.type = 'QUOTE_DOUBLE';
    const entry = new YAMLMap();
    entry.set('cron', cron);
    const words = transitions.map((each) => sentenceOf(each, { handles: 0 }));
    entry.commentBefore = ` ${readable(at, zone)}: ${[...new Set(words)].join('; ')}`;
    sequence.add(entry);
  }
  return sequence;
}

/** The version of each pinned action beside it. */
function pinned(document: Document): void {
  const versions = new Map<string, string>(Object.values(ACTIONS));
  const steps = document.getIn(['jobs', 'apply', 'steps']) as YAMLSeq<YAMLMap>;
  for (const step of steps.items) {
    const uses = step.get('uses', true) as Scalar<string> | undefined;
    if (uses !== undefined) uses.comment = ` ${versions.get(uses.value)!}`;
  }
}

/** A chart that nobody has seen is nothing to apply at night: what is recorded is recorded by a person. */
const GET_CHARTS = {
  name: 'Get charts of others',
  run: 'npx practicum charts get\ntest -z "$(git status --porcelain -- "$PRACTICUM_COHORT/charts.lock.yaml")"\n',
} as const;

const STEPS = [
  { uses: ACTIONS.checkout[0], with: { 'persist-credentials': false } },
  { uses: ACTIONS.node[0], with: { 'node-version': 20, cache: 'npm' } },
  { uses: ACTIONS.terraform[0], with: { terraform_version: '1.11.4', terraform_wrapper: false } },
  { run: 'npm ci' },
  GET_CHARTS,
  { name: 'Check the files', run: 'npx practicum check' },
  {
    name: 'Stop where places are not recorded',
    run: 'npx practicum synth\ntest -z "$(git status --porcelain -- "$PRACTICUM_COHORT/cohort.lock.yaml")"\n',
  },
  {
    name: 'See what is due',
    id: 'due',
    run: 'npx practicum due --exit-code || { code=$?; test "$code" -eq 3 && echo "due=yes" >> "$GITHUB_OUTPUT"; }\n',
  },
  {
    uses: ACTIONS.auth[0],
    with: {
      workload_identity_provider: '${{ vars.PRACTICUM_IDENTITY_PROVIDER }}',
      service_account: '${{ vars.PRACTICUM_SERVICE_ACCOUNT }}',
    },
  },
  { uses: ACTIONS.gcloud[0], with: { install_components: 'gke-gcloud-auth-plugin' } },
] as const;

const APPLY = {
  name: 'Apply',
  if: "steps.due.outputs.due == 'yes' || github.event_name == 'workflow_dispatch'",
} as const;

/**
 * Repositories on GitHub are deployed by people: there is no token for them here, and without one the provider takes a private
 * repository for gone and would make it anew. Nothing of them changes by the clock.
 */
const ALL_BUT_REPOSITORIES = '!*-repositories';

const deployCommand = (stacks: string): string =>
  `npx cdktf deploy '${stacks}' --parallelism 4 --auto-approve`;
