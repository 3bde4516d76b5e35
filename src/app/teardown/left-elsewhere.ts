import { budgetDisplayName } from '../../core/domain/names';
import type { CohortPlan } from '../../core/plan/cohort-plan';
import { deletionCommand, listingWords } from '../../core/recover/listings';
import type { ResourceListing } from '../recover/resource-listing';

const BUDGET = 'google_billing_budget';

/** Something outside of the cohort's projects that a person has to see to. */
export interface LeftElsewhere {
  readonly message: string;
  /** Whether it stands and has to go; else nobody but a person can know. */
  readonly stands: boolean;
  /** Command that shows or removes it, whole. */
  readonly command?: string;
}

/** What is the billing account's and what hangs in zones of others: no project takes it along. */
export async function leftElsewhere(
  { cells, shards, google, domain, repositories }: CohortPlan,
  listing: ResourceListing,
): Promise<readonly LeftElsewhere[]> {
  const names = new Set(
    [
      ...cells.flatMap(({ project, serverless, machines, logs }) =>
        [project, serverless, machines, logs?.project].flatMap((each) => each?.id ?? []),
      ),
      ...shards.flatMap(({ tenants }) => tenants.flatMap(({ project }) => project?.id ?? [])),
    ].map(budgetDisplayName),
  );
  const query = { type: BUDGET, place: google.billingAccount };
  const listed = await listing.list(query);
  const budgets: readonly LeftElsewhere[] = listed.ok
    ? listed.entries
        .filter(({ displayName = '' }) => names.has(displayName))
        .map(({ name, displayName }) => ({
          message: `the budget "${displayName!}" stands still`,
          stands: true,
          command: deletionCommand(BUDGET, name),
        }))
    : [
        {
          message: `nobody knows whether budgets stand still: ${listed.problem}`,
          stands: false,
          command: `gcloud ${listingWords(query).join(' ')}`,
        },
      ];
  const onGithub: readonly LeftElsewhere[] =
    repositories === undefined
      ? []
      : [
          {
            message: `repositories of ${repositories} on GitHub stay, archived, with the work that is in them: who owns the organisation deletes them`,
            stands: false,
          },
        ];
  return [
    ...budgets,
    ...onGithub,
    {
      message: `whoever holds the zone above ${domain} has to take its NS records out: they lead to name servers that anybody may rent next`,
      stands: false,
    },
  ];
}
