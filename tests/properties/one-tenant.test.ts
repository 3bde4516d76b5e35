import fc from 'fast-check';
import type { LedgerPlace } from '../../src/core/ledger/ledger';
import type { Block, Resource } from '../stacks/examples/terraform-output';
import { resourcesOf, stackFiles } from '../stacks/examples/terraform-output';
import { changedBut, listed, made, wakingIn } from './changed-files';
import type { CohortCase, Row } from './cohorts';
import { NEWCOMER, cohorts } from './cohorts';
import type { World } from './world';
import { afterEvent, placeOf, planOf, withRoster, worldOf } from './world';
import type { Written } from './written';
import { trafficWithout } from './traffic-without';
import { pick } from './written';

jest.setTimeout(60_000);

const RUNS = { seed: 255, numRuns: 5 };

/** Some cohort, and one of its students. */
const withOne = fc
  .tuple(cohorts(), fc.nat())
  .map(([cohort, n]) => ({ cohort, one: cohort.rows[n % cohort.rows.length]! }));

const shardName = ({ cell, shard }: LedgerPlace): string => `shard-${cell}-${String(shard).padStart(2, '0')}`;

/** True for a file that is only one tenant's. */
function isFileOf({ handle }: LedgerPlace, path: string): boolean {
  return new RegExp(
    `^(k8s/shard-[^/]+/(${handle}/)?${handle}(\\.services)?\\.k8s\\.yaml|` +
      `terraform/stacks/shard-[^/]+/charts/${handle}(\\.services)?/.*)$`,
  ).test(path);
}

/** True for a resource that is only one tenant's, by its place in the tree of constructs. */
function isResourceOf({ handle }: LedgerPlace, { path }: Resource): boolean {
  const [stack, ...parts] = path.split('/');
  return (
    stack!.startsWith('shard-') &&
    parts.some(
      (part) =>
        part === handle || part === `${handle} wildcard` || part.startsWith(`authorization-${handle}.`),
    )
  );
}

/** What one tenant may change: its own files, its shard’s stacks, its cell with the policy that names it, and the list of stacks. */
function isTouchedBy(place: LedgerPlace, path: string): boolean {
  return (
    isFileOf(place, path) ||
    path === 'terraform/manifest.json' ||
    new RegExp(`^terraform/stacks/${shardName(place)}(-places)?/cdk\\.tf\\.json$`).test(path) ||
    new RegExp(`^terraform/stacks/cell-${place.cell}/cdk\\.tf\\.json$`).test(path)
  );
}

/** What a cell has with its first tenant in the shared cluster, and not without one. */
const isServicesOf = ({ cell }: LedgerPlace, path: string): boolean =>
  new RegExp(`^(terraform/stacks|k8s)/cell-${cell}-services/`).test(path);

/** Resources of all shards but those of some tenants, who are taken out of what counts the hosts of a shard. */
const others = (written: Written, ...places: readonly LedgerPlace[]): readonly Resource[] =>
  resourcesOf(stackFiles(written))
    .filter(
      (resource) =>
        resource.stack.startsWith('shard-') && !places.some((place) => isResourceOf(place, resource)),
    )
    .flatMap((resource) => trafficWithout(places, resource));

/** The place of a student's team, whose members change with the student. */
const teamPlaces = (world: World, { team }: Row): readonly LedgerPlace[] =>
  team === undefined ? [] : [placeOf(world, `team ${team.trim().toLowerCase()}`)];

/** Whether tenants other than this one are in the shared cluster of its cell. */
function sharesCluster(cohort: CohortCase, place: LedgerPlace): boolean {
  return planOf(worldOf(cohort)).shards.some(
    ({ cell, tenants }) =>
      cell === place.cell &&
      tenants.some(({ handle, tier }) => handle !== place.handle && tier !== 'cluster'),
  );
}

/** Fails if somebody who joins changes anything of anybody else's. */
function expectOnlyHers(cohort: CohortCase): void {
  const world = worldOf(cohort);
  const later = withRoster(world, [...cohort.rows, NEWCOMER]);
  const place = placeOf(later, NEWCOMER.email);
  const [was, is] = [made(world), made(later)];
  const [before, after] = [was.all, is.all];
  const changed = changedBut(was, is, listed(is, NEWCOMER, { itself: [place], hears: [place] }))
    .filter((path) => !isTouchedBy(place, path) && !isNewCell(world, place, path))
    .filter((path) => sharesCluster(cohort, place) || !isServicesOf(place, path));
  expect(changed).toEqual([]);
  expect(others(after, place)).toEqual(others(before, place));
  expect([...after.keys()].some((path) => isFileOf(place, path))).toBe(true);
}

test('A student who joins changes nothing of anybody else’s', () => {
  fc.assert(fc.property(cohorts(), expectOnlyHers), RUNS);
});

test('A student who joins a class of 100 opens a third shard and leaves two as they are', () => {
  const capacity = { tenantsPerShard: 50, tenantsPerCell: 1000 };
  const [cohort] = fc.sample(cohorts({ min: 100, max: 100, capacity, teams: false }), {
    seed: 255,
    numRuns: 1,
  });
  expectOnlyHers({ ...cohort!, tier: 'namespace', tiers: { 0: 'project', 60: 'cluster' } });
});

/** A cell that nobody was in before is new as a whole. */
function isNewCell(world: World, place: LedgerPlace, path: string): boolean {
  const isNew = planOf(world).cells.every(({ number }) => number !== place.cell);
  return isNew && new RegExp(`^(terraform/stacks|k8s)/cell-${place.cell}(-services)?/`).test(path);
}

test('A student who leaves the roster keeps the place as it is, to the byte', () => {
  fc.assert(
    fc.property(withOne, ({ cohort, one }) => {
      const world = worldOf(cohort);
      fc.pre(cohort.rows.length > 1);
      const later = withRoster(
        world,
        cohort.rows.filter((row) => row !== one),
      );
      const teams = teamPlaces(world, one);
      const was = made(world);
      const changed = changedBut(was, made(later), listed(was, one, { itself: [], hears: teams }));
      expect(changed.filter((path) => !teams.some((team) => isTouchedBy(team, path)))).toEqual([]);
    }),
    RUNS,
  );
});

/** Only one tenant of the shard has a project. */
const ONE_PROJECT: CohortCase = {
  id: 'w255',
  rows: ['amara', 'dai'].map((local) => ({ email: `${local}@example.edu`, name: 'Amara Okafor' })),
  tier: 'namespace',
  tiers: { 0: 'project' },
  teams: false,
  assistants: false,
  stateInBucket: false,
  mail: false,
  capacity: { tenantsPerShard: 2, tenantsPerCell: 2 },
};

/** Three of six have budgets of their own, and alerts are written to all. */
const OWN_BUDGETS: CohortCase = {
  ...ONE_PROJECT,
  rows: ['amara', 'bjork', 'chidi', 'dai', 'eve', 'fay'].map((local) => ({
    email: `${local}@example.edu`,
    name: 'Dai Nguyen',
  })),
  tiers: {},
  mail: true,
  budgets: { 0: 120, 1: 120, 2: 90 },
  capacity: { tenantsPerShard: 6, tenantsPerCell: 6 },
};

test('With a tenant that is destroyed only that tenant’s things go', () => {
  fc.assert(
    fc.property(withOne, ({ cohort, one }) => {
      const world = worldOf(cohort);
      const place = placeOf(world, one.email);
      const places = [place, ...teamPlaces(world, one)];
      const [was, is] = [made(world), made(afterEvent(world, 'destroyed', place.handle))];
      const [before, after] = [was.all, is.all];
      const changed = changedBut(was, is, listed(was, one, { itself: [place], hears: places }))
        .filter((path) => !places.some((each) => isTouchedBy(each, path)))
        .filter((path) => sharesCluster(cohort, place) || !isServicesOf(place, path));
      expect(changed).toEqual([]);
      expect(others(after, ...places)).toEqual(others(before, ...places));
      expect([...after.keys()].filter((path) => isFileOf(place, path))).toEqual([]);
      expect(resourcesOf(stackFiles(after)).filter((resource) => isResourceOf(place, resource))).toEqual([]);
      // Its shard stays, with the providers that delete what it had.
      const providers = (all: Written) =>
        (JSON.parse(all.get(`terraform/stacks/${shardName(place)}/cdk.tf.json`)!) as Block)['provider'];
      if (sharesCluster(cohort, place)) expect(providers(after)).toEqual(providers(before));
    }),
    {
      ...RUNS,
      examples: [
        [{ cohort: ONE_PROJECT, one: ONE_PROJECT.rows[0]! }],
        [{ cohort: OWN_BUDGETS, one: OWN_BUDGETS.rows[0]! }],
        [{ cohort: OWN_BUDGETS, one: OWN_BUDGETS.rows[2]! }],
      ],
    },
  );
});

test('A tenant that is held loses who may come in, and what would wake for them, and nothing else', () => {
  fc.assert(
    fc.property(withOne, ({ cohort, one }) => {
      const world = worldOf(cohort);
      const place = placeOf(world, one.email);
      const places = [place, ...teamPlaces(world, one)];
      const [was, is] = [made(world), made(afterEvent(world, 'held', place.handle))];
      const [before, after] = [was.all, is.all];
      const changed = changedBut(was, is, listed(was, one, { itself: [], hears: places, sleeps: [place] }));
      expect(changed.filter((path) => !places.some((each) => isTouchedBy(each, path)))).toEqual([]);
      expect([...after.keys()]).toEqual([...before.keys()]);
      expect(others(after, ...places)).toEqual(others(before, ...places));

      expect(wakingIn(is, place)).toEqual([]);
      const user = `user:${one.email.toLowerCase()}`;
      expect(membersOf(before)).toContain(user);
      expect(membersOf(after)).not.toContain(user);
      expect(things(after, place)).toEqual(things(before, place));
      expect(bindings(after, place).map(({ block }) => block['role'])).not.toContain(
        'roles/artifactregistry.writer',
      );
      // The binding of the student, and the way to a Grafana whose password is theirs.
      const access = [
        /^kind: RoleBinding[^]*^ {2}name: tenant$/m,
        /^kind: HTTPRoute[^]*^ {2}name: grafana$/m,
      ];
      expect(manifestOf(after, place)).toEqual(
        manifestOf(before, place).filter((each) => !access.some((kind) => kind.test(each))),
      );
      expect(manifestOf(after, place)).toHaveLength(manifestOf(before, place).length - access.length);
    }),
    RUNS,
  );
});

/** Everyone whom any policy names. */
const membersOf = (all: Written): readonly string[] =>
  resourcesOf(stackFiles(all)).flatMap(({ block }) => (block['members'] ?? []) as string[]);

const isBinding = ({ type }: Resource): boolean => type.endsWith('_iam_binding');

/** A tenant's resources that are neither access nor the release, which changes with its chart. */
const things = (all: Written, place: LedgerPlace): readonly Resource[] =>
  resourcesOf(stackFiles(all)).filter(
    (each) => isResourceOf(place, each) && !isBinding(each) && each.type !== 'helm_release',
  );

const bindings = (all: Written, place: LedgerPlace): readonly Resource[] =>
  resourcesOf(stackFiles(all)).filter((each) => isResourceOf(place, each) && isBinding(each));

/** The documents of a tenant's plain manifest. */
function manifestOf(all: Written, { handle }: LedgerPlace): readonly string[] {
  const [text] = [...pick(all, /^k8s\/shard-/)].flatMap(([path, each]) =>
    path.endsWith(`/${handle}.k8s.yaml`) ? [each] : [],
  );
  return text!.split(/^---$/m).map((each) => each.trim());
}
