import { TAGGED_IMAGES } from '../../src/core/domain/pinned-images';
import { resolvePlan } from '../../src/core/plan/resolve-plan';
import type { Artifacts } from '../../src/prover/artifacts';
import { recordOf } from '../../src/prover/cohort-record';
import { prove } from '../../src/prover/proof';
import type { JsonMap } from '../../src/prover/json-value';
import { NOON, aConfig, aCourse, aRoster, aStudent, enrolled } from '../core/sample-cohort';
import { sampleOutput } from './sample-output';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const { artifacts, record } = sampleOutput();
const { labelEnforcer } = TAGGED_IMAGES;
const HELD = { ...record, heldImages: [`${labelEnforcer}@${DIGEST}`] };
const SENTENCE = 'An image is run that is not held to the digest which the cohort saw';

/** The same output, but that the label enforcer is run as the plan says, and in `cluster` by `image`. */
const running = (image: string, cluster?: string): Artifacts => ({
  ...artifacts,
  kubernetes: artifacts.kubernetes.map((document) => {
    const ref = document.cluster === cluster ? image : `${labelEnforcer}@${DIGEST}`;
    const text = JSON.stringify(document.object).replaceAll(`"image":"${labelEnforcer}"`, `"image":"${ref}"`);
    return { ...document, object: JSON.parse(text) as JsonMap };
  }),
});

test.each(
  record.clusters.flatMap(({ name }) =>
    [labelEnforcer, `${labelEnforcer}@sha256:${'b'.repeat(64)}`].map((image) => [name, image] as const),
  ),
)('What runs another image than the plan says is found: in %s %s', (cluster, image) => {
  const { findings } = prove(running(image, cluster), HELD);
  expect(findings).toMatchObject([
    {
      aspect: 'images',
      sentence: SENTENCE,
      path: [{ says: `runs ${image} in the place of ${HELD.heldImages[0]!}` }],
    },
  ]);
  expect(findings[0]!.path[0]!.object).toBe('Deployment practicum-monitoring/prometheus');
});

test('What runs as the plan says is no finding', () => {
  expect(prove(running(labelEnforcer), HELD).findings).toEqual([]);
});

test('The record holds what the plan names by digest, and nothing that runs by tag', () => {
  expect(record.heldImages).toEqual([]);
  const [config, course, roster] = [aConfig(), aCourse(), aRoster([aStudent('ada')])];
  const lock = [{ image: labelEnforcer, digest: DIGEST, line: 4 }];
  const plan = resolvePlan(config, roster, course, enrolled(config, roster, course), NOON, lock);
  expect(recordOf(plan).heldImages).toEqual(HELD.heldImages);
});
