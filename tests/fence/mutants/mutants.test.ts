import { join } from 'node:path';
import { HOME } from '../../../src/app/cohort-directory';
import { prove } from '../../../src/prover/proof';
import { onRealApi } from '../../app/rehearse/kube-api/real-programs';
import { ALL_ATTACKS } from '../attacks/all-attacks';
import { COHORT } from '../cast';
import { FenceWorld } from '../fence-world';
import { stageTargets } from '../staged-targets';
import type { Mutant } from './mutants-of';
import { mutantsOf } from './mutants-of';
import { noticing } from './noticed-by-prover';
import { provenOutput } from './proven-output';
import { REDUNDANT, reasonFor } from './redundant';
import { unnoticedBy } from './tried-mutants';

const { artifacts, record } = provenOutput(COHORT);
const mutants = mutantsOf(artifacts, record);
const isNoticed = noticing(record);
const unproven = mutants.filter((mutant) => !isNoticed(mutant.artifacts()));

/** What a policy's expressions say is for the attacks to notice: the prover does not work CEL out. */
const POLICY = 'ValidatingAdmissionPolicy';
const isOfPolicy = ({ change }: Mutant): boolean => change?.was['kind'] === POLICY;
const nameOf = ({ change }: Mutant): string =>
  String((change!.was['metadata'] as Readonly<Record<string, unknown>>)['name']);
const titles = (all: readonly Mutant[]): readonly string[] => all.map(({ title }) => title);

test('The output as it is has nothing to be noticed', () => {
  expect(prove(artifacts, record).findings).toEqual([]);
});

test('Asked aspect by aspect, the prover says what the whole proof says', () => {
  const missed = new Set(unproven);
  const sample = mutants.filter((mutant, index) => index % 50 === 0 || missed.has(mutant));
  const otherwise = sample.filter(
    (mutant) => (prove(mutant.artifacts(), record).findings.length === 0) !== missed.has(mutant),
  );
  expect(titles(otherwise)).toEqual([]);
});

test('Every object that fences is weakened, in more than one way', () => {
  expect(mutants.length).toBeGreaterThan(1_000);
  expect(new Set(titles(mutants)).size).toBe(mutants.length);
});

test('The prover notices each loss but those in what policies say', () => {
  const others = unproven.filter((mutant) => !isOfPolicy(mutant) && reasonFor(mutant.title) === undefined);
  expect(titles(others)).toEqual([]);
});

/** What these have beyond the cohort above is made by Terraform: projects and clusters of tenants' own. */
test.each(['tier-project', 'tier-cluster'])(
  'The prover notices each loss in what Terraform makes for %s',
  (example) => {
    const { artifacts: output, record: people } = provenOutput(join(HOME, 'examples', example));
    const ofTerraform = mutantsOf(output, people).filter(({ change }) => change === undefined);
    expect(ofTerraform.length).toBeGreaterThan(100);
    const isOfExampleNoticed = noticing(people);
    const missed = ofTerraform.filter((mutant) => !isOfExampleNoticed(mutant.artifacts()));
    expect(titles(missed)).toEqual([]);
  },
);

onRealApi((programs) => {
  const trials = unproven.filter(isOfPolicy);
  let unnoticed: readonly Mutant[] = [];

  beforeAll(async () => {
    const world = await FenceWorld.start(programs);
    try {
      await stageTargets(world);
      unnoticed = await unnoticedBy(
        world,
        trials.map((mutant) => ({
          mutant,
          attacks: ALL_ATTACKS.filter(({ guard }) => guard === nameOf(mutant)),
        })),
      );
    } finally {
      await world.stop();
    }
  }, 600_000);

  test('Attacks notice each loss in what policies say, or something else holds in its place', () => {
    const byProver = mutants.length - unproven.length;
    const byAttacks = trials.length - unnoticed.length;
    process.stdout.write(
      `guards lost ${mutants.length}: noticed by the prover ${byProver}, by attacks ${byAttacks}, ` +
        `redundant ${unnoticed.length}\n`,
    );
    expect(titles(unnoticed).filter((title) => reasonFor(title) === undefined)).toEqual([]);
  });

  test('Nothing is called redundant that is noticed', () => {
    const all = titles([...unnoticed, ...unproven.filter((mutant) => !isOfPolicy(mutant))]);
    expect(REDUNDANT.filter(({ title }) => !all.some((each) => title.test(each)))).toEqual([]);
  });
});
