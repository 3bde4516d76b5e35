import type { Problem } from '../../core/input/problem';
import { shown } from '../../core/input/problem';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { readable } from '../../core/domain/time';
import type { CohortOptions } from '../resolve-cohort';

export interface TeardownOptions extends CohortOptions {
  readonly out: string;
  readonly terraform: string;
  readonly gcloud: string;
  readonly kubectl: string;
  readonly parallelism: number;
  /** In Terraform's words: `2m`. */
  readonly lockTimeout: string;
  readonly grades: string;
  readonly dryRun?: boolean;
  readonly includeState?: boolean;
  readonly beforeTermEnds?: boolean;
  readonly archive?: string;
  /** Handles, joined by commas, or `all`. */
  readonly skipArchive?: string;
  readonly context?: string;
  readonly outputs?: string;
  readonly yes?: boolean;
}

const problem = (file: string, message: string, more: Partial<Problem>): Problem => ({
  file,
  line: 1,
  column: 1,
  message,
  ...more,
});

/** What is wrong with what was asked for, before anything is looked at. */
export function wrongOptions(
  options: TeardownOptions,
  plan: CohortPlan,
  settled: string | undefined,
): readonly Problem[] {
  const { term, at, shards } = plan;
  const handles = new Set<string>(shards.flatMap(({ tenants }) => tenants.map(({ handle }) => handle)));
  const skipped = options.skipArchive === 'all' ? [] : skippedHandles(options);
  const target = options.archive;
  return [
    ...(at < term.accessEnds && options.beforeTermEnds !== true && options.dryRun !== true
      ? [
          problem(
            '--before-term-ends',
            `students have access until ${readable(term.accessEnds, term.timeZone)}`,
            {
              allowed: 'a teardown after that, or saying that it is meant to be earlier',
              write: '--before-term-ends',
            },
          ),
        ]
      : []),
    ...skipped
      .filter((handle) => !handles.has(handle))
      .map((handle) =>
        problem('--skip-archive', 'no place has this handle', {
          got: shown(handle),
          allowed: 'handles of places, with commas between them, or all',
          write: `--skip-archive ${[...handles][0] ?? 'all'}`,
        }),
      ),
    ...(target?.startsWith('gs:') === true &&
    !/^gs:\/\/[a-z0-9][a-z0-9_.-]{1,220}[a-z0-9](\/[^\s/]+)*\/?$/.test(target)
      ? [
          problem('--archive', 'this is no place in a bucket', {
            got: shown(target),
            allowed: 'gs://bucket, gs://bucket/folder, or a folder here',
            write: '--archive gs://example-staff/archive',
          }),
        ]
      : []),
    ...(settled !== undefined && target !== undefined && target !== settled
      ? [
          problem('--archive', 'an earlier run of this teardown archives to another place', {
            got: shown(target),
            allowed: 'the same place, so that the archive is in one piece',
            write: `--archive ${settled}`,
          }),
        ]
      : []),
    ...bucketsThatGo(plan, target ?? settled),
  ];
}

/** An archive in what is destroyed would be none. */
function bucketsThatGo({ shards, state }: CohortPlan, target: string | undefined): readonly Problem[] {
  const bucket = /^gs:\/\/([^/]+)/.exec(target ?? '')?.[1];
  const going = new Set(shards.flatMap(({ tenants }) => tenants.map((tenant) => tenant.bucket.name)));
  if (state.backend === 'gcs') going.add(state.bucket);
  if (bucket === undefined || !going.has(bucket)) return [];
  return [
    problem('--archive', 'this bucket goes with the cohort', {
      got: shown(bucket),
      allowed: 'a bucket that is not the cohort’s, or a folder here',
      write: '--archive gs://example-staff/archive',
    }),
  ];
}

/** Handles of the places whose archive is skipped. */
export const skippedHandles = ({ skipArchive = '' }: TeardownOptions): readonly string[] =>
  skipArchive.split(',').map((handle) => handle.trim()).filter((handle) => handle !== ''); // prettier-ignore
