import { stacksWrittenBy } from '../properties/written';
import { EXAMPLES, examplePlan } from './example-plans';
import { ACCESS_RULES } from './rules/access-rules';
import { CLUSTER_RULES } from './rules/cluster-rules';
import { PROJECT_RULES } from './rules/project-rules';
import type { Resource } from './terraform-output';
import { resourcesOf, stackFiles } from './terraform-output';

const RULES = [...CLUSTER_RULES, ...ACCESS_RULES, ...PROJECT_RULES];

let resources: readonly Resource[];
beforeAll(() => {
  resources = EXAMPLES.flatMap((example) => resourcesOf(stackFiles(stacksWrittenBy(examplePlan(example)))));
});

test.each(RULES)('In every example $says', ({ about, holds }) => {
  const judged = resources.filter(({ type }) => about.test(type));
  expect(judged.length).toBeGreaterThan(0);
  expect(
    judged.filter(({ block }) => !holds(block)).map(({ type, address }) => `${type}.${address}`),
  ).toEqual([]);
});

test.each(RULES)('A resource is found of which it is not true that $says', ({ holds, broken }) => {
  expect(holds(broken)).toBe(false);
});

test('No two rules say the same', () => {
  expect(new Set(RULES.map(({ says }) => says)).size).toBe(RULES.length);
});
