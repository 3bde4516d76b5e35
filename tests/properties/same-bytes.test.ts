import fc from 'fast-check';
import type { Instant } from '../../src/core/domain/time';
import { toInstant } from '../../src/core/domain/time';
import { resourcesOf, stackFiles } from '../stacks/examples/terraform-output';
import type { CohortCase } from './cohorts';
import { cohorts } from './cohorts';
import { withoutWindows } from './without-windows';
import { planOf, worldOf, withRoster } from './world';
import type { Written } from './written';
import { differences, pick, writtenBy } from './written';

jest.setTimeout(60_000);

const written = (cohort: CohortCase): Written => writtenBy(planOf(worldOf(cohort)));

const instants = fc
  .date({ min: new Date('2026-06-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map((date) => toInstant(date.toISOString().replace(/\.\d+Z$/, 'Z')));

const shuffled = cohorts().chain((cohort) =>
  fc.tuple(fc.constant(cohort), fc.shuffledSubarray([...cohort.rows], { minLength: cohort.rows.length })),
);

test('The order of the roster’s rows decides nothing', () => {
  fc.assert(
    fc.property(shuffled, ([cohort, rows]) => {
      const world = worldOf({ ...cohort, tiers: {} });
      const again = worldOf({ ...cohort, tiers: {}, rows });
      expect(again.inputs.ledger).toEqual(world.inputs.ledger);
      expect(differences(writtenBy(planOf(world)), writtenBy(planOf(again)))).toEqual([]);
    }),
    { seed: 255, numRuns: 4 },
  );
});

test('Same cohort, same bytes, at any instant but for windows', () => {
  fc.assert(
    fc.property(cohorts(), instants, (cohort, at: Instant) => {
      const [once, again] = [written(cohort), writtenBy(planOf(worldOf(cohort), at))];
      expect(differences(withoutWindows(once), withoutWindows(again))).toEqual([]);
    }),
    { seed: 255, numRuns: 4 },
  );
});

/** Manifests of a form by what they are for: the stack that installs them, and their name. */
function manifests(all: Written, form: RegExp): Written {
  return new Map(
    [...pick(all, form)].map(([path, text]) => {
      const [, stack, name] = form.exec(path)!;
      return [`${stack} ${name}`, text];
    }),
  );
}

/** A tenant with a cluster of its own has a folder of its own in the plain form. */
const PLAIN = /^k8s\/([^/]+)\/(?:[^/]+\/)?([^/]+)\.k8s\.yaml$/;
const CHART =
  /^terraform\/stacks\/((?:(?!-places\/)[^/])+)(?:-places)?\/charts\/([^/]+)\/files\/manifest\.yaml$/;

/** Tenants of whom one is called like a file of the other. */
const NAMESAKES: CohortCase = {
  id: 'w255',
  rows: ['amara', 'amara-services'].map((local) => ({ email: `${local}@example.edu`, name: 'Amara Okafor' })),
  tier: 'cluster',
  tiers: {},
  teams: false,
  assistants: false,
  stateInBucket: false,
  mail: false,
  capacity: { tenantsPerShard: 2, tenantsPerCell: 2 },
};

test('The plain manifests and the charts hold the same bytes', () => {
  fc.assert(
    fc.property(cohorts(), (cohort) => {
      const all = written(cohort);
      const plain = manifests(all, PLAIN);
      const installed = manifests(all, CHART);
      expect([plain.size, installed.size]).toEqual([pick(all, PLAIN).size, pick(all, CHART).size]);
      expect(plain.size).toBeGreaterThanOrEqual(cohort.rows.length);
      expect(differences(plain, installed)).toEqual([]);
    }),
    { seed: 255, numRuns: 5, examples: [[NAMESAKES]] },
  );
});

/** Hash and content of each chart, by its stack and name. */
function charts(all: Written): ReadonlyMap<string, { readonly hash: string; readonly files: string }> {
  return new Map(
    resourcesOf(stackFiles(all))
      .filter(({ type }) => type === 'helm_release')
      .map(({ stack, block }) => {
        const folder = `terraform/stacks/${stack}/${String(block['chart']).slice(2)}/`;
        const files = [...all].filter(([path]) => path.startsWith(folder));
        return [folder, { hash: String(block['values']), files: JSON.stringify(files) }];
      }),
  );
}

test('The hash of a chart changes when its content does, and only then', () => {
  let changed = 0;
  fc.assert(
    fc.property(cohorts({ teams: true }), (cohort) => {
      const world = worldOf(cohort);
      const before = charts(writtenBy(planOf(world)));
      const after = charts(
        writtenBy(
          planOf(
            withRoster(
              world,
              cohort.rows.map(({ email, name }) => ({ email, name, team: 'Kite' })),
            ),
          ),
        ),
      );
      for (const [folder, { hash, files }] of before) {
        const other = after.get(folder)!;
        expect([folder, other.hash === hash]).toEqual([folder, other.files === files]);
        if (other.hash !== hash) changed += 1;
      }
    }),
    { seed: 255, numRuns: 4 },
  );
  expect(changed).toBeGreaterThan(0);
});
