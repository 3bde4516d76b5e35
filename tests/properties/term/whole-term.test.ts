import fc from 'fast-check';
import { proofOfPlan } from '../../../src/app/prove/proof-of-plan';
import type { Handle } from '../../../src/core/domain/ids';
import { handleKey } from '../../../src/core/ledger/handle';
import type { Ledger, LedgerEvent } from '../../../src/core/ledger/ledger';
import { placesOf } from '../../../src/core/ledger/ledger';
import { windowsOf } from '../../../src/core/course/calendar';
import type { CohortPlan, TenantPlan } from '../../../src/core/plan/cohort-plan';
import { resolveShards } from '../../../src/core/plan/tenants';
import { churnBetween } from '../../../src/core/roster/delta/churn';
import type { World } from '../world';
import { planOf, worldOf } from '../world';
import { writtenBy } from '../written';
import { handlesIn, readBack, saidOf } from './said-of-places';
import { SimulatedTerm } from './simulated-term';
import type { Step } from './term-steps';
import { terms } from './term-steps';

/** Sequences in the fast form, which compares plans; each is up to ten steps. */
const SEQUENCES = 2_000;
/** Of those whose files are written and compared, and whose end is proven. */
const WRITTEN = 8;

/** A class of five in two teams, which is known by other accounts than addresses. */
const START = worldOf({
  id: 'fall27',
  rows: [1, 2, 3, 4, 5].map((n) => ({
    email: `first${n}@example.edu`,
    name: `First ${n}`,
    team: `Team ${n % 2}`,
    github: `first-${n}`,
  })),
  tier: 'namespace',
  tiers: {},
  teams: true,
  assistants: true,
  stateInBucket: false,
  mail: true,
  capacity: { tenantsPerShard: 4, tenantsPerCell: 12 },
});
const { config, course } = START.inputs;
const FIXED = planOf(START);
const WINDOWS = windowsOf(course, config.term, config.sessions ?? course.sessions);

/** The shards alone: the rest of a plan is worked out of them, and takes ten times as long. */
const shardsOf = ({ inputs }: World): Pick<CohortPlan, 'shards'> => ({
  shards: resolveShards(inputs, WINDOWS, FIXED.term.accessEnds, FIXED.staff),
});

const tenantsIn = ({ shards }: Pick<CohortPlan, 'shards'>): ReadonlyMap<Handle, TenantPlan> =>
  new Map(shards.flatMap(({ tenants }) => tenants.map((tenant) => [tenant.handle, tenant] as const)));

/** Lines as they were: the same, but for the key of who was forgotten. */
function expectNoLineLost(before: Ledger, after: Ledger): void {
  const forgotten = new Set(
    after.events.flatMap(({ event, handle }) => (event === 'forgotten' ? [handle] : [])),
  );
  const kept = (event: LedgerEvent): unknown =>
    forgotten.has(event.handle) ? { ...event, key: undefined } : event;
  expect(after.events.slice(0, before.events.length).map(kept)).toEqual(before.events.map(kept));
}

function expectHandlesUnique(ledger: Ledger): void {
  const keys = handlesIn(ledger).map(handleKey);
  expect(new Set(keys).size).toBe(keys.length);
}

/** Whoever is held is nowhere among those whom places let in. */
function expectHeldAreOut(tenants: ReadonlyMap<Handle, TenantPlan>, ledger: Ledger): void {
  const letIn = JSON.stringify(
    [...tenants.values()].map(({ members, registry, bucket, project }) => [
      members,
      registry.writers,
      bucket.users,
      project?.access,
    ]),
  );
  for (const { state, key, handle } of placesOf(ledger).values()) {
    if (state === 'destroyed') expect(tenants.has(handle)).toBe(false);
    else if (state !== 'active') expect(tenants.get(handle)).toMatchObject({ held: true, members: [] });
    if (state === 'active' || !('student' in key)) continue;
    expect(letIn).not.toContain(`"${key.student}"`);
    expect(letIn).not.toContain(`user:${key.student}`);
  }
}

/** Handles of which the files say the same after a step. */
function untouched(before: World, after: World): readonly Handle[] {
  const was = placesOf(before.inputs.ledger);
  return [...placesOf(after.inputs.ledger).values()]
    .filter(
      (place) => was.has(place.handle) && saidOf(before, was.get(place.handle)!) === saidOf(after, place),
    )
    .map(({ handle }) => handle);
}

function expectTerm(steps: readonly Step[]): void {
  const term = new SimulatedTerm(START);
  let before = term.world;
  let was = tenantsIn(shardsOf(before));
  for (const step of steps) {
    term.take(step);
    const after = term.world;
    const { ledger } = after.inputs;
    expectNoLineLost(before.inputs.ledger, ledger);
    expectHandlesUnique(ledger);
    const is = tenantsIn(shardsOf(after));
    expectHeldAreOut(is, ledger);
    for (const handle of untouched(before, after))
      expect(JSON.stringify(is.get(handle))).toBe(JSON.stringify(was.get(handle)));
    before = after;
    was = is;
  }
  expect(readBack(term.ledger)).toEqual(term.ledger);
}

test(`In ${SEQUENCES} terms no line is lost, no handle used twice, nobody else touched, and who is held is out`, () => {
  fc.assert(fc.property(terms, expectTerm), { numRuns: SEQUENCES });
});

/** The step as it goes when nothing is killed. */
function unharmed(step: Step): Step {
  const copy = { ...step };
  delete copy.crash;
  return copy;
}

test('A killed program that is started again comes to the same ledger', () => {
  fc.assert(
    fc.property(terms, (steps) => {
      const ledgerOf = (taken: readonly Step[]): string => {
        const term = new SimulatedTerm(START);
        for (const step of taken) term.take(step);
        return JSON.stringify(term.ledger);
      };
      // Killed before anything was written, a step that writes the ledger alone is one that was not taken.
      const finished = steps.filter(
        ({ kind, crash }) => !(crash === 'before' && ['is destroyed', 'is forgotten'].includes(kind)),
      );
      expect(ledgerOf(finished)).toBe(ledgerOf(finished.map(unharmed)));
    }),
    { numRuns: 200 },
  );
});

test('The files of those who are not touched are the same byte for byte, and the prover lets in nobody who is held', () => {
  fc.assert(
    fc.property(terms, (steps) => {
      const term = new SimulatedTerm(START);
      for (const step of steps.slice(0, -1)) term.take(step);
      const before = term.world;
      const written = writtenBy(planOf(before, term.at));
      const at = term.at;
      term.take(steps.at(-1)!);
      const plan = planOf(term.world, at);
      const { broken } = churnBetween(written, writtenBy(plan), untouched(before, term.world));
      expect(broken).toEqual([]);
      expect(proofOfPlan(plan, () => undefined).findings).toEqual([]);
    }),
    { numRuns: WRITTEN },
  );
});
