import type { CohortPlan } from '../../src/core/plan/cohort-plan';
import type { LedgerPlace } from '../../src/core/ledger/ledger';
import type { Row } from './cohorts';
import type { Named } from './shared-services';
import { sharedWithout } from './shared-services';
import type { World } from './world';
import { planOf } from './world';
import type { Written } from './written';
import { differences, writtenBy } from './written';

/** A plan and all that is written of it. */
export interface Made {
  readonly plan: CohortPlan;
  readonly all: Written;
}

/** What a world comes to. */
export function made(world: World): Made {
  const plan = planOf(world);
  return { plan, all: writtenBy(plan) };
}

/** Places of a student, by what of them shared objects may tell otherwise. */
interface ListedPlaces {
  /** Those that come or go. */
  readonly itself: readonly LedgerPlace[];
  /** Those whose alerts are written to the student. */
  readonly hears: readonly LedgerPlace[];
  /** Those whose toolkits no longer wake. */
  readonly sleeps?: readonly LedgerPlace[];
}

/** What of a student the shared objects of a cell may list: where a place stands, what wakes there, and whom alerts are written to. */
export const listed =
  ({ plan }: Made, { email }: Row, places: ListedPlaces) =>
  (cell: number): Named => ({
    namespaces: namespacesOf(plan, places.itself, cell),
    sleeping: namespacesOf(plan, places.sleeps ?? [], cell),
    addresses: places.hears.some((each) => Number(each.cell) === cell) ? [email.toLowerCase()] : [],
  });

const namespacesOf = (plan: CohortPlan, places: readonly LedgerPlace[], cell: number): readonly string[] =>
  plan.shards
    .flatMap(({ tenants }) => tenants)
    .filter(({ handle, tier }) => tier !== 'cluster' && places.some((each) => each.handle === handle))
    .flatMap(({ cell: its, namespace }) => (Number(its) === cell ? [namespace] : []));

/** Spans in which toolkits wake in a place. */
export const wakingIn = ({ plan }: Made, place: LedgerPlace): readonly unknown[] =>
  plan.cells.flatMap(({ number, cluster }) => {
    const names = namespacesOf(plan, [place], Number(number));
    return (cluster?.monitoring.toolkits ?? [])
      .filter(({ namespaces }) => namespaces.some((each) => names.includes(each)))
      .flatMap(({ awake }) => awake);
  });

/** The changed files but for those of shared objects that are there before and after, which may differ by what is listed only. */
export function changedBut(before: Made, after: Made, namedIn: (cell: number) => Named): readonly string[] {
  const compared = [...before.plan.cells].flatMap(({ number }) => {
    const named = namedIn(number);
    const [was, is] = [before, after].map(({ all, plan }) => sharedWithout(named, all, plan, number));
    if (was === undefined || is === undefined) return [];
    expect(is).toEqual(was);
    return [`cell-${number}-services/`];
  });
  return differences(before.all, after.all).filter(
    (path) => !compared.some((folder) => path.includes(folder)),
  );
}
