import fc from 'fast-check';
import type { LedgerPlace } from '../../src/core/ledger/ledger';
import type { Resource } from '../stacks/examples/terraform-output';
import { resourcesOf, stackFiles } from '../stacks/examples/terraform-output';
import type { CohortCase } from './cohorts';
import { NEWCOMER, cohorts } from './cohorts';
import { afterEvent, placeOf, planOf, withRoster, worldOf } from './world';
import type { Written } from './written';
import { differences, pick, writtenBy } from './written';

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

/** Resources of all shards but those of one tenant. */
const others = (written: Written, place: LedgerPlace): readonly Resource[] =>
  resourcesOf(stackFiles(written)).filter(
    (resource) => resource.stack.startsWith('shard-') && !isResourceOf(place, resource),
  );

/** Whether tenants other than this one are in the shared cluster of its cell. */
function sharesCluster(cohort: CohortCase, place: LedgerPlace): boolean {
  return planOf(worldOf(cohort)).shards.some(
    ({ cell, tenants }) =>
      cell === place.cell &&
      tenants.some(({ handle, tier }) => handle !== place.handle && tier !== 'cluster'),
  );
}

test('A student who joins changes nothing of anybody else’s', () => {
  fc.assert(
    fc.property(cohorts(), (cohort) => {
      const world = worldOf(cohort);
      const later = withRoster(world, [...cohort.rows, NEWCOMER]);
      const place = placeOf(later, NEWCOMER.email);
      const [before, after] = [writtenBy(planOf(world)), writtenBy(planOf(later))];
      const changed = differences(before, after).filter(
        (path) => !isTouchedBy(place, path) && (sharesCluster(cohort, place) || !isServicesOf(place, path)),
      );
      expect(changed.filter((path) => !isNewCell(world, place, path))).toEqual([]);
      expect(others(after, place)).toEqual(others(before, place));
      expect([...after.keys()].some((path) => isFileOf(place, path))).toBe(true);
    }),
    RUNS,
  );
});

/** A cell that nobody was in before is new as a whole. */
function isNewCell(world: ReturnType<typeof worldOf>, place: LedgerPlace, path: string): boolean {
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
      const changed = differences(writtenBy(planOf(world)), writtenBy(planOf(later)));
      if (one.team === undefined) return expect(changed).toEqual([]);
      const team = placeOf(world, `team ${one.team.trim().toLowerCase()}`);
      return expect(changed.filter((path) => !isTouchedBy(team, path))).toEqual([]);
    }),
    RUNS,
  );
});

test('With a tenant that is destroyed only that tenant’s things go', () => {
  fc.assert(
    fc.property(withOne, ({ cohort, one }) => {
      const world = worldOf(cohort);
      const place = placeOf(world, one.email);
      const before = writtenBy(planOf(world));
      const after = writtenBy(planOf(afterEvent(world, 'destroyed', place.handle)));
      const changed = differences(before, after).filter(
        (path) => !isTouchedBy(place, path) && (sharesCluster(cohort, place) || !isServicesOf(place, path)),
      );
      expect(changed).toEqual([]);
      expect(others(after, place)).toEqual(others(before, place));
      expect([...after.keys()].filter((path) => isFileOf(place, path))).toEqual([]);
      expect(resourcesOf(stackFiles(after)).filter((resource) => isResourceOf(place, resource))).toEqual([]);
      expect([...after.keys()]).toContain(`terraform/stacks/${shardName(place)}/cdk.tf.json`);
    }),
    RUNS,
  );
});

test('A tenant that is held loses who may come in and nothing else', () => {
  fc.assert(
    fc.property(withOne, ({ cohort, one }) => {
      const alone = { ...cohort, rows: cohort.rows.map(({ email, name }) => ({ email, name })) };
      const world = worldOf(alone);
      const place = placeOf(world, one.email);
      const before = writtenBy(planOf(world));
      const after = writtenBy(planOf(afterEvent(world, 'held', place.handle)));
      expect(differences(before, after).filter((path) => !isTouchedBy(place, path))).toEqual([]);
      expect([...after.keys()]).toEqual([...before.keys()]);

      const people = (all: Written): readonly string[] =>
        resourcesOf(stackFiles(all)).flatMap(({ block }) => (block['members'] ?? []) as string[]);
      const user = `user:${one.email.toLowerCase()}`;
      expect(people(before)).toContain(user);
      expect(people(after)).not.toContain(user);

      const mine = (all: Written, isBinding: boolean): readonly Resource[] =>
        resourcesOf(stackFiles(all)).filter(
          (resource) =>
            isResourceOf(place, resource) && /_iam_binding$|^helm_release$/.test(resource.type) === isBinding,
        );
      expect(mine(after, false)).toEqual(mine(before, false));
      expect(
        mine(after, true).filter(({ block }) => block['role'] === 'roles/artifactregistry.writer'),
      ).toEqual([]);

      const manifest = (all: Written): string =>
        [...pick(all, /^k8s\//)].find(([path]) => path.endsWith(`/${place.handle}.k8s.yaml`))![1];
      const documents = (text: string) => text.split(/^---$/m).map((each) => each.trim());
      expect(documents(manifest(after))).toEqual(
        documents(manifest(before)).filter((each) => !/^kind: RoleBinding[^]*^ {2}name: tenant$/m.test(each)),
      );
      expect(documents(manifest(after))).toHaveLength(documents(manifest(before)).length - 1);
    }),
    RUNS,
  );
});
